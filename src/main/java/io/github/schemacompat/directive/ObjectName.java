package io.github.schemacompat.directive;

import io.github.schemacompat.schema.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object as a directive names it. What it is, a schema's table or a table's column, only the schema can tell.
 *
 * @param written as it stands in the comment
 * @param parts as the catalog holds them, the object's own name last
 * @param arguments the argument types of a routine, or null where none are given
 */
public record ObjectName(
        String written, List<String> parts, @Nullable List<ColumnType> arguments) {
    public ObjectName {
        parts = List.copyOf(parts);
        arguments = arguments == null ? null : List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return written;
    }
}
