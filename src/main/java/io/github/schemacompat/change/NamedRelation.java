package io.github.schemacompat.change;

import io.github.schemacompat.query.Relations;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table or a view as it was at one moment; one of the two is null.
 *
 * @param key its key at that moment
 * @param table the table
 * @param view the view, whose columns may still have to be read
 */
record NamedRelation(
        String key, @Nullable Table table, @Nullable ViewState view) {
    /**
     * Its columns as {@code *} gives them, or null where they are not known.
     *
     * @param reading gives a view its columns, if they have not been read yet
     */
    @Nullable
    List<ViewColumn> columns(Function<ViewState, View> reading) {
        if (view != null) {
            return reading.apply(view).columns();
        }
        if (table == null || table.assumed()) {
            return null;
        }
        return columns(table, false);
    }

    /** The same for a reader of queries, who calls it by this key. */
    Relations.Relation asRelation(String calledBy, Function<ViewState, View> reading) {
        return new Relations.Relation(calledBy, columns(reading), table == null ? List.of() : columns(table, true));
    }

    private static List<ViewColumn> columns(Table table, boolean invisible) {
        return table.columns().stream()
                .filter(column -> column.invisible() == invisible)
                .map(column -> new ViewColumn(column.name(), column.type()))
                .toList();
    }

    /** Its columns as far as they are known, also those that {@code *} leaves out. */
    List<ViewColumn> all(Function<ViewState, View> reading) {
        if (table != null) {
            return table.columns().stream()
                    .map(column -> new ViewColumn(column.name(), column.type()))
                    .toList();
        }
        List<ViewColumn> columns = view == null ? null : reading.apply(view).columns();
        return columns == null ? List.of() : columns;
    }
}
