package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Fixes in DB2's words. What leaves a table waiting for its reorganisation is followed by it. */
final class Db2FixSql extends FixSql {
    Db2FixSql(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.of(alterColumn(table, column, "SET DEFAULT " + value(value)));
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterColumn(table, column, "DROP NOT NULL") + reorganised(table);
    }

    private String reorganised(QualifiedName table) {
        return "\nCALL SYSPROC.ADMIN_CMD('REORG TABLE " + name(table).replace("'", "''") + "');";
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.of("CREATE ALIAS " + name(oldName) + " FOR " + name(newName) + ";");
    }

    @Override
    public String addUniqueForValues(QualifiedName table, String index, List<String> columns) {
        return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " " + names(columns)
                + " EXCLUDE NULL KEYS;";
    }

    @Override
    public Optional<String> addCheckNotEnforced(QualifiedName table, String constraint, String condition) {
        return Optional.of(alter(table) + check(constraint, condition) + " NOT ENFORCED;");
    }

    @Override
    public Optional<String> addForeignKeyNotEnforced(
            QualifiedName table,
            String constraint,
            List<String> columns,
            QualifiedName references,
            List<String> referencedColumns) {
        return Optional.of(
                alter(table) + foreignKey(constraint, columns, references, referencedColumns) + " NOT ENFORCED;");
    }

    /** The words FOR BIT DATA stand behind the length. */
    @Override
    String type(Column column) {
        String name = column.type().name();
        int suffix = name.indexOf(" for bit data");
        if (suffix < 0 || column.type().arguments().isEmpty()) {
            return super.type(column);
        }
        return name.substring(0, suffix) + "(" + String.join(", ", column.type().arguments()) + ")"
                + name.substring(suffix);
    }
}
