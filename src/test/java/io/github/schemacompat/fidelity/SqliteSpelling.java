package io.github.schemacompat.fidelity;

import org.jspecify.annotations.Nullable;

/** SQLite keeps expressions as they were written, so that their normal form says it all; it knows no names of keys. */
final class SqliteSpelling implements Spelling {
    @Override
    public boolean comparesDefinitions() {
        return false;
    }

    @Override
    public boolean comparesPlaces() {
        return true;
    }

    @Override
    public @Nullable String constraintName(@Nullable String name) {
        return null;
    }
}
