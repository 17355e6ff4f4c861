package io.github.schemacompat.schema;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param columns its output columns, or null where they could not be resolved
 * @param definition {@code t1:sha256:…}, the hash of the normal form of its definition
 * @param uses keys of what it reads: {@code customers} and {@code customers.customerid}
 * @param materialized whether its rows are stored
 * @param indexes indexes on a materialized or indexed view
 * @param marks what releases said of it
 */
public record View(
        QualifiedName name,
        @Nullable List<ViewColumn> columns,
        String definition,
        SortedSet<String> uses,
        boolean materialized,
        List<Index> indexes,
        Marks marks)
        implements SchemaElement {
    public View {
        columns = columns == null ? null : List.copyOf(columns);
        uses = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(uses));
        indexes = List.copyOf(indexes);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.VIEW;
    }

    public View withName(QualifiedName value) {
        return new View(value, columns, definition, uses, materialized, indexes, marks);
    }

    public View withColumns(@Nullable List<ViewColumn> value) {
        return new View(name, value, definition, uses, materialized, indexes, marks);
    }

    public View withUses(SortedSet<String> value) {
        return new View(name, columns, definition, value, materialized, indexes, marks);
    }

    public View withIndexes(List<Index> value) {
        return new View(name, columns, definition, uses, materialized, value, marks);
    }

    public View withMarks(Marks value) {
        return new View(name, columns, definition, uses, materialized, indexes, value);
    }
}
