package io.github.schemacompat.source;

import java.util.List;

/**
 * A place to show to people.
 *
 * @param file path relative to the base, with {@code /}
 * @param start of the first character
 * @param end of the last character
 * @param lines the lines in which it stands, without their line ends; the first {@value #MOST_LINES} of many, none where
 *     there is no text
 */
public record Location(String file, Position start, Position end, List<String> lines) {
    /** How many lines are kept to be shown. */
    public static final int MOST_LINES = 12;

    public Location {
        lines = List.copyOf(lines);
    }

    /** A place in a file whose text is not known. */
    public Location(String file, Position position) {
        this(file, position, position, List.of());
    }

    public static Location of(Span span) {
        return new Location(
                span.file(),
                span.startPosition(),
                span.endPosition(),
                span.source().linesInFile(span.start(), Math.max(span.start(), span.end() - 1), MOST_LINES));
    }

    /** The text of the line in which it starts; empty where there is no text. */
    public String line() {
        return lines.isEmpty() ? "" : lines.get(0);
    }
}
