package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a partition asks of rows beside its table: everything else it has from there, where it is judged.
 *
 * @param wholes the tables that it is a partition of, as they are now
 */
record OwnOfPartition(List<Table> wholes, Dialect dialect) {
    boolean isOwn(Difference difference) {
        SchemaElement after = difference.after();
        return switch (difference.kind()) {
            case CHECK_ADDED, CHECK_CHANGED, EXCLUSION_ADDED -> after instanceof Check check && !isChecked(check);
            case KEY_ADDED -> !isUnique(TableKey.of(after));
            case FOREIGN_KEY_ADDED, FOREIGN_KEY_CHANGED -> after instanceof ForeignKey key && !refers(key);
            case COLUMN_MADE_REQUIRED -> after instanceof Column column && !isRequired(column);
            default -> false;
        };
    }

    private boolean isChecked(Check check) {
        return wholes.stream()
                .flatMap(whole -> whole.checks().stream())
                .anyMatch(each -> each.expression().equals(check.expression()));
    }

    private boolean isUnique(@Nullable TableKey key) {
        return key != null
                && wholes.stream()
                        .flatMap(whole -> TableKey.of(whole).stream())
                        .anyMatch(each -> keys(each.columns()).equals(keys(key.columns())));
    }

    private boolean refers(ForeignKey key) {
        return wholes.stream()
                .flatMap(whole -> whole.foreignKeys().stream())
                .anyMatch(each -> each.references().equals(key.references())
                        && keys(each.columns()).equals(keys(key.columns())));
    }

    private boolean isRequired(Column column) {
        return wholes.stream()
                .flatMap(whole -> whole.columns().stream())
                .anyMatch(each -> !each.nullable() && dialect.key(each.name()).equals(dialect.key(column.name())));
    }

    private Set<String> keys(List<String> columns) {
        return columns.stream()
                .map(column -> dialect.key(TableKey.columnName(column)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
