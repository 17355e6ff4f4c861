package io.github.schemacompat.ddl;

import org.jspecify.annotations.Nullable;

/**
 * Where a column is put.
 *
 * @param kind where
 * @param neighbour the column that AFTER or BEFORE names, as the catalog would hold it; else null
 */
public record ColumnPlace(Kind kind, @Nullable String neighbour) {
    public static final ColumnPlace UNSAID = new ColumnPlace(Kind.UNSAID, null);

    /** A new column goes last, an altered one stays. */
    public enum Kind {
        UNSAID,
        FIRST,
        AFTER,
        BEFORE
    }
}
