package io.github.schemacompat.ddl;

/** What a CREATE does if the object is there already. */
public enum CreateMode {
    /** It fails. */
    CREATE,
    /** Nothing. */
    IF_NOT_EXISTS,
    /** Replaces it: CREATE OR REPLACE, CREATE OR ALTER, DROP_EXISTING. */
    OR_REPLACE,
    /** It must be there: ALTER VIEW, ALTER PROCEDURE … with a whole definition. */
    ALTER
}
