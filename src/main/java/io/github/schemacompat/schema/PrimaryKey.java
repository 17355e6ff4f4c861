package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param name the constraint's name, or null where the engine makes one up
 * @param columns the names of its columns, in key order
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements SchemaElement {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.PRIMARY_KEY;
    }
}
