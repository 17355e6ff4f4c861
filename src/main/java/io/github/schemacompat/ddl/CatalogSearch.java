package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a catalog query looks for among the constraints, defaults, indexes and triggers of tables: anything that answers
 * to one of the descriptions.
 */
public record CatalogSearch(List<Wanted> any) {
    public CatalogSearch {
        any = List.copyOf(any);
    }

    /**
     * @param kinds PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX, TRIGGER; OTHER means a default
     * @param table what it belongs to
     * @param columns all of these are among its columns
     * @param onlyThese whether it has no other columns
     * @param references the table that a foreign key points to, or null if it isn't asked
     * @param referencedColumn a column that a foreign key points to, or null if it isn't asked
     */
    public record Wanted(
            List<ObjectKind> kinds,
            QualifiedName table,
            List<String> columns,
            boolean onlyThese,
            @Nullable QualifiedName references,
            @Nullable String referencedColumn,
            List<Filter> filters) {
        public Wanted {
            kinds = List.copyOf(kinds);
            columns = List.copyOf(columns);
            filters = List.copyOf(filters);
        }
    }

    /**
     * @param definition whether it is asked of the definition; else of the name
     * @param operator {@code =}, {@code <>}, {@code like}, {@code not like}
     */
    public record Filter(boolean definition, String operator, String value) {}
}
