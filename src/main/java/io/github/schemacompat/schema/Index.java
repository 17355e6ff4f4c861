package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param name the index's name as the catalog holds it
 * @param columns the keys: column names, or the normal form of an expression; {@code desc} keys keep that word
 * @param included the names of columns that are only stored in it
 * @param unique whether it refuses duplicates
 * @param nullsEqual for a unique index, whether two NULLs are duplicates
 * @param where the normal form of the filter of a partial index, or null
 * @param method {@code btree} or the engine's word for another kind: {@code fulltext}, {@code gin}, {@code columnstore} …
 */
public record Index(
        String name,
        List<String> columns,
        List<String> included,
        boolean unique,
        boolean nullsEqual,
        @Nullable String where,
        String method)
        implements SchemaElement {
    public Index {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.INDEX;
    }

    public Index withColumns(List<String> value) {
        return new Index(name, value, included, unique, nullsEqual, where, method);
    }

    public Index withName(String value) {
        return new Index(value, columns, included, unique, nullsEqual, where, method);
    }
}
