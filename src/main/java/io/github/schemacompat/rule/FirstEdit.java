package io.github.schemacompat.rule;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The first line in which two versions of a script differ, trailing white space aside.
 *
 * @param span the line in the new version
 * @param before the old line, or null where there was none
 * @param after the new line, or null where it is gone
 */
record FirstEdit(
        Span span, @Nullable String before, @Nullable String after) {
    static @Nullable FirstEdit between(SourceText before, SourceText after) {
        String[] old = before.text().split("\r\n|\n|\r", -1);
        String[] now = after.text().split("\r\n|\n|\r", -1);
        for (int i = 0; i < Math.max(old.length, now.length); i++) {
            String oldLine = i < old.length ? old[i].stripTrailing() : "";
            String newLine = i < now.length ? now[i].stripTrailing() : "";
            if (!oldLine.equals(newLine)) {
                return new FirstEdit(
                        lineSpan(after, Math.min(i, now.length - 1)),
                        i < old.length ? oldLine.strip() : null,
                        i < now.length ? newLine.strip() : null);
            }
        }
        return null;
    }

    private static Span lineSpan(SourceText text, int line) {
        String content = text.text();
        int start = 0;
        for (int i = 0; i < line; i++) {
            int end = start;
            while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
                end++;
            }
            boolean two = end + 1 < content.length() && content.charAt(end) == '\r' && content.charAt(end + 1) == '\n';
            start = Math.min(content.length(), end + (two ? 2 : 1));
        }
        int end = start;
        while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
            end++;
        }
        return text.span(start, end);
    }

    String sentence() {
        if (before == null) {
            return "line " + span.startPosition().line() + " is new: " + after;
        }
        return after == null
                ? "'" + before + "' is gone"
                : "line " + span.startPosition().line() + " says '" + after + "' instead of '" + before + "'";
    }
}
