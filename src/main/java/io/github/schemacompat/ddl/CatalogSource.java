package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import java.util.List;

/** A catalog view in a FROM clause. */
record CatalogSource(String alias, Catalog catalog, String view) {
    /** Whether its rows are schemas. */
    boolean isSchema() {
        return catalog.kinds().equals(List.of(ObjectKind.SCHEMA));
    }

    /** Whether its rows are columns of tables. */
    boolean isColumn() {
        return catalog.kinds().equals(List.of(ObjectKind.COLUMN));
    }
}
