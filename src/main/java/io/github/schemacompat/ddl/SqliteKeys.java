package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.Identity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a primary key means in SQLite. The column of an {@code INTEGER PRIMARY KEY} is the number of the row: it is never
 * NULL, and who leaves it out gets the next one. Other keys let NULL in, unless the table is WITHOUT ROWID or STRICT.
 */
public final class SqliteKeys {
    private SqliteKeys() {}

    /**
     * The columns as their table's key makes them.
     *
     * @param constraints of the table; those of columns are read as well
     * @param withoutRowid whether the table is WITHOUT ROWID
     * @param strict whether the table is STRICT
     */
    public static List<ColumnDefinition> meant(
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            boolean withoutRowid,
            boolean strict) {
        List<String> key = key(columns, constraints);
        boolean single = key.size() == 1;
        return columns.stream()
                .map(column -> {
                    if (key.stream().noneMatch(column.name()::equalsIgnoreCase)) {
                        return column;
                    }
                    boolean rowNumber = single && !withoutRowid && isInteger(column) && !descending(column);
                    if (rowNumber) {
                        return column.withIdentity(Identity.BY_DEFAULT).withNullable(false);
                    }
                    return withoutRowid || strict ? column.withNullable(false) : column;
                })
                .toList();
    }

    private static List<String> key(List<ColumnDefinition> columns, List<ConstraintDefinition> constraints) {
        List<ConstraintDefinition> all = new ArrayList<>(constraints);
        columns.forEach(column -> all.addAll(column.constraints()));
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
