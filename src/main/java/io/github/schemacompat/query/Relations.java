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
     * @param columns its columns in their order as {@code *} gives them; null where they could not be resolved
     * @param invisible those that have to be named
     */
    record Relation(String key, @Nullable List<ViewColumn> columns, List<ViewColumn> invisible) {
        public Relation {
            columns = columns == null ? null : List.copyOf(columns);
            invisible = List.copyOf(invisible);
        }

        /** One that shows all its columns. */
        public Relation(String key, @Nullable List<ViewColumn> columns) {
            this(key, columns, List.of());
        }
    }
}
