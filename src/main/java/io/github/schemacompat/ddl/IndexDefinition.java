package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as a statement writes it.
 *
 * @param name as the catalog would hold it, or null where the script leaves it to the engine
 * @param columns keys: column names as the catalog would hold them, or the normal form of an expression in parentheses; a
 *     descending key ends with {@code desc}
 * @param included columns that are only stored in it
 * @param nullsEqual what NULLS [NOT] DISTINCT says, or null
 * @param where normal form of the filter, or null
 * @param method lower case: {@code btree} if nothing was said; {@code fulltext}, {@code spatial}, {@code columnstore} …
 */
public record IndexDefinition(
        Span span,
        @Nullable String name,
        List<String> columns,
        List<String> included,
        boolean unique,
        @Nullable Boolean nullsEqual,
        @Nullable String where,
        String method) {
    public IndexDefinition {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
    }
}
