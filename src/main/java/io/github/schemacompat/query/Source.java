package io.github.schemacompat.query;

import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a FROM: a table, a view, a subquery, a function.
 *
 * @param name the key of the name by which the query calls it
 * @param relation the key of the table or view, or null for anything else
 * @param columns its columns, or null if they are not known
 */
record Source(
        String name, @Nullable String relation, @Nullable List<ViewColumn> columns) {
    Source named(String newName) {
        return new Source(newName, relation, columns);
    }

    Optional<ViewColumn> column(String key, Names names) {
        if (columns == null) {
            return Optional.empty();
        }
        return columns.stream()
                .filter(each -> names.key(each.name()).equals(key))
                .findFirst();
    }
}
