package io.github.schemacompat.query;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the names in a query mean at the moment when it is read. */
public interface Relations {
    /**
     * The table or view that a name means.
     *
     * @param name as the catalog would hold it; without a schema it means the default schema's
     */
    Optional<Relation> relation(QualifiedName name);

    /**
     * What the body of a trigger calls by this name without naming it in a FROM: the row that fires it, as it was or will be.
     *
     * @param key the key of the name
     */
    default Optional<Relation> row(String key) {
        return Optional.empty();
    }

    /**
     * Keys of the routines that a name may mean: several where they can be overloaded, none for those of the engine.
     *
     * @param name as the catalog would hold it
     */
    List<String> routines(QualifiedName name);

    /**
     * A table or view.
     *
     * @param key its key in the schema
     * @param columns its columns in their order; null where they could not be resolved
     */
    record Relation(String key, @Nullable List<ViewColumn> columns) {
        public Relation {
            columns = columns == null ? null : List.copyOf(columns);
        }
    }
}
