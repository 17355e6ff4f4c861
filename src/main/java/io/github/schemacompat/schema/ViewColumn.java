package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * An output column of a view.
 *
 * @param name its name as the catalog would hold it
 * @param type its canonical type where it is a plain column or a cast, else null
 * @param star key of the table or view whose {@code *} gave it, where the engine can be asked to resolve that anew; else
 *     null
 */
public record ViewColumn(
        String name, @Nullable ColumnType type, @Nullable String star) {
    public ViewColumn(String name, @Nullable ColumnType type) {
        this(name, type, null);
    }
}
