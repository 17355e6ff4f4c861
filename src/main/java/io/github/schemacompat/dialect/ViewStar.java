package io.github.schemacompat.dialect;

/** When the {@code *} of a view's SELECT becomes columns. */
public enum ViewStar {
    /** When the view is made, for good. */
    FROZEN,
    /** When the view is made, and again when it is refreshed (sp_refreshview). */
    FROZEN_UNTIL_REFRESH,
    /** Each time the view is read: it has every new column of its table (SQLite). */
    LIVE
}
