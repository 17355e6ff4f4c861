package io.github.schemacompat.dialect;

/** What of a column a statement that writes it anew (MODIFY, CHANGE, ALTER COLUMN) keeps if it doesn't repeat it. */
public enum ColumnProperty {
    NULLABILITY,
    DEFAULT,
    IDENTITY,
    GENERATED,
    ON_UPDATE,
    COLLATION,
    COMMENT,
    INVISIBLE,
    POSITION
}
