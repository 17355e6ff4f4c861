package io.github.schemacompat.dialect;

/** What can hang on a column. */
public enum ColumnDependent {
    /** An index of which it is a key or an included column. */
    INDEX,
    /** An index with an expression or a filter that names it. */
    EXPRESSION_INDEX,
    PRIMARY_KEY,
    UNIQUE,
    /** A foreign key of its own table that holds it. */
    FOREIGN_KEY,
    /** A foreign key of any table that refers to it, or to a key with it. */
    REFERENCING_FOREIGN_KEY,
    /** A check or exclusion constraint that names it and no other column. */
    CHECK,
    /** A check or exclusion constraint that names other columns too. */
    CHECK_OF_SEVERAL,
    /** Its own default, named or not. */
    DEFAULT,
    /** Another column that is computed from it. */
    GENERATED_COLUMN,
    /** A view that reads it. */
    VIEW
}
