package io.github.schemacompat.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A data type in the dialect's canonical spelling.
 *
 * @param name all words of the type without its arguments, e.g. {@code timestamp with time zone}, {@code int unsigned},
 *     {@code integer[]}
 * @param arguments what stands in the parentheses, e.g. {@code 10} and {@code 2}, {@code max}, or the labels of an inline
 *     ENUM with their quotes
 */
public record ColumnType(String name, List<String> arguments) {
    private static final List<String> SUFFIX_WORDS =
            List.of("with", "without", "unsigned", "signed", "zerofill", "character", "binary", "varying");

    public ColumnType {
        arguments = List.copyOf(arguments);
    }

    public static ColumnType of(String name, String... arguments) {
        return new ColumnType(name, List.of(arguments));
    }

    /** Reads what {@link #toString} writes. */
    public static ColumnType parse(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 0 || close < open) {
            return new ColumnType(text, List.of());
        }
        String name = text.substring(0, open) + text.substring(close + 1);
        return new ColumnType(name, splitArguments(text.substring(open + 1, close)));
    }

    private static List<String> splitArguments(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    public boolean isArray() {
        return name.endsWith("[]");
    }

    /** The canonical text, arguments before the words that follow them: {@code timestamp(3) with time zone}. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        String list = "(" + String.join(",", arguments) + ")";
        int at = name.length();
        int from = 0;
        while (from >= 0) {
            int space = name.indexOf(' ', from);
            if (space < 0) {
                break;
            }
            int next = name.indexOf(' ', space + 1);
            String word = name.substring(space + 1, next < 0 ? name.length() : next);
            boolean varying = word.startsWith("varying");
            if (!varying && SUFFIX_WORDS.contains(word)) {
                at = space;
                break;
            }
            from = space + 1;
        }
        if (at == name.length() && name.endsWith("[]")) {
            at = name.indexOf('[');
        }
        return name.substring(0, at) + list + name.substring(at);
    }

    /** Whether nobody could tell it: the type of an expression that is not understood. It is compared with nothing. */
    public boolean isUnknown() {
        return name.equals("unknown");
    }
}
