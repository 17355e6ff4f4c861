package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fixes in Oracle's words. */
final class OracleFixSql extends FixSql {
    OracleFixSql(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.of(modify(table, column, "DEFAULT " + value(value)));
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return modify(table, column, "NULL");
    }

    private String modify(QualifiedName table, Column column, String what) {
        return alter(table) + "MODIFY (" + name(column.name()) + " " + what + ");";
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.of("CREATE SYNONYM " + name(oldName) + " FOR " + name(newName) + ";");
    }

    /** A row whose keys are all NULL is in no index; one that is partly NULL is, so that its other keys are left out. */
    @Override
    public String addUniqueForValues(QualifiedName table, String index, List<String> columns) {
        if (columns.size() == 1) {
            return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " " + names(columns) + ";";
        }
        String filled =
                columns.stream().map(each -> name(each) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String keys = columns.stream()
                .map(each -> "CASE WHEN " + filled + " THEN " + name(each) + " END")
                .collect(Collectors.joining(", "));
        return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " (" + keys + ");";
    }

    @Override
    public Optional<String> addCheckNotEnforced(QualifiedName table, String constraint, String condition) {
        return Optional.of(alter(table) + check(constraint, condition) + " DISABLE;");
    }

    @Override
    public Optional<String> addForeignKeyNotEnforced(
            QualifiedName table,
            String constraint,
            List<String> columns,
            QualifiedName references,
            List<String> referencedColumns) {
        return Optional.of(alter(table) + foreignKey(constraint, columns, references, referencedColumns) + " DISABLE;");
    }

    @Override
    String addKeyword() {
        return "ADD ";
    }

    @Override
    boolean defaultComesFirst() {
        return true;
    }
}
