package io.github.schemacompat.soundness;

import org.jspecify.annotations.Nullable;

/**
 * A column of a released table.
 *
 * @param name as the catalog has it
 * @param type as the grammar calls it: {@code varchar20}
 * @param nullable whether a row may have no value
 * @param holdsNull whether a row of the release has none
 * @param distinct whether every row has another value
 * @param parent the table whose key it refers to, or null
 */
record ReleasedColumn(
        String name,
        String type,
        Filling filling,
        boolean nullable,
        boolean holdsNull,
        boolean distinct,
        @Nullable ReleasedTable parent) {
    /** Where its values come from. */
    enum Filling {
        /** The application writes it. */
        WRITTEN,
        /** The application may leave it out. */
        DEFAULT,
        IDENTITY,
        /** It is computed, and nobody writes it. */
        GENERATED,
        /** The application has promised to write a value each time. */
        POPULATED
    }

    ReleasedColumn populated() {
        return new ReleasedColumn(name, type, Filling.POPULATED, false, false, distinct, parent);
    }

    boolean isGenerated() {
        return filling == Filling.GENERATED;
    }

    boolean isIdentity() {
        return filling == Filling.IDENTITY;
    }

    /** Whether a row can't do without the application giving a value. */
    boolean isRequired() {
        return filling == Filling.POPULATED || filling == Filling.WRITTEN && !nullable;
    }
}
