package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnPlace;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What an altered table does to its partitions, to the tables that inherit from it, and to theirs. */
final class Inheritance {
    private final Workspace workspace;
    private final TableEdits edits;
    private final Falling falling;
    private final Renaming renaming;
    private boolean alone;

    Inheritance(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.edits = parts.edits();
        this.falling = parts.falling();
        this.renaming = parts.renaming();
    }

    /** Whether a statement is about the table alone: ALTER TABLE ONLY. */
    void setAlone(boolean value) {
        alone = value;
    }

    private List<String> children(String key) {
        return alone ? List.of() : workspace.children(key);
    }

    /** A new parent, or one less. What a table had before it got one it keeps; a partition has all from its table. */
    void setParent(String child, String parent, boolean added) {
        List<String> parents = new ArrayList<>(workspace.parents(child));
        parents.remove(parent);
        Table table = edits.table(child);
        if (added && !table.partition()) {
            List<String> own = new ArrayList<>(table.ownColumns());
            for (Column column : edits.table(parent).columns()) {
                if (sources(child, column.name()) == 0 && !edits.holds(own, column.name())) {
                    own.add(column.name());
                }
            }
            workspace.put(child, table.withOwnColumns(own));
        }
        if (added) {
            parents.add(parent);
        }
        workspace.setParents(child, parents);
    }

    /** From how many parents a table has a column. */
    private long sources(String child, String column) {
        return workspace.parents(child).stream()
                .filter(parent -> edits.column(edits.table(parent), column) != null)
                .count();
    }

    // ---- columns

    /** A new column of a table, for those that don't have it yet. */
    void addColumn(String key, Span span, Column column, ColumnPlace place) {
        for (String child : children(key)) {
            Table table = edits.table(child);
            if (edits.column(table, column.name()) == null) {
                edits.addColumn(child, span, column, place);
                addColumn(child, span, column, place);
            } else if (sources(child, column.name()) == 1) {
                workspace.put(child, table.withOwnColumns(TableEdits.with(table.ownColumns(), column.name())));
            }
        }
    }

    /** A column that is gone from a table goes from those that have it from there alone. */
    void dropColumn(String key, Column dropped, Span span, boolean cascade) {
        ObjectPath cause = edits.paths().of(key, dropped);
        for (String child : children(key)) {
            Table table = edits.table(child);
            Column inherited = edits.column(table, dropped.name());
            boolean kept = edits.holds(table.ownColumns(), dropped.name()) || sources(child, dropped.name()) > 0;
            if (inherited != null && !kept) {
                falling.dropColumn(child, inherited, span, cascade, cause);
                dropColumn(child, inherited, span, cascade);
            }
        }
    }

    /** Each of those below that has the column, once. */
    void eachHaving(String key, String column, BiConsumer<String, Column> action) {
        for (String child : below(key, new LinkedHashSet<>())) {
            Column inherited = edits.column(edits.table(child), column);
            if (inherited != null) {
                action.accept(child, inherited);
            }
        }
    }

    private Set<String> below(String key, Set<String> found) {
        for (String child : children(key)) {
            if (found.add(child)) {
                below(child, found);
            }
        }
        return found;
    }

    // ---- keys and checks

    /** Tables that inherit don't get the key, but what is NOT NULL by it. */
    void requireKey(String key, Span span) {
        PrimaryKey primaryKey = edits.table(key).primaryKey();
        for (String name : primaryKey == null ? List.<String>of() : primaryKey.columns()) {
            eachHaving(key, name, (child, column) -> {
                if (column.nullable()) {
                    edits.alterColumn(child, span, column, column.withNullable(false));
                }
            });
        }
    }

    /** The checks that a table has now and didn't have before hold for those that inherit from it. */
    void addChecks(String key, Span span, List<Check> before) {
        for (Check check : edits.table(key).checks()) {
            if (check.isInherited() && !before.contains(check)) {
                addCheck(key, span, check);
            }
        }
    }

    private void addCheck(String key, Span span, Check check) {
        for (String child : children(key)) {
            if (named(child, check.name()) == null) {
                edits.addCheck(child, span, check);
                addCheck(child, span, check);
            }
        }
    }

    /** A check that others inherited goes with that of their parent. */
    void dropCheck(String key, Span span, Check check, ObjectPath cause) {
        for (String child : children(key)) {
            Check inherited = named(child, check.name());
            if (inherited != null && check.isInherited()) {
                edits.dropCheck(child, span, inherited, cause);
                dropCheck(child, span, check, cause);
            }
        }
    }

    /** A check that others inherit has one name in all; it has the new one here already. */
    void renameCheck(String key, Span span, String from, String to) {
        Check own = named(key, to);
        if (own != null && !own.isInherited()) {
            return;
        }
        for (String child : children(key)) {
            if (named(child, from) != null) {
                renaming.members().constraint(child, span, from, to);
                renameCheck(child, span, from, to);
            }
        }
    }

    private @Nullable Check named(String key, @Nullable String name) {
        return edits.first(edits.table(key).checks(), each -> edits.same(each.name(), name));
    }
}
