package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * An output column of a view.
 *
 * @param name its name as the catalog would hold it
 * @param type its canonical type where it is a plain column or a cast, else null
 */
public record ViewColumn(String name, @Nullable ColumnType type) {}
