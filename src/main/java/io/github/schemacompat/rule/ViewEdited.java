package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.TypeChange;
import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A released view gets another definition in place. */
final class ViewEdited implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "view-edited",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A view that a supported release uses gets another definition under its old name.",
                    "The release that is still running reads the view and gets other rows or columns than it was built for. A new definition under a new name (view_2) leaves every release with the view that it was tested with, and a rollback needs no script.",
                    "Publish the new definition under the next versioned name, and retire the old view when no supported release uses it.")
            .silentWhen(
                    "Only white space, comments, brackets, the case of keywords, the default schema, or CREATE and ALTER differ.",
                    "`viewEdits=compatible`, and the old columns keep their names, order and types and new ones come last: then it is info, because rows may differ.",
                    "A view whose * is live (SQLite) gets more columns at its end, as its table does.",
                    "`viewEdits=free`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public String saidOnce() {
        return "To allow edits that keep the columns, set <viewEdits>compatible</viewEdits> (-Dschema-compat.viewEdits=compatible); what speaks for a new name is that a rollback then needs no script.";
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        EditPolicy policy = situation.policy().viewEdits();
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()
                || policy == EditPolicy.FREE
                || !(difference.before() instanceof View before)
                || !(difference.after() instanceof View after)) {
            return Optional.empty();
        }
        boolean anew = before.definition().equals(after.definition());
        if (anew && situation.dialect().viewStar() == ViewStar.LIVE && broken(before, after, situation) == null) {
            return Optional.empty();
        }
        String broken = policy == EditPolicy.COMPATIBLE ? broken(before, after, situation) : null;
        if (policy == EditPolicy.COMPATIBLE && broken == null) {
            return Optional.of(new Verdict(
                    Severity.INFO,
                    difference.sentence(),
                    "Its old columns keep name, order and type, but the rows that " + Users.releases(breaks)
                            + " reads may differ.",
                    "Make sure that the releases that read it can live with the rows.",
                    breaks));
        }
        QualifiedName next = situation.versions(ObjectKind.VIEW).next(before.name());
        return Optional.of(new Verdict(
                INFO.severity(),
                anew
                        ? difference.sentence() + ": its * is resolved anew" + columns(before, after)
                        : difference.sentence(),
                "Queries of " + Users.releases(breaks) + " through it get what they were not built for."
                        + (broken == null ? "" : " " + broken + "."),
                (anew
                                ? "Leave this out, so that the view keeps the columns that it has, and publish the wider one as "
                                : "Leave it as it is and publish the new definition as ")
                        + situation.written(next) + " ("
                        + situation.dialect().fixSql().createHead("view", next)
                        + " AS …); deprecate " + difference.name() + " in the release that stops using it.",
                breaks));
    }

    private static String columns(View before, View after) {
        List<String> added = new ArrayList<>(names(after));
        added.removeAll(names(before));
        return added.isEmpty() ? "" : " and gives " + Users.list(added) + " as well";
    }

    private static List<String> names(View view) {
        List<ViewColumn> columns = view.columns();
        return columns == null
                ? List.of()
                : columns.stream().map(ViewColumn::name).toList();
    }

    /** Why the old columns aren't there in their order, with types that fit, and before all new ones; or null. */
    private static @Nullable String broken(View before, View after, Situation situation) {
        List<ViewColumn> old = before.columns();
        List<ViewColumn> now = after.columns();
        if (old == null || now == null) {
            return "Its columns can't be told";
        }
        List<String> keys = names(after).stream().map(situation.dialect()::key).toList();
        for (int i = 0; i < old.size(); i++) {
            ViewColumn column = old.get(i);
            int place = keys.indexOf(situation.dialect().key(column.name()));
            if (place < 0) {
                return "Its column " + column.name() + " is gone";
            }
            if (place != i) {
                return "Its column " + column.name() + " changes its place";
            }
            ColumnType type = column.type();
            ColumnType typeNow = now.get(i).type();
            if (!Objects.equals(type, typeNow)) {
                if (type == null || typeNow == null) {
                    return "Whether the type of its column " + column.name() + " stays can't be told";
                }
                TypeChange change = situation.dialect().typeChange(Column.of("c", type), Column.of("c", typeNow));
                if (change != TypeChange.SAME && change != TypeChange.LONGER) {
                    return "Its column " + column.name() + " is " + typeNow + " instead of " + type;
                }
            }
        }
        return null;
    }
}
