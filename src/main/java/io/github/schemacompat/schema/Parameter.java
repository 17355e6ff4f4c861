package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a routine.
 *
 * @param name its name as written, or null where the engine allows none
 * @param type its canonical type
 * @param hasDefault whether a caller can leave it out
 * @param mode {@code in}, {@code out}, {@code inout} or {@code variadic}
 */
public record Parameter(@Nullable String name, ColumnType type, boolean hasDefault, String mode) {}
