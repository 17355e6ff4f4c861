package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that MySQL makes for foreign keys. Each stays until there is another one that begins with its columns, even where
 * its key is gone by then. While there is a foreign key over just its columns it is known here alone, since it comes and goes with
 * what else serves the key; after that the table has it.
 */
final class ForeignKeyIndexes {
    /** The index of such a key has its first column's name. */
    private static final Pattern MADE_UP_FOREIGN_KEY = Pattern.compile("_ibfk_\\d+$");

    private final Dialect dialect;
    private final Map<String, List<Index>> serving = new HashMap<>();
    /** Names of those that tables have. */
    private final Map<String, Set<String>> left = new HashMap<>();

    ForeignKeyIndexes(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Takes a table as it was released, whose history isn't known. */
    void start(String tableKey, Table table) {
        for (ForeignKey each : table.foreignKeys()) {
            String name = each.name();
            boolean named = name != null && !MADE_UP_FOREIGN_KEY.matcher(name).find();
            if (!isServed(tableKey, table, each)) {
                served(tableKey)
                        .add(indexOver(each, named ? name : each.columns().get(0)));
            }
        }
    }

    /** Names that no other index of the table can have. */
    List<String> names(String tableKey) {
        return served(tableKey).stream().map(Index::name).toList();
    }

    boolean isCalled(String tableKey, String name) {
        return called(tableKey, name) != null;
    }

    /** Whether some index begins with the columns of the key. */
    boolean isServed(String tableKey, Table table, ForeignKey key) {
        return Stream.concat(
                        others(tableKey, table), made(tableKey, table).stream().map(Index::columns))
                .anyMatch(each -> begins(each, key.columns()));
    }

    /** Makes the index for a key that is new, unless there is one; it takes the place of one that it makes needless. */
    void serve(
            String tableKey, Span span, ForeignKey key, @Nullable String name, MadeUpNames madeUp, TableEdits edits) {
        Table table = edits.table(tableKey);
        List<String> columns = key.columns();
        if (others(tableKey, table).anyMatch(each -> begins(each, columns))) {
            return;
        }
        Index replaced = null;
        for (Index each : made(tableKey, table)) {
            if (each.columns().size() > columns.size() && begins(each.columns(), columns)) {
                return;
            }
            if (begins(columns, each.columns())) {
                replaced = each;
                break;
            }
        }
        boolean shown = replaced != null && table.indexes().contains(replaced);
        if (replaced != null) {
            served(tableKey).remove(replaced);
        }
        Table without = shown ? table.withIndexes(TableEdits.without(table.indexes(), replaced)) : table;
        String called = name == null ? madeUp.index(without, columns, List.of()) : name;
        Index index = indexOver(key, called == null ? columns.get(0) : called);
        if (shown) {
            edits.alterIndex(tableKey, span, replaced, index);
            forget(tableKey, replaced.name());
            note(tableKey, index.name());
        } else {
            served(tableKey).add(index);
        }
    }

    /** What begins with the same columns makes the index needless; it is gone before the other one gets its name. */
    void covered(String tableKey, Span span, List<String> columns, TableEdits edits) {
        Table table = edits.table(tableKey);
        for (Index each : made(tableKey, table)) {
            if (begins(inAnyOrder(columns), each.columns())) {
                drop(tableKey, span, each, edits);
                return;
            }
        }
    }

    /** The index of a key that was dropped stays behind. */
    void outlive(String tableKey, Span span, ForeignKey dropped, TableEdits edits) {
        for (Index each : List.copyOf(served(tableKey))) {
            boolean inUse = edits.table(tableKey).foreignKeys().stream()
                    .anyMatch(key -> key.columns().equals(each.columns()));
            if (each.columns().equals(dropped.columns()) && !inUse) {
                served(tableKey).remove(each);
                note(tableKey, each.name());
                edits.addIndex(tableKey, span, each);
            }
        }
    }

    /** A copy of a table has the indexes, but not the keys. */
    void copy(String from, String to, Span span, TableEdits edits) {
        for (Index each : served(from)) {
            note(to, each.name());
            edits.addIndex(to, span, each);
        }
        left.getOrDefault(from, Set.of()).forEach(each -> note(to, each));
    }

    /** @return whether there was one of this name, which no table shows */
    boolean drop(String tableKey, String name) {
        Index index = called(tableKey, name);
        return index != null && served(tableKey).remove(index);
    }

    /** With a name that a script gives it, it stays whatever comes. */
    boolean rename(String tableKey, Span span, String from, String to, TableEdits edits) {
        forget(tableKey, from);
        Index index = called(tableKey, from);
        if (index == null) {
            return false;
        }
        served(tableKey).remove(index);
        edits.addIndex(tableKey, span, index.withName(to));
        return true;
    }

    void renameColumn(String tableKey, String from, String to) {
        served(tableKey)
                .replaceAll(index -> new Index(
                        index.name(),
                        index.columns().stream()
                                .map(each -> same(each, from) ? to : each)
                                .toList(),
                        index.included(),
                        index.unique(),
                        index.nullsEqual(),
                        index.where(),
                        index.method()));
    }

    void renameTable(String from, String to) {
        List<Index> indexes = served(from);
        Set<String> names = left.getOrDefault(from, new HashSet<>());
        removeTable(from);
        serving.put(to, indexes);
        left.put(to, names);
    }

    void removeTable(String tableKey) {
        serving.remove(tableKey);
        left.remove(tableKey);
    }

    private void drop(String tableKey, Span span, Index index, TableEdits edits) {
        if (!served(tableKey).remove(index)) {
            forget(tableKey, index.name());
            edits.dropIndex(tableKey, span, index, null);
        }
    }

    private List<Index> served(String tableKey) {
        return serving.computeIfAbsent(tableKey, key -> new ArrayList<>());
    }

    private @Nullable Index called(String tableKey, String name) {
        return served(tableKey).stream()
                .filter(each -> same(each.name(), name))
                .findFirst()
                .orElse(null);
    }

    private boolean isMade(String tableKey, Index shown) {
        return left.getOrDefault(tableKey, Set.of()).contains(dialect.key(shown.name()));
    }

    /** All that the engine made for keys. */
    private List<Index> made(String tableKey, Table table) {
        List<Index> made = new ArrayList<>(served(tableKey));
        table.indexes().stream().filter(each -> isMade(tableKey, each)).forEach(made::add);
        return made;
    }

    /** The columns of what scripts made. */
    private Stream<List<String>> others(String tableKey, Table table) {
        PrimaryKey primaryKey = table.primaryKey();
        List<List<String>> others = new ArrayList<>();
        if (primaryKey != null) {
            others.add(primaryKey.columns());
        }
        table.uniqueKeys().forEach(each -> others.add(each.columns()));
        table.indexes().stream()
                .filter(each -> !isMade(tableKey, each))
                .forEach(each -> others.add(inAnyOrder(each.columns())));
        return others.stream();
    }

    private List<String> inAnyOrder(List<String> keys) {
        return dialect.descendingIndexServesForeignKey()
                ? keys.stream().map(Expressions::plain).toList()
                : keys;
    }

    private static boolean begins(List<String> keys, List<String> columns) {
        return keys.size() >= columns.size() && keys.subList(0, columns.size()).equals(columns);
    }

    private static Index indexOver(ForeignKey key, String name) {
        return new Index(name, key.columns(), List.of(), false, false, null, "btree");
    }

    private void note(String tableKey, String name) {
        left.computeIfAbsent(tableKey, key -> new HashSet<>()).add(dialect.key(name));
    }

    private void forget(String tableKey, String name) {
        left.getOrDefault(tableKey, new HashSet<>()).remove(dialect.key(name));
    }

    private boolean same(String one, String other) {
        return dialect.key(one).equals(dialect.key(other));
    }
}
