package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.query.Relations;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the names in the body of a trigger mean: some are the rows that fire it. */
final class RowRelations implements Relations {
    private final Relations present;
    private final Set<String> rowNames;
    private final Relation row;
    private final Dialect dialect;

    /** @param rowNames keys of the names that its rows have, before and after, and tables of them */
    RowRelations(Relations present, Set<String> rowNames, Relation row, Dialect dialect) {
        this.present = present;
        this.rowNames = Set.copyOf(rowNames);
        this.row = row;
        this.dialect = dialect;
    }

    @Override
    public Optional<Relation> relation(QualifiedName name) {
        boolean isRow = name.schema() == null && rowNames.contains(dialect.key(name.name()));
        return isRow ? Optional.of(row) : present.relation(name);
    }

    @Override
    public Optional<Relation> row(String key) {
        return rowNames.contains(key) ? Optional.of(row) : Optional.empty();
    }

    @Override
    public List<String> routines(QualifiedName name) {
        return present.routines(name);
    }
}
