package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * @param name as the catalog would hold it ({@code @From}), or null
 * @param type canonical
 * @param hasDefault whether a caller can leave it out
 * @param mode {@code in}, {@code out}, {@code inout} or {@code variadic}
 */
public record ParameterDefinition(@Nullable String name, ColumnType type, boolean hasDefault, String mode) {}
