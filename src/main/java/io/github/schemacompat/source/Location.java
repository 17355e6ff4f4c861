package io.github.schemacompat.source;

/**
 * A place to show to people.
 *
 * @param file path relative to the base, with {@code /}
 * @param start of the first character
 * @param end of the last character
 * @param line the text of the line in which it starts, without its line end
 */
public record Location(String file, Position start, Position end, String line) {
    public static Location of(Span span) {
        return new Location(
                span.file(),
                span.startPosition(),
                span.endPosition(),
                span.source().lineInFile(span.start()));
    }
}
