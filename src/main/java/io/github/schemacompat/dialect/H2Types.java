package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;

/** The types. */
final class H2Types {
    ColumnType canonical(ColumnType written) {
        return TypeSynonyms.NONE.resolve(TypeSynonyms.words(written.name()), written.arguments());
    }

    Values values(Column column) {
        return new NamedValues(column.type().toString());
    }
}
