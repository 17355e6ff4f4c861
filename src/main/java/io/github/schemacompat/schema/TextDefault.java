package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a text column of a table gets if its own definition says nothing (MySQL).
 *
 * @param charset the character set, or null for the database's
 * @param collation the collation, or null for the character set's
 */
public record TextDefault(
        @Nullable String charset, @Nullable String collation) {
    public static final TextDefault NONE = new TextDefault(null, null);

    /** The column as the table completes it. */
    public Column complete(Column column) {
        boolean said = column.charset() != null || column.collation() != null;
        return said || !isText(column) ? column : column.withCharset(charset, collation);
    }

    /** Whether a column has a character set. */
    public static boolean isText(Column column) {
        String type = column.type().name();
        return type.contains("char") || type.contains("text") || type.equals("enum") || type.equals("set");
    }
}
