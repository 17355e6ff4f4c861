package io.github.schemacompat.dialect;

/** How a script falls into statements. */
public enum Separation {
    /** Lines that say GO end a batch; inside it statements need no terminator (SQL Server). */
    GO_BATCHES,
    /** A semicolon ends a statement, outside strings and {@code BEGIN ATOMIC} bodies (PostgreSQL). */
    SEMICOLONS,
    /** A semicolon, or what a DELIMITER line says (MySQL, MariaDB). */
    DELIMITERS,
    /** A semicolon, and for PL/SQL units a line with nothing but a slash (Oracle). */
    SLASH_LINES,
    /** A semicolon, an at sign at the end of a line, or what a {@code --#SET TERMINATOR} comment says (DB2). */
    TERMINATORS,
    /** A semicolon, outside the {@code BEGIN … END} of routines and triggers (H2, HSQLDB, SQLite). */
    COMPOUND_STATEMENTS
}
