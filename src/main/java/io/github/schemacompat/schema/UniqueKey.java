package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint (a unique index is an {@link Index}).
 *
 * @param name the constraint's name, or null where the engine makes one up
 * @param columns the names of its columns, in key order
 * @param nullsEqual whether the engine takes two NULLs for duplicates here
 */
public record UniqueKey(@Nullable String name, List<String> columns, boolean nullsEqual) implements SchemaElement {
    public UniqueKey {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.UNIQUE;
    }
}
