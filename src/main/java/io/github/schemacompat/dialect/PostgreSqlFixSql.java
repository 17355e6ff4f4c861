package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fixes in PostgreSQL's words. NOT ENFORCED is of PostgreSQL 18, and earlier servers don't know it. */
final class PostgreSqlFixSql extends FixSql {
    PostgreSqlFixSql(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.of(alterColumn(table, column, "SET DEFAULT " + value(value)));
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterColumn(table, column, "DROP NOT NULL");
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.of(view(oldName, newName, columns));
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
}
