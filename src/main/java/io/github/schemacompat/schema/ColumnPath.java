package io.github.schemacompat.schema;

/**
 * The column that a sequence belongs to, as {@link Sequence#ownedBy} writes it: a column's key that isn't plain stands in
 * double quotes, and quotes in it are written twice.
 *
 * @param table the table's key
 * @param column the column's key
 */
public record ColumnPath(String table, String column) {
    public static ColumnPath parse(String text) {
        int dot = endOfTable(text);
        return new ColumnPath(
                text.substring(0, dot),
                QualifiedName.parse(text.substring(dot + 1)).name());
    }

    private static int endOfTable(String text) {
        if (!text.endsWith("\"")) {
            return text.lastIndexOf('.');
        }
        int start = text.length() - 1;
        do {
            start = text.lastIndexOf('"', start - 1);
            if (text.startsWith("\"\"", start - 1)) {
                start--;
            } else {
                return start - 1;
            }
        } while (true);
    }

    @Override
    public String toString() {
        return table + "." + QualifiedName.quoted(column);
    }
}
