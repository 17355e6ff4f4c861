package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fixes in Transact-SQL. */
final class SqlServerFixSql extends FixSql {
    SqlServerFixSql(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        if (value.startsWith(BOUND_DEFAULT)) {
            String place = name(table) + "." + name(column.name());
            return Optional.of("EXEC sp_bindefault '" + value.substring(BOUND_DEFAULT.length()) + "', '"
                    + place.replace("'", "''") + "';");
        }
        return Optional.of(alter(table) + "ADD " + defaultPrefix(table, column) + "DEFAULT " + value(value) + " FOR "
                + name(column.name()) + ";");
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterType(table, column, " NULL;");
    }

    private String alterType(QualifiedName table, Column column, String nullability) {
        return alter(table) + "ALTER COLUMN " + name(column.name()) + " " + type(column) + nullability;
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.of("CREATE SYNONYM " + name(oldName) + " FOR " + name(newName) + ";");
    }

    @Override
    public String addUniqueForValues(QualifiedName table, String index, List<String> columns) {
        String filter =
                columns.stream().map(column -> name(column) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " " + names(columns) + " WHERE " + filter
                + ";";
    }

    @Override
    public Optional<String> addCheckNotEnforced(QualifiedName table, String constraint, String condition) {
        String added = check(constraint, condition);
        return Optional.of(alter(table) + "WITH NOCHECK " + added + ";\n" + disable(table, constraint));
    }

    @Override
    public Optional<String> addForeignKeyNotEnforced(
            QualifiedName table,
            String constraint,
            List<String> columns,
            QualifiedName references,
            List<String> referencedColumns) {
        String added = foreignKey(constraint, columns, references, referencedColumns);
        return Optional.of(alter(table) + "WITH NOCHECK " + added + ";\n" + disable(table, constraint));
    }

    private String disable(QualifiedName table, String constraint) {
        return alter(table) + "NOCHECK CONSTRAINT " + name(constraint) + ";";
    }

    /** A batch is compiled whole, so that it can't name a column that it adds itself. */
    @Override
    String batchEnd() {
        return "GO\n";
    }

    @Override
    String addKeyword() {
        return "ADD ";
    }

    @Override
    boolean writesNull() {
        return true;
    }

    /** A default gets a name, so that a later script can drop it. */
    @Override
    String defaultPrefix(QualifiedName table, Column column) {
        String given = column.defaultName();
        return "CONSTRAINT " + name(given == null ? "DF_" + table.name() + "_" + column.name() : given) + " ";
    }
}
