package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fixes in PostgreSQL's words. */
final class PostgreSqlFixSql extends FixSql {
    PostgreSqlFixSql(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.of(alterColumn(table, column, "SET DEFAULT " + value(value) + ";"));
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterColumn(table, column, "DROP NOT NULL;");
    }

    private String alterColumn(QualifiedName table, Column column, String action) {
        return alter(table) + "ALTER COLUMN " + name(column.name()) + " " + action;
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.of(view(oldName, newName, columns));
    }

    @Override
    public String addUniqueForValues(QualifiedName table, String index, List<String> columns) {
        return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " " + names(columns) + ";";
    }

    /** NOT ENFORCED is of PostgreSQL 18, and earlier servers don't know it. */
    @Override
    public Optional<String> addCheckNotEnforced(QualifiedName table, String constraint, String condition) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addForeignKeyNotEnforced(
            QualifiedName table,
            String constraint,
            List<String> columns,
            QualifiedName references,
            List<String> referencedColumns) {
        return Optional.empty();
    }

    /** User types keep their case, so that some need quotes. */
    @Override
    String type(Column column) {
        String name = column.type().name();
        boolean folded = name.equals(name.toLowerCase(Locale.ROOT)) || name.startsWith("\"");
        return folded
                ? super.type(column)
                : String.join(".", quotedParts(name)) + (column.type().isArray() ? "[]" : "");
    }

    private List<String> quotedParts(String name) {
        String plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
        return Arrays.stream(plain.split("\\.")).map(this::name).toList();
    }

    @Override
    String addKeyword() {
        return "ADD COLUMN ";
    }

    @Override
    boolean writesNull() {
        return false;
    }
}
