package io.github.schemacompat.source;

/**
 * A stretch of a source text.
 *
 * @param source the text that the offsets count in
 * @param start zero-based offset of the first character
 * @param end zero-based offset behind the last character
 */
public record Span(SourceText source, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("not a span of " + source.file() + ": " + start + ".." + end);
        }
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /**
     * Whether it has this word, in any case and also as a part of another one; it has the empty word. It is asked of whole
     * dumps, where a regular expression would take longer than reading them.
     */
    public boolean mentions(String word) {
        if (word.isEmpty()) {
            return true;
        }
        String text = source.text();
        char lower = Character.toLowerCase(word.charAt(0));
        char upper = Character.toUpperCase(word.charAt(0));
        int last = end - word.length();
        for (int at = start; at <= last; at++) {
            char c = text.charAt(at);
            if ((c == lower || c == upper || c > 0x7F) && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The file the span stands in; for text that was found inside a string literal, the file around it. */
    public String file() {
        return source.file();
    }

    public Position startPosition() {
        return source.positionInFile(start);
    }

    /** The position of the last character, not the one behind it. */
    public Position endPosition() {
        return source.positionInFile(Math.max(start, end - 1));
    }

    /** The smallest span of this text that holds both. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public String toString() {
        return file() + ":" + startPosition();
    }
}
