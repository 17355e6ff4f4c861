package io.github.schemacompat.change;

import io.github.schemacompat.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table or a view as it was at one moment; one of the two is null.
 *
 * @param key its key at that moment
 * @param table the table
 * @param view the view, whose columns may still have to be read
 */
record NamedRelation(
        String key, @Nullable Table table, @Nullable ViewState view) {}
