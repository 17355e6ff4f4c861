package io.github.schemacompat.query;

import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;

/** Finds what the name of a column means where it stands. */
final class ColumnSearch {
    /** What stands for a row of the statement's own table. */
    static final Set<String> ROW_NAMES = Set.of("inserted", "deleted", "new", "old", "excluded");

    private final Names names;
    private final Uses uses;

    ColumnSearch(Names names, Uses uses) {
        this.names = names;
        this.uses = uses;
    }

    Optional<ViewColumn> find(Scope scope, Column column) {
        String own = names.catalogName(column.getColumnName());
        String key = names.key(own);
        Table table = column.getTable();
        if (table != null && table.getName() != null && !table.getName().isEmpty()) {
            return qualified(scope, table, own, key);
        }
        boolean mayBeOfUnknown = false;
        List<Source> passed = new ArrayList<>();
        for (Scope each = scope; each != null; each = each.outer()) {
            for (Source source : each.sources()) {
                Optional<ViewColumn> found = source.column(key, names);
                if (found.isPresent()) {
                    if (source.relation() != null) {
                        uses.column(source.relation(), own);
                    }
                    passed.addAll(each.sources());
                    passed.remove(source);
                    passed.forEach(other -> uses.name(other, key));
                    return found;
                }
                mayBeOfUnknown |= source.columns() == null;
            }
            passed.addAll(each.sources());
            if (each.isAlias(key)) {
                return Optional.empty();
            }
        }
        boolean systemName = key.startsWith("@") || key.startsWith("$") || key.startsWith("current_");
        if (!systemName && !mayBeOfUnknown) {
            uses.unresolved(own);
        }
        return Optional.empty();
    }

    private Optional<ViewColumn> qualified(Scope scope, Table table, String own, String key) {
        String qualifier = names.keyOfWritten(table.getName());
        Source source = scope.source(qualifier);
        if (source == null) {
            if (!ROW_NAMES.contains(qualifier)) {
                uses.unresolved(table.getName() + "." + own);
            }
            return Optional.empty();
        }
        Optional<ViewColumn> found = source.column(key, names);
        if (source.relation() != null && (found.isPresent() || source.columns() == null)) {
            uses.column(source.relation(), own);
        } else if (found.isEmpty() && source.columns() != null) {
            uses.unresolved(table.getName() + "." + own);
        }
        return found;
    }
}
