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
        return Optional.of(alterColumn(table, column, "SET DEFAULT " + value(value)));
    }

    @Override
    public String makeNullable(QualifiedName table, Column column) {
        return alterColumn(table, column, "SET NULL");
    }

    @Override
    public Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns) {
        if (!synonymsStandIn) {
            return Optional.empty();
        }
        return Optional.of("CREATE SYNONYM " + name(oldName) + " FOR " + name(newName) + ";");
    }
}
