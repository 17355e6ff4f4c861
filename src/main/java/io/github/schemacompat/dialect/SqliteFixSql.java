package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Writes fixes for SQLite. */
final class SqliteFixSql extends FixSql {
    SqliteFixSql(Dialect dialect) {
        super(dialect);
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.empty();
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterColumn(table, column, "DROP NOT NULL");
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.empty();
    }
}
