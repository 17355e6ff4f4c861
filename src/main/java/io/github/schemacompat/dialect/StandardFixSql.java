package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Writes fixes for H2 and HSQLDB. */
final class StandardFixSql extends FixSql {
    private final boolean synonymsStandIn;

    /** @param synonymsStandIn whether statements on a table work unchanged on a synonym, also where they qualify columns */
    StandardFixSql(Dialect dialect, boolean synonymsStandIn) {
        super(dialect);
        this.synonymsStandIn = synonymsStandIn;
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.of(alterColumn(table, column, "SET DEFAULT " + value(value) + ";"));
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterColumn(table, column, "SET NULL;");
    }

    private String alterColumn(QualifiedName table, Column column, String action) {
        return alter(table) + "ALTER COLUMN " + name(column.name()) + " " + action;
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        if (!synonymsStandIn) {
            return Optional.empty();
        }
        return Optional.of("CREATE SYNONYM " + name(oldName) + " FOR " + name(newName) + ";");
    }

    @Override
    public String addUniqueForValues(QualifiedName table, String index, List<String> columns) {
        return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " " + names(columns) + ";";
    }

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

    @Override
    String addKeyword() {
        return "ADD COLUMN ";
    }

    @Override
    boolean writesNull() {
        return false;
    }
}
