package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that is declared and switched off (Oracle): it refuses nothing until it is enabled.
 *
 * @param name the constraint's name, or null where the engine makes one up
 * @param columns the names of its columns, in key order
 * @param primary whether it would be the primary key
 */
public record DisabledKey(@Nullable String name, List<String> columns, boolean primary) {
    public DisabledKey {
        columns = List.copyOf(columns);
    }
}
