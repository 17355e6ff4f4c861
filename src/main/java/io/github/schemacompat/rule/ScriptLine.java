package io.github.schemacompat.rule;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;

/** A line of a script as a span. */
final class ScriptLine {
    private ScriptLine() {}

    /** @param number one-based; behind the last line the last one is taken */
    static Span of(SourceText source, int number) {
        String text = source.text();
        int start = 0;
        for (int line = 1; line < number; line++) {
            int next = end(text, start);
            if (next >= text.length()) {
                break;
            }
            boolean two = text.startsWith("\r\n", next);
            start = next + (two ? 2 : 1);
        }
        return source.span(start, end(text, start));
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
