package io.github.schemacompat.query;

import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a FROM: a table, a view, a subquery, a function.
 *
 * @param name the key of the name by which the query calls it
 * @param relation the key of the table or view, or null for anything else
 * @param columns its columns as {@code *} gives them, or null if they are not known
 * @param invisible those that have to be named
 */
record Source(
        String name, @Nullable String relation, @Nullable List<ViewColumn> columns, List<ViewColumn> invisible) {
    /** One that shows all its columns. */
    Source(String name, @Nullable String relation, @Nullable List<ViewColumn> columns) {
        this(name, relation, columns, List.of());
    }

    Source named(String newName) {
        return new Source(newName, relation, columns, invisible);
    }

    Optional<ViewColumn> column(String key, Names names) {
        if (columns == null) {
            return Optional.empty();
        }
        return Stream.concat(columns.stream(), invisible.stream())
                .filter(each -> names.key(each.name()).equals(key))
                .findFirst();
    }
}
