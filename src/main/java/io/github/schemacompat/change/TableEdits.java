package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnPlace;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The single edits of a table on the workspace, each with the change that tells of it. */
final class TableEdits {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Journal journal;
    private final Paths paths;

    TableEdits(Dialect dialect, Workspace workspace, Journal journal) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.journal = journal;
        this.paths = new Paths(dialect);
    }

    Table table(String key) {
        return Objects.requireNonNull(workspace.table(key), key);
    }

    Paths paths() {
        return paths;
    }

    // ---- finding

    @Nullable
    Column column(Table table, String name) {
        int at = indexOf(table.columns(), name);
        return at < 0 ? null : table.columns().get(at);
    }

    int indexOf(List<Column> columns, String name) {
        String key = dialect.key(name);
        for (int i = 0; i < columns.size(); i++) {
            if (dialect.key(columns.get(i).name()).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && dialect.key(one).equals(dialect.key(other));
    }

    boolean holds(List<String> columns, String column) {
        return columns.stream().anyMatch(each -> same(each, column));
    }

    /** The spelling of the table's own column where it has it. */
    List<String> spelled(Table table, List<String> columns) {
        List<String> spelled = new ArrayList<>();
        for (String name : columns) {
            Column column = column(table, name);
            spelled.add(column == null ? name : column.name());
        }
        return spelled;
    }

    // ---- columns

    void addColumn(String key, Span span, Column column, ColumnPlace place) {
        Table table = table(key);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(position(columns, place, columns.size()), column);
        workspace.put(key, table.withColumns(columns));
        journal.created(span, paths.of(key, column), column);
    }

    private int position(List<Column> columns, ColumnPlace place, int unsaid) {
        if (place.kind() == ColumnPlace.Kind.FIRST) {
            return 0;
        }
        String neighbour = place.neighbour();
        int at = neighbour == null ? -1 : indexOf(columns, neighbour);
        if (at < 0) {
            return Math.min(unsaid, columns.size());
        }
        return place.kind() == ColumnPlace.Kind.AFTER ? at + 1 : at;
    }

    /** Replaces a column by what it has become; its name stays, or changes in case only. */
    void alterColumn(String key, Span span, Column before, Column after) {
        if (before.equals(after)) {
            return;
        }
        Table table = table(key);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(indexOf(columns, before.name()), after);
        workspace.put(key, table.withColumns(columns));
        journal.altered(span, paths.of(key, before), before, after);
    }

    /** Moves a column; that is a change of the column even if nothing else is. */
    void moveColumn(String key, Span span, Column column, ColumnPlace place) {
        if (place.kind() == ColumnPlace.Kind.UNSAID) {
            return;
        }
        Table table = table(key);
        List<Column> columns = new ArrayList<>(table.columns());
        int old = indexOf(columns, column.name());
        columns.remove(old);
        columns.add(position(columns, place, old), column);
        if (!columns.equals(table.columns())) {
            workspace.put(key, table.withColumns(columns));
            journal.altered(span, paths.of(key, column), column, column);
        }
    }

    /** Says that a statement changed something of a column that the model doesn't tell. */
    void noteColumn(String key, Span span, Column column) {
        journal.altered(span, paths.of(key, column), column, column);
    }

    void dropColumn(String key, Span span, Column column, @Nullable ObjectPath cause) {
        Table table = table(key);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.remove(indexOf(columns, column.name()));
        List<String> own = table.ownColumns().stream()
                .filter(each -> !same(each, column.name()))
                .toList();
        workspace.put(key, table.withColumns(columns).withOwnColumns(own));
        journal.dropped(span, paths.of(key, column), column, cause);
    }

    // ---- keys, constraints, indexes

    void addPrimaryKey(String key, Span span, PrimaryKey primaryKey) {
        workspace.put(key, table(key).withPrimaryKey(primaryKey));
        journal.created(span, paths.of(key, primaryKey), primaryKey);
        for (String name : primaryKey.columns()) {
            Column column = column(table(key), name);
            if (column != null && engine.primaryKeyRefusesNull()) {
                alterColumn(key, span, column, required(column));
            }
        }
    }

    /** As a column of the primary key. */
    Column required(Column column) {
        return column.withNullable(false, engine.notNullGoesWithKey() && column.nullableItself());
    }

    /** Foreign keys that name no columns of a table which comes later mean those of its primary key. */
    void completeReferences(String key) {
        PrimaryKey primaryKey = table(key).primaryKey();
        for (String referencing : primaryKey == null ? List.<String>of() : workspace.referencing(key)) {
            Table child = table(referencing);
            List<ForeignKey> complete = child.foreignKeys().stream()
                    .map(each -> each.references().equals(key)
                                    && each.referencedColumns().isEmpty()
                            ? each.withReferencedColumns(primaryKey.columns())
                            : each)
                    .toList();
            workspace.put(referencing, child.withForeignKeys(complete));
        }
    }

    /** Those that pointed to the primary key of a table that is gone point to that of the next one of its name. */
    void leaveReferences(String key, PrimaryKey primaryKey) {
        for (String referencing : workspace.referencing(key)) {
            Table child = table(referencing);
            List<ForeignKey> open = child.foreignKeys().stream()
                    .map(each -> each.references().equals(key)
                                    && each.referencedColumns().equals(primaryKey.columns())
                            ? each.withReferencedColumns(List.of())
                            : each)
                    .toList();
            workspace.put(referencing, child.withForeignKeys(open));
        }
    }

    void dropPrimaryKey(String key, Span span, PrimaryKey primaryKey, @Nullable ObjectPath cause) {
        workspace.put(key, table(key).withPrimaryKey(null));
        journal.dropped(span, paths.of(key, primaryKey), primaryKey, cause);
        for (String name : engine.notNullGoesWithKey() ? primaryKey.columns() : List.<String>of()) {
            Column column = column(table(key), name);
            if (column != null && !paths.of(key, column).equals(cause)) {
                boolean nullable = column.nullableItself() && column.identity() == Identity.NONE;
                alterColumn(key, span, column, column.withNullable(nullable, column.nullableItself()));
            }
        }
    }

    void alterPrimaryKey(String key, Span span, PrimaryKey before, PrimaryKey after) {
        workspace.put(key, table(key).withPrimaryKey(after));
        if (before.columns().equals(after.columns())) {
            journal.renamed(span, paths.of(key, before), paths.of(key, after), before, after);
        } else {
            journal.altered(span, paths.of(key, before), before, after);
        }
    }

    void addUnique(String key, Span span, UniqueKey unique) {
        Table table = table(key);
        workspace.put(key, table.withUniqueKeys(with(table.uniqueKeys(), unique)));
        journal.created(span, paths.of(key, unique), unique);
    }

    void dropUnique(String key, Span span, UniqueKey unique, @Nullable ObjectPath cause) {
        Table table = table(key);
        workspace.put(key, table.withUniqueKeys(without(table.uniqueKeys(), unique)));
        journal.dropped(span, paths.of(key, unique), unique, cause);
    }

    void alterUnique(String key, Span span, UniqueKey before, UniqueKey after) {
        Table table = table(key);
        workspace.put(key, table.withUniqueKeys(replaced(table.uniqueKeys(), before, after)));
        tell(span, paths.of(key, before), paths.of(key, after), before, after);
    }

    void addForeignKey(String key, Span span, ForeignKey foreignKey) {
        Table table = table(key);
        workspace.put(key, table.withForeignKeys(with(table.foreignKeys(), foreignKey)));
        journal.created(span, paths.of(key, foreignKey), foreignKey);
    }

    void dropForeignKey(String key, Span span, ForeignKey foreignKey, @Nullable ObjectPath cause) {
        Table table = table(key);
        workspace.put(key, table.withForeignKeys(without(table.foreignKeys(), foreignKey)));
        journal.dropped(span, paths.of(key, foreignKey), foreignKey, cause);
    }

    void alterForeignKey(String key, Span span, ForeignKey before, ForeignKey after) {
        Table table = table(key);
        workspace.put(key, table.withForeignKeys(replaced(table.foreignKeys(), before, after)));
        tell(span, paths.of(key, before), paths.of(key, after), before, after);
    }

    void addCheck(String key, Span span, Check check) {
        Table table = table(key);
        workspace.put(key, table.withChecks(with(table.checks(), check)));
        journal.created(span, paths.of(key, check), check);
    }

    void dropCheck(String key, Span span, Check check, @Nullable ObjectPath cause) {
        Table table = table(key);
        workspace.put(key, table.withChecks(without(table.checks(), check)));
        journal.dropped(span, paths.of(key, check), check, cause);
    }

    void alterCheck(String key, Span span, Check before, Check after) {
        Table table = table(key);
        workspace.put(key, table.withChecks(replaced(table.checks(), before, after)));
        tell(span, paths.of(key, before), paths.of(key, after), before, after);
    }

    void addIndex(String key, Span span, Index index) {
        Table table = table(key);
        workspace.put(key, table.withIndexes(with(table.indexes(), index)));
        journal.created(span, paths.of(key, index), index);
    }

    void dropIndex(String key, Span span, Index index, @Nullable ObjectPath cause) {
        Table table = table(key);
        workspace.put(key, table.withIndexes(without(table.indexes(), index)));
        journal.dropped(span, paths.of(key, index), index, cause);
    }

    void alterIndex(String key, Span span, Index before, Index after) {
        Table table = table(key);
        workspace.put(key, table.withIndexes(replaced(table.indexes(), before, after)));
        tell(span, paths.of(key, before), paths.of(key, after), before, after);
    }

    private void tell(
            Span span,
            ObjectPath before,
            ObjectPath after,
            io.github.schemacompat.schema.SchemaElement old,
            io.github.schemacompat.schema.SchemaElement changed) {
        if (before.equals(after)) {
            journal.altered(span, before, old, changed);
        } else {
            journal.renamed(span, before, after, old, changed);
        }
    }

    <T> @Nullable T first(List<T> elements, Predicate<T> wanted) {
        for (T element : elements) {
            if (wanted.test(element)) {
                return element;
            }
        }
        return null;
    }

    static <T> List<T> with(List<T> elements, T added) {
        List<T> longer = new ArrayList<>(elements);
        longer.add(added);
        return longer;
    }

    /** Without this very element; an equal twin stays. */
    static <T> List<T> without(List<T> elements, T removed) {
        List<T> shorter = new ArrayList<>(elements);
        shorter.remove(removed);
        return shorter;
    }

    static <T> List<T> replaced(List<T> elements, T before, T after) {
        List<T> changed = new ArrayList<>(elements);
        changed.set(changed.indexOf(before), after);
        return changed;
    }
}
