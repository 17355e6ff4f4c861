package io.github.schemacompat.script;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Liquibase's expressions of contexts: {@code prod and !(test or dev)}, where a comma is an or. */
final class ContextExpression {
    private static final Pattern WORD = Pattern.compile("\\s*(\\(|\\)|!|,|[^\\s()!,]+)");

    private final Matcher words;
    private final Set<String> active;
    private String word = "";

    private ContextExpression(String text, Set<String> active) {
        this.words = WORD.matcher(text);
        this.active = active;
        next();
    }

    /**
     * Whether something runs.
     *
     * @param expression what it says of contexts; empty for always
     * @param active the contexts that are given, in lower case; none stands for all of them
     */
    static boolean matches(String expression, Set<String> active) {
        return expression.isBlank() || active.isEmpty() || new ContextExpression(expression, active).either();
    }

    private boolean either() {
        boolean value = both();
        while (word.equals(",") || word.equals("or")) {
            next();
            value |= both();
        }
        return value;
    }

    private boolean both() {
        boolean value = one();
        while (word.equals("and")) {
            next();
            value &= one();
        }
        return value;
    }

    private boolean one() {
        String read = word;
        next();
        if (read.equals("!") || read.equals("not")) {
            return !one();
        }
        if (read.equals("(")) {
            boolean value = either();
            next();
            return value;
        }
        return read.startsWith("@") ? active.contains(read.substring(1)) : active.contains(read);
    }

    private void next() {
        word = words.find() ? words.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
