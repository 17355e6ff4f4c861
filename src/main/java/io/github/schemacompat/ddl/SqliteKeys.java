package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.Identity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a primary key means in SQLite. The column of an {@code INTEGER PRIMARY KEY} is the number of the row: it is never
 * NULL, and who leaves it out gets the next one. Other keys let NULL in, unless the table is WITHOUT ROWID or STRICT.
 */
final class SqliteKeys {
    private SqliteKeys() {}

    static void apply(TableElements elements, boolean withoutRowid, boolean strict) {
        List<String> key = key(elements);
        boolean single = key.size() == 1;
        elements.columns.replaceAll(column -> {
            if (!key.stream().anyMatch(column.name()::equalsIgnoreCase)) {
                return column;
            }
            boolean rowNumber = single && !withoutRowid && isInteger(column) && !descending(column);
            if (rowNumber) {
                return column.withIdentity(Identity.BY_DEFAULT).withNullable(false);
            }
            return withoutRowid || strict ? column.withNullable(false) : column;
        });
    }

    private static List<String> key(TableElements elements) {
        List<ConstraintDefinition> all = new ArrayList<>(elements.constraints);
        elements.columns.forEach(column -> all.addAll(column.constraints()));
        return all.stream()
                .filter(ConstraintDefinition.PrimaryKeyDefinition.class::isInstance)
                .map(each -> ((ConstraintDefinition.PrimaryKeyDefinition) each).columns())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isInteger(ColumnDefinition column) {
        var type = column.type();
        return type != null && type.toString().equals("integer");
    }

    /** {@code INTEGER PRIMARY KEY DESC} is an ordinary column; an old mistake that is kept for compatibility. */
    private static boolean descending(ColumnDefinition column) {
        return column.constraints().stream()
                .filter(ConstraintDefinition.PrimaryKeyDefinition.class::isInstance)
                .anyMatch(key ->
                        key.span().text().toLowerCase(java.util.Locale.ROOT).contains("desc"));
    }
}
