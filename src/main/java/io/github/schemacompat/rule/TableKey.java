package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever makes rows of a table unique.
 *
 * @param columns its columns as written, or expressions
 * @param nullsEqual whether two NULLs are duplicates
 * @param where the filter of a partial index, or null
 * @param element the primary key, unique constraint or unique index
 */
record TableKey(
        List<String> columns, boolean nullsEqual, @Nullable String where, SchemaElement element) {
    static List<TableKey> of(Table table) {
        List<TableKey> keys = new ArrayList<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            keys.add(new TableKey(primary.columns(), false, null, primary));
        }
        for (UniqueKey unique : table.uniqueKeys()) {
            keys.add(new TableKey(unique.columns(), unique.nullsEqual(), null, unique));
        }
        for (Index index : table.indexes()) {
            if (index.unique()) {
                keys.add(new TableKey(index.columns(), index.nullsEqual(), index.where(), index));
            }
        }
        return keys;
    }

    /** The key that an element makes, or null if it makes none. */
    static @Nullable TableKey of(@Nullable SchemaElement element) {
        if (element instanceof PrimaryKey primary) {
            return new TableKey(primary.columns(), false, null, primary);
        }
        if (element instanceof UniqueKey unique) {
            return new TableKey(unique.columns(), unique.nullsEqual(), null, unique);
        }
        return element instanceof Index index && index.unique()
                ? new TableKey(index.columns(), index.nullsEqual(), index.where(), index)
                : null;
    }

    /** A key column without its direction. */
    static String columnName(String keyColumn) {
        return keyColumn.endsWith(" desc") ? keyColumn.substring(0, keyColumn.length() - " desc".length()) : keyColumn;
    }

    /** Its columns for a sentence that brackets them, so that expressions need no brackets of their own. */
    List<String> written() {
        return columns.stream()
                .map(column -> column.startsWith("(") && column.endsWith(")")
                        ? column.substring(1, column.length() - 1)
                        : column)
                .toList();
    }

    static @Nullable String nameOf(SchemaElement element) {
        if (element instanceof PrimaryKey primary) {
            return primary.name();
        }
        if (element instanceof UniqueKey unique) {
            return unique.name();
        }
        if (element instanceof ForeignKey foreign) {
            return foreign.name();
        }
        if (element instanceof Check check) {
            return check.name();
        }
        return element instanceof Index index ? index.name() : null;
    }

    static List<String> columnsOf(SchemaElement element) {
        if (element instanceof PrimaryKey primary) {
            return primary.columns();
        }
        if (element instanceof UniqueKey unique) {
            return unique.columns();
        }
        if (element instanceof ForeignKey foreign) {
            return foreign.columns();
        }
        if (element instanceof Check check) {
            return check.columns();
        }
        return element instanceof Index index ? index.columns() : List.of();
    }
}
