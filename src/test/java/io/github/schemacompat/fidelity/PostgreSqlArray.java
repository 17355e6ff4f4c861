package io.github.schemacompat.fidelity;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of a one-dimensional array: {@code {a,"b c",NULL}}. */
final class PostgreSqlArray {
    private PostgreSqlArray() {}

    static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        String inner = text.substring(1, text.length() - 1);
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\') {
                element.append(inner.charAt(++i));
            } else if (c == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        if (!inner.isEmpty()) {
            elements.add(element.toString());
        }
        return elements;
    }
}
