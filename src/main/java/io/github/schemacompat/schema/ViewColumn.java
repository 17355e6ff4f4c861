package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * An output column of a view.
 *
 * @param name its name as the catalog would hold it
 * @param type its canonical type where it is a plain column or a cast, else null
 * @param star key of the table or view whose {@code *} gave it, where the engine can be asked to resolve that anew; else
 *     null
 * @param follows key of the column that it is, where the engine reads the view's text anew and so gives it that column's
 *     type (H2, SQLite); else null
 * @param ownName whether the view gives it a name; else it is called as that column is (SQLite)
 */
public record ViewColumn(
        String name,
        @Nullable ColumnType type,
        @Nullable String star,
        @Nullable String follows,
        boolean ownName) {
    /** One that stays as it is. */
    public ViewColumn(String name, @Nullable ColumnType type) {
        this(name, type, null, null, true);
    }

    public ViewColumn withType(@Nullable ColumnType value) {
        return new ViewColumn(name, value, star, follows, ownName);
    }
}
