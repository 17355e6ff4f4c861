package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Fixes for MySQL and MariaDB. */
final class MySqlFixSql extends FixSql {
    private final boolean notEnforcedChecks;

    /** @param notEnforcedChecks whether the engine has checks that aren't enforced (MySQL) */
    MySqlFixSql(Dialect dialect, boolean notEnforcedChecks) {
        super(dialect);
        this.notEnforcedChecks = notEnforcedChecks;
    }

    @Override
    public Optional<String> setDefault(QualifiedName table, Column column, String value) {
        return Optional.of(alter(table) + "ALTER COLUMN " + name(column.name()) + " SET DEFAULT " + value(value) + ";");
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return modify(table, column.withNullable(true));
    }

    /** MODIFY loses what it doesn't repeat. */
    private String modify(QualifiedName table, Column column) {
        StringBuilder text =
                new StringBuilder(alter(table)).append("MODIFY COLUMN ").append(columnDefinition(table, column));
        String onUpdate = column.onUpdate();
        if (onUpdate != null) {
            text.append(" ON UPDATE ").append(onUpdate);
        }
        if (column.identity() != Identity.NONE) {
            text.append(" AUTO_INCREMENT");
        }
        return text.append(';').toString();
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        return Optional.of(view(oldName, newName, columns));
    }

    @Override
    public Optional<String> addCheckNotEnforced(QualifiedName table, String constraint, String condition) {
        return notEnforcedChecks
                ? Optional.of(alter(table) + check(constraint, condition) + " NOT ENFORCED;")
                : Optional.empty();
    }

    @Override
    String type(Column column) {
        String collation = column.collation() == null ? "" : " COLLATE " + column.collation();
        String charset = column.charset() == null ? "" : " CHARACTER SET " + column.charset();
        return column.type() + charset + collation;
    }

    @Override
    boolean writesNull() {
        return true;
    }
}
