package io.github.schemacompat.dialect;

/** What DROP COLUMN without CASCADE does about something that hangs on the column. */
public enum DropColumnEffect {
    /** The column can't be dropped. */
    REFUSED,
    /** It goes with the column. */
    DROPPED,
    /** It lives on without the column; if that was its only one, it goes. */
    SHRUNK,
    /** It stays as it is and fails at its next use. */
    LEFT_BROKEN
}
