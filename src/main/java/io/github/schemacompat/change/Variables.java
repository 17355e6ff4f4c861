package io.github.schemacompat.change;

import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.dialect.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a script's variables and prepared statements. */
final class Variables {
    private final Dialect dialect;
    private Map<String, FoldedTexts> values = new HashMap<>();
    /** Arrays that are written out. */
    private final Map<String, List<TextExpression>> lists = new HashMap<>();

    private final Map<String, FoldedTexts> prepared = new HashMap<>();

    Variables(Dialect dialect) {
        this.dialect = dialect;
    }

    void clear() {
        values.clear();
        lists.clear();
        prepared.clear();
    }

    /** @param value what it is given, as the script has it; an array that is written out is kept as such */
    void assign(String variable, TextExpression value, FoldedTexts folded) {
        assign(variable, folded);
        if (value instanceof TextExpression.Each each) {
            lists.put(key(variable), each.values());
        }
    }

    void assign(String variable, FoldedTexts value) {
        lists.remove(key(variable));
        if (value.any().stream().allMatch(each -> each.complete() || startsKnown(each))) {
            values.put(key(variable), value);
        } else {
            values.remove(key(variable));
        }
    }

    /** The beginning of a statement tells whether it can be DDL, even if the rest is unknown. */
    private static boolean startsKnown(FoldedText text) {
        return !text.text().startsWith("…");
    }

    void forget(String variable) {
        lists.remove(key(variable));
        values.remove(key(variable));
    }

    /** Runs a body with its parameters; session variables of MySQL outlive it. */
    void inBody(List<String> parameters, List<FoldedTexts> arguments, Runnable body) {
        Map<String, FoldedTexts> outer = values;
        values = new HashMap<>(outer);
        for (int i = 0; i < parameters.size(); i++) {
            if (i < arguments.size()) {
                assign(parameters.get(i), arguments.get(i));
            } else {
                forget(parameters.get(i));
            }
        }
        body.run();
        Map<String, FoldedTexts> inner = values;
        values = outer;
        if (Engine.of(dialect) == Engine.MYSQL) {
            values.keySet().removeIf(name -> name.startsWith("@"));
            inner.forEach((name, value) -> {
                if (name.startsWith("@")) {
                    values.put(name, value);
                }
            });
        }
    }

    /** What it can be, or null if nothing is known of it. */
    @Nullable
    FoldedTexts value(String variable) {
        return values.get(key(variable));
    }

    /** The elements of an array that is written out, or null. */
    @Nullable
    List<TextExpression> list(String variable) {
        return lists.get(key(variable));
    }

    /** The one text that it is, or null. */
    @Nullable
    String constant(String variable) {
        FoldedTexts value = value(variable);
        FoldedText single = value == null ? null : value.single();
        return single == null || !single.complete() || single.missing() ? null : single.text();
    }

    void prepare(String name, FoldedTexts text) {
        prepared.put(key(name), text);
    }

    @Nullable
    FoldedTexts prepared(String name) {
        return prepared.get(key(name));
    }

    private static String key(String variable) {
        return variable.toLowerCase(Locale.ROOT);
    }
}
