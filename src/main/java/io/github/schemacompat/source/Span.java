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
