package io.github.schemacompat.change;

import io.github.schemacompat.schema.DisabledKey;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keys and indexes that are switched off and on (Oracle, SQL Server): one that is off is as good as dropped, but can be had
 * back by its name. The foreign keys that need it go off with it, and stay off.
 */
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

    /**
     * Switches an index or the one behind a key off, or on.
     *
     * @param name null for all
     * @return whether there is such an index
     */
    boolean setIndexEnabled(String tableKey, Span span, @Nullable String name, boolean enabled) {
        Table table = edits.table(tableKey);
        boolean found = name == null;
        if (enabled) {
            for (DisabledKey off : table.disabledKeys()) {
                if (name == null || edits.same(off.name(), name)) {
                    enable(tableKey, span, off);
                    found = true;
                }
            }
            return found || isThere(table, name);
        }
        for (Index index : table.indexes()) {
            if (name == null || edits.same(index.name(), name)) {
                edits.dropIndex(tableKey, span, index, null);
                add(tableKey, DisabledKey.of(index));
            }
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null && (name == null || edits.same(primaryKey.name(), name))) {
            disable(tableKey, span, primaryKey);
        }
        for (UniqueKey unique : table.uniqueKeys()) {
            if (name == null || edits.same(unique.name(), name)) {
                disable(tableKey, span, unique);
            }
        }
        return found || isThere(table, name) || named(table, name) != null;
    }

    private boolean isThere(Table table, @Nullable String name) {
        PrimaryKey primaryKey = table.primaryKey();
        return primaryKey != null && edits.same(primaryKey.name(), name)
                || table.indexes().stream().anyMatch(each -> edits.same(each.name(), name))
                || table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name));
    }

    private void enable(String tableKey, Span span, DisabledKey off) {
        take(tableKey, off);
        Index index = off.index();
        if (index != null) {
            edits.addIndex(tableKey, span, index);
        } else if (off.primary()) {
            edits.addPrimaryKey(tableKey, span, new PrimaryKey(off.name(), off.columns()));
        } else {
            edits.addUnique(tableKey, span, new UniqueKey(off.name(), off.columns(), false));
        }
    }

    private void disable(String tableKey, Span span, PrimaryKey key) {
        disableReferring(tableKey, span, key.columns(), true);
        edits.dropPrimaryKey(tableKey, span, key, null);
        add(tableKey, new DisabledKey(key.name(), key.columns(), true));
    }

    private void disable(String tableKey, Span span, UniqueKey key) {
        disableReferring(tableKey, span, key.columns(), false);
        edits.dropUnique(tableKey, span, key, null);
        add(tableKey, new DisabledKey(key.name(), key.columns(), false));
    }

    private void disableReferring(String tableKey, Span span, List<String> columns, boolean primary) {
        for (String referring : workspace.referencing(tableKey)) {
            for (ForeignKey each : edits.table(referring).foreignKeys()) {
                boolean needsIt =
                        each.referencedColumns().isEmpty() ? primary : areSame(each.referencedColumns(), columns);
                if (each.enforced() && each.references().equals(tableKey) && needsIt) {
                    edits.alterForeignKey(referring, span, each, each.withEnforced(false));
                }
            }
        }
    }

    /** Those that are left when a column goes. */
    static List<DisabledKey> without(List<DisabledKey> keys, String column, TableEdits edits) {
        return keys.stream()
                .filter(each -> !edits.holds(each.columns(), column))
                .toList();
    }

    /** @param inIndex renames the column within an index */
    static List<DisabledKey> renamed(
            List<DisabledKey> keys, String from, String to, TableEdits edits, UnaryOperator<Index> inIndex) {
        List<DisabledKey> renamed = new ArrayList<>();
        for (DisabledKey key : keys) {
            Index index = key.index();
            if (index != null) {
                renamed.add(DisabledKey.of(inIndex.apply(index)));
                continue;
            }
            List<String> columns = key.columns().stream()
                    .map(each -> edits.same(each, from) ? to : each)
                    .toList();
            renamed.add(new DisabledKey(key.name(), columns, key.primary()));
        }
        return renamed;
    }
}
