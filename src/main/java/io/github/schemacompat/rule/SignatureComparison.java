package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.TypeChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.Routine;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells whether calls of the old routine still work with the new one. */
final class SignatureComparison {
    private final Routine before;
    private final Routine after;
    private final Dialect dialect;
    private final boolean named;

    SignatureComparison(Routine before, Routine after, Dialect dialect) {
        this.before = before;
        this.after = after;
        this.dialect = dialect;
        this.named = dialect.callsNameParameters();
    }

    /** The first thing that breaks calls, or null. */
    @Nullable
    String firstBreak() {
        if (!before.routineKind().equals(after.routineKind())) {
            return "it is a " + after.routineKind() + " instead of a " + before.routineKind();
        }
        List<Parameter> old = before.parameters();
        List<Parameter> now = after.parameters();
        for (int i = 0; i < old.size(); i++) {
            String broken = i < now.size() ? broken(old.get(i), now.get(i), i) : gone(old.get(i), i);
            if (broken != null) {
                return broken;
            }
        }
        for (int i = old.size(); i < now.size(); i++) {
            Parameter added = now.get(i);
            if (!added.hasDefault() || !dialect.callsLeaveOutDefaults(before.routineKind())) {
                return "the new parameter " + name(added, i)
                        + (added.hasDefault() ? " has to be passed all the same" : " has no default");
            }
        }
        if (!Objects.equals(before.returns(), after.returns())) {
            return "it returns " + after.returns() + " instead of " + before.returns();
        }
        return null;
    }

    private @Nullable String broken(Parameter old, Parameter now, int index) {
        if (named && !Objects.equals(key(old), key(now))) {
            return places(old, now, index);
        }
        // SQL Server gives a value back only where the call asks for it
        boolean mayGiveBack = dialect.is(Dialect.SQL_SERVER) && old.mode().equals("in");
        if (!old.mode().equals(now.mode()) && !mayGiveBack) {
            return "the parameter " + name(old, index) + " is " + now.mode() + " instead of " + old.mode();
        }
        if (old.hasDefault() && !now.hasDefault()) {
            return "the parameter " + name(old, index) + " has no default any more";
        }
        TypeChange change = dialect.typeChange(Column.of("p", old.type()), Column.of("p", now.type()));
        boolean fits = change == TypeChange.SAME
                || !dialect.is(Dialect.POSTGRESQL)
                        && old.mode().equals("in")
                        && (change == TypeChange.LONGER || change == TypeChange.WIDENED);
        return fits ? null : "the parameter " + name(old, index) + " is " + now.type() + " instead of " + old.type();
    }

    /** What became of a parameter whose place another one has. */
    private String places(Parameter old, Parameter now, int index) {
        boolean stays = has(after, old);
        boolean isNew = !has(before, now);
        if (stays && isNew) {
            return "the new parameter " + name(now, index)
                    + (now.hasDefault() ? " stands before " + name(old, index) : " has no default");
        }
        if (stays) {
            return "the parameter " + name(old, index) + " changes its place";
        }
        return isNew && after.parameters().size() >= before.parameters().size()
                ? "the parameter " + name(old, index) + " is renamed to " + name(now, index)
                : gone(old, index);
    }

    private static boolean has(Routine routine, Parameter parameter) {
        String key = key(parameter);
        return key != null && routine.parameters().stream().anyMatch(each -> key.equals(key(each)));
    }

    private static String gone(Parameter old, int index) {
        return "the parameter " + name(old, index) + " is gone";
    }

    private static @Nullable String key(Parameter parameter) {
        String name = parameter.name();
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    private static String name(Parameter parameter, int index) {
        String name = parameter.name();
        return name == null ? String.valueOf(index + 1) : name;
    }
}
