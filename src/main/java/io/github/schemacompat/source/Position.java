package io.github.schemacompat.source;

/**
 * A place in a text as editors show it.
 *
 * @param line one-based line number
 * @param column one-based column, counted in UTF-16 code units
 */
public record Position(int line, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
