package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key or an index that is declared and switched off (Oracle, SQL Server): it refuses nothing until it is enabled.
 *
 * @param name the constraint's name, or null where the engine makes one up
 * @param columns the names of its columns, in key order
 * @param primary whether it would be the primary key
 * @param index the index that it would be, or null for a constraint
 */
public record DisabledKey(
        @Nullable String name,
        List<String> columns,
        boolean primary,
        @Nullable Index index) {
    public DisabledKey {
        columns = List.copyOf(columns);
    }

    /** A primary key or unique constraint. */
    public DisabledKey(@Nullable String name, List<String> columns, boolean primary) {
        this(name, columns, primary, null);
    }

    /** An index that is no constraint. */
    public static DisabledKey of(Index index) {
        return new DisabledKey(index.name(), index.columns(), false, index);
    }
}
