package io.github.schemacompat.change;

import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Span;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a script's variables, and the strings that are put together from them. */
final class Variables {
    private final Dialect dialect;
    private Map<String, FoldedText> values = new HashMap<>();
    private final Map<String, FoldedText> prepared = new HashMap<>();

    Variables(Dialect dialect) {
        this.dialect = dialect;
    }

    void clear() {
        values.clear();
        prepared.clear();
    }

    void assign(String variable, @Nullable TextExpression value, Span place) {
        FoldedText folded = value == null ? null : fold(value, place);
        if (folded == null || !folded.complete() && !startsKnown(folded)) {
            values.remove(key(variable));
        } else {
            values.put(key(variable), folded);
        }
    }

    /** The beginning of a statement tells whether it can be DDL, even if the rest is unknown. */
    private static boolean startsKnown(FoldedText text) {
        return !text.text().startsWith("…");
    }

    void forget(String variable) {
        values.remove(key(variable));
    }

    /** Runs a body with its parameters; session variables of MySQL outlive it. */
    void inBody(List<String> parameters, List<FoldedText> arguments, Runnable body) {
        Map<String, FoldedText> outer = values;
        values = new HashMap<>(outer);
        for (int i = 0; i < parameters.size(); i++) {
            if (i < arguments.size() && arguments.get(i).complete()) {
                values.put(key(parameters.get(i)), arguments.get(i));
            } else {
                values.remove(key(parameters.get(i)));
            }
        }
        body.run();
        Map<String, FoldedText> inner = values;
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

    @Nullable
    String constant(String variable) {
        FoldedText value = values.get(key(variable));
        return value == null || !value.complete() ? null : value.text();
    }

    void prepare(String name, TextExpression text, Span place) {
        prepared.put(key(name), fold(text, place));
    }

    @Nullable
    FoldedText prepared(String name) {
        return prepared.get(key(name));
    }

    private static String key(String variable) {
        return variable.toLowerCase(Locale.ROOT);
    }

    /** @param place where characters are said to stand that stand nowhere themselves */
    FoldedText fold(TextExpression expression, Span place) {
        if (expression instanceof TextExpression.Literal literal) {
            return FoldedText.of(literal.text());
        }
        if (expression instanceof TextExpression.Variable variable) {
            FoldedText value = values.get(key(variable.name()));
            return value == null ? FoldedText.unknown(place) : value;
        }
        if (expression instanceof TextExpression.Concatenation concatenation) {
            FoldedText joined = FoldedText.at(place, "", true);
            for (TextExpression part : concatenation.parts()) {
                joined = joined.plus(fold(part, place));
            }
            return joined;
        }
        if (expression instanceof TextExpression.QuotedName quoted) {
            FoldedText name = fold(quoted.name(), place);
            return name.complete() ? FoldedText.at(place, dialect.quote(name.text()), true) : name;
        }
        if (expression instanceof TextExpression.Format format) {
            return format(format, place);
        }
        return FoldedText.unknown(place);
    }

    private FoldedText format(TextExpression.Format format, Span place) {
        FoldedText template = fold(format.template(), place);
        Iterator<TextExpression> arguments = format.arguments().iterator();
        FoldedText made = FoldedText.at(place, "", true);
        String text = template.text();
        int from = 0;
        for (int at = text.indexOf('%'); at >= 0 && at + 1 < text.length(); at = text.indexOf('%', at + 2)) {
            char kind = text.charAt(at + 1);
            made = made.plus(template.part(from, at));
            from = at + 2;
            if (kind == '%') {
                made = made.plus(template.part(at, at + 1));
            } else if ((kind == 's' || kind == 'I' || kind == 'L') && arguments.hasNext()) {
                made = made.plus(argument(kind, fold(arguments.next(), place), place));
            } else {
                // a width or a position: readable for the server only
                made = made.plus(FoldedText.unknown(place));
            }
        }
        return made.plus(template.part(from, text.length()));
    }

    private FoldedText argument(char kind, FoldedText value, Span place) {
        if (!value.complete() || kind == 's') {
            return value;
        }
        String quoted =
                kind == 'I' ? dialect.quote(value.text()) : "'" + value.text().replace("'", "''") + "'";
        return FoldedText.at(place, quoted, true);
    }
}
