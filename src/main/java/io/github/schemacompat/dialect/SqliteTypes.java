package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.Locale;

/** SQLite takes any words for a type; what they hold of others' names decides how values are kept. */
final class SqliteTypes {
    /** As the script has it, in lower case: the engine keeps the words, and some drivers look at them. */
    ColumnType canonical(ColumnType written) {
        return new ColumnType(
                TypeSynonyms.words(written.name()),
                written.arguments().stream()
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .toList());
    }

    Values values(Column column) {
        return Affinity.of(column.type().name());
    }
}
