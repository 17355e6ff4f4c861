package io.github.schemacompat.change;

import io.github.schemacompat.schema.DisabledKey;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys of Oracle that are switched off and on: one that is off is as good as dropped, but can be had back by its name. */
final class DisabledKeys {
    private final Workspace workspace;
    private final TableEdits edits;

    DisabledKeys(Workspace workspace, TableEdits edits) {
        this.workspace = workspace;
        this.edits = edits;
    }

    void add(String tableKey, DisabledKey key) {
        Table table = edits.table(tableKey);
        workspace.put(tableKey, table.withDisabledKeys(TableEdits.with(table.disabledKeys(), key)));
    }

    /** Takes out one that is off, to be dropped or switched on. */
    private void take(String tableKey, DisabledKey key) {
        Table table = edits.table(tableKey);
        workspace.put(tableKey, table.withDisabledKeys(TableEdits.without(table.disabledKeys(), key)));
    }

    /** @return whether there was one to drop */
    boolean drop(String tableKey, @Nullable DisabledKey key) {
        if (key != null) {
            take(tableKey, key);
        }
        return key != null;
    }

    @Nullable
    DisabledKey named(Table table, @Nullable String name) {
        return edits.first(table.disabledKeys(), each -> edits.same(each.name(), name));
    }

    /** @param columns of the unique key; none for the primary key */
    @Nullable
    DisabledKey over(Table table, List<String> columns) {
        return edits.first(
                table.disabledKeys(),
                each -> columns.isEmpty() ? each.primary() : !each.primary() && areSame(each.columns(), columns));
    }

    /** @return whether there is such a key */
    boolean setEnforced(String tableKey, Span span, List<String> columns, boolean enforced) {
        Table table = edits.table(tableKey);
        if (enforced) {
            DisabledKey off = over(table, columns);
            if (off != null) {
                enable(tableKey, span, off);
            }
            return off != null || isThere(table, columns);
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (columns.isEmpty() && primaryKey != null) {
            disable(tableKey, span, primaryKey);
        }
        for (UniqueKey unique : table.uniqueKeys()) {
            if (areSame(unique.columns(), columns)) {
                disable(tableKey, span, unique);
            }
        }
        return isThere(table, columns) || over(table, columns) != null;
    }

    private boolean isThere(Table table, List<String> columns) {
        return columns.isEmpty()
                ? table.primaryKey() != null
                : table.uniqueKeys().stream().anyMatch(each -> areSame(each.columns(), columns));
    }

    private boolean areSame(List<String> some, List<String> others) {
        return some.size() == others.size() && others.stream().allMatch(each -> edits.holds(some, each));
    }

    /** @return whether a key has that name */
    boolean setEnforced(String tableKey, Span span, String name, boolean enforced) {
        Table table = edits.table(tableKey);
        DisabledKey off = named(table, name);
        if (off != null && enforced) {
            enable(tableKey, span, off);
        }
        PrimaryKey primaryKey = table.primaryKey();
        boolean isPrimary = primaryKey != null && edits.same(primaryKey.name(), name);
        if (isPrimary && !enforced) {
            disable(tableKey, span, primaryKey);
        }
        UniqueKey unique = edits.first(table.uniqueKeys(), each -> edits.same(each.name(), name));
        if (unique != null && !enforced) {
            disable(tableKey, span, unique);
        }
        return off != null || isPrimary || unique != null;
    }

    private void enable(String tableKey, Span span, DisabledKey off) {
        take(tableKey, off);
        if (off.primary()) {
            edits.addPrimaryKey(tableKey, span, new PrimaryKey(off.name(), off.columns()));
        } else {
            edits.addUnique(tableKey, span, new UniqueKey(off.name(), off.columns(), false));
        }
    }

    private void disable(String tableKey, Span span, PrimaryKey key) {
        edits.dropPrimaryKey(tableKey, span, key, null);
        add(tableKey, new DisabledKey(key.name(), key.columns(), true));
    }

    private void disable(String tableKey, Span span, UniqueKey key) {
        edits.dropUnique(tableKey, span, key, null);
        add(tableKey, new DisabledKey(key.name(), key.columns(), false));
    }

    /** Those that are left when a column goes. */
    static List<DisabledKey> without(List<DisabledKey> keys, String column, TableEdits edits) {
        return keys.stream()
                .filter(each -> !edits.holds(each.columns(), column))
                .toList();
    }

    static List<DisabledKey> renamed(List<DisabledKey> keys, String from, String to, TableEdits edits) {
        List<DisabledKey> renamed = new ArrayList<>();
        for (DisabledKey key : keys) {
            List<String> columns = key.columns().stream()
                    .map(each -> edits.same(each, from) ? to : each)
                    .toList();
            renamed.add(new DisabledKey(key.name(), columns, key.primary()));
        }
        return renamed;
    }
}
