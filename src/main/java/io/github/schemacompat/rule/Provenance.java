package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows released objects through the changes: renames, moves, and rebuilds, in which a copy of a table takes its place.
 */
final class Provenance {
    private final Dialect dialect;
    private final Map<String, TrackedTable> byReleasedKey = new HashMap<>();
    private final Map<String, TrackedTable> byCurrentKey = new HashMap<>();
    /** For objects of their own, without tables: where a released object went; absent where it stayed. */
    private final Map<ObjectPath, ObjectPath> moved = new HashMap<>();

    private final Map<ObjectPath, List<SchemaChange>> touching = new HashMap<>();
    private final List<DataChange> dataChanges = new ArrayList<>();

    /** What fell with an object that was dropped by name. */
    private final Map<ObjectPath, List<ObjectPath>> fallen = new HashMap<>();

    /**
     * A change of rows or rights.
     *
     * @param path the object in the released schema
     * @param releasedColumns the released columns that are set
     * @param step counts the changes
     */
    record DataChange(ObjectPath path, SchemaChange change, List<String> releasedColumns, int step) {
        /** Whether rows are taken out. */
        private boolean empties() {
            return change instanceof SchemaChange.Truncated
                    || change instanceof SchemaChange.PartitionDropped
                    || change instanceof SchemaChange.RowsChanged rows
                            && rows.verb().equals("delete");
        }
    }

    /** The tables that took the rows of partitions. */
    private final Map<SchemaChange, TrackedTable> exchangedFor = new HashMap<>();

    private int step;

    private Provenance(Dialect dialect) {
        this.dialect = dialect;
    }

    static Provenance follow(Schema released, List<SchemaChange> changes, Dialect dialect) {
        Provenance provenance = new Provenance(dialect);
        for (Map.Entry<String, Table> table : released.tables().entrySet()) {
            TrackedTable tracked = new TrackedTable(table.getKey(), table.getKey(), table.getValue(), dialect);
            provenance.byReleasedKey.put(table.getKey(), tracked);
            provenance.byCurrentKey.put(table.getKey(), tracked);
        }
        changes.forEach(provenance::follow);
        return provenance;
    }

    private void follow(SchemaChange change) {
        step++;
        touching.computeIfAbsent(change.path(), path -> new ArrayList<>()).add(change);
        ObjectPath path = change.path();
        if (change instanceof SchemaChange.Created created) {
            created(created, path);
        } else if (change instanceof SchemaChange.Dropped dropped) {
            ObjectPath cause = dropped.cause();
            if (cause != null) {
                fallen.computeIfAbsent(cause, each -> new ArrayList<>()).add(released(path));
            }
            dropped(change, path);
        } else if (change instanceof SchemaChange.Renamed renamed) {
            renamed(renamed, path);
        } else if (change instanceof SchemaChange.Altered) {
            altered(change, path);
        } else if (change instanceof SchemaChange.PartitionDetached) {
            detached(change, path);
        } else if (change instanceof SchemaChange.RowsCopied copied) {
            copied(copied);
        } else {
            dataChanged(change, path);
        }
    }

    private ObjectPath released(ObjectPath path) {
        TrackedTable table = byCurrentKey.get(path.owner());
        String key = table == null ? null : table.releasedKey;
        return key == null ? path : path.withOwner(key);
    }

    private void created(SchemaChange.Created change, ObjectPath path) {
        if (path.kind() == ObjectKind.TABLE && change.after() instanceof Table table) {
            TrackedTable replaced = byCurrentKey.get(path.owner());
            if (replaced != null) {
                replaced.key = null;
                replaced.lost = change;
            }
            TrackedTable tracked = new TrackedTable(null, path.owner(), table, dialect);
            tracked.namedBy = change;
            tracked.trail.add(change);
            byCurrentKey.put(path.owner(), tracked);
            takeOver(path.owner());
            return;
        }
        TrackedTable table = byCurrentKey.get(path.owner());
        String member = path.member();
        if (table != null && member != null) {
            table.trail.add(change);
            if (path.kind() == ObjectKind.COLUMN) {
                table.addColumn(member, change);
            }
        }
    }

    private void dropped(SchemaChange change, ObjectPath path) {
        if (path.kind() == ObjectKind.TABLE) {
            TrackedTable table = byCurrentKey.remove(path.owner());
            if (table != null) {
                table.key = null;
                table.lost = change;
            }
            return;
        }
        TrackedTable table = byCurrentKey.get(path.owner());
        String member = path.member();
        if (table != null && member != null) {
            table.trail.add(change);
            if (path.kind() == ObjectKind.COLUMN) {
                table.loseColumn(member, change);
            }
        }
    }

    private void renamed(SchemaChange.Renamed change, ObjectPath path) {
        ObjectPath newPath = change.newPath();
        touching.computeIfAbsent(newPath, renamed -> new ArrayList<>()).add(change);
        if (path.kind() == ObjectKind.TABLE) {
            TrackedTable table = byCurrentKey.remove(path.owner());
            if (table != null) {
                table.key = newPath.owner();
                table.namedBy = change;
                table.trail.add(change);
                byCurrentKey.put(newPath.owner(), table);
                takeOver(newPath.owner());
            }
            return;
        }
        String member = path.member();
        String newMember = newPath.member();
        if (path.kind() == ObjectKind.COLUMN && member != null && newMember != null) {
            TrackedTable table = byCurrentKey.get(path.owner());
            if (table != null) {
                table.trail.add(change);
                table.renameColumn(member, newMember, change);
            }
            return;
        }
        ObjectPath source = path;
        for (Map.Entry<ObjectPath, ObjectPath> earlier : moved.entrySet()) {
            if (earlier.getValue().equals(path)) {
                source = earlier.getKey();
            }
        }
        moved.put(source, newPath);
    }

    private void altered(SchemaChange change, ObjectPath path) {
        TrackedTable table = byCurrentKey.get(path.owner());
        String member = path.member();
        if (table == null || path.kind() != ObjectKind.TABLE && member == null) {
            return;
        }
        table.trail.add(change);
        if (path.kind() == ObjectKind.COLUMN && member != null) {
            table.alterColumn(member, change);
        }
    }

    private void detached(SchemaChange change, ObjectPath path) {
        TrackedTable table = byCurrentKey.get(path.owner());
        if (table != null) {
            table.detachedBy = change;
            table.trail.add(change);
        }
    }

    private void copied(SchemaChange.RowsCopied change) {
        TrackedTable target = byCurrentKey.get(change.path().owner());
        if (target == null) {
            return;
        }
        for (ObjectPath from : change.from()) {
            TrackedTable source = byCurrentKey.get(from.owner());
            if (source != null && source != target) {
                target.copiedFrom.put(source, step);
                target.copiedFrom.putAll(source.copiedFrom);
            }
        }
        target.fill(change.columns());
        takeOver(change.path().owner());
    }

    /** If a new table has the name of a released one that is gone or renamed, and its rows, it takes its place. */
    private void takeOver(String key) {
        TrackedTable copy = byCurrentKey.get(key);
        TrackedTable released = byReleasedKey.get(key);
        if (copy == null || released == null || copy.releasedKey != null || key.equals(released.key)) {
            return;
        }
        SchemaChange place = copy.namedBy;
        if (place == null || !copy.copiedFrom.containsKey(released)) {
            return;
        }
        String left = released.key;
        if (left != null) {
            byCurrentKey.remove(left);
        }
        // what is taken out of the old one behind the copying is in the one that takes its place
        int copied = copy.copiedFrom.get(released);
        dataChanges.removeIf(each -> each.step() > copied && each.path().owner().equals(key) && each.empties());
        released.goOnAs(copy, place);
        byCurrentKey.put(key, released);
    }

    private void dataChanged(SchemaChange change, ObjectPath path) {
        TrackedTable table = path.kind() == ObjectKind.SCHEMA ? null : byCurrentKey.get(path.owner());
        String releasedKey = table == null ? null : table.releasedKey;
        List<String> columns = new ArrayList<>();
        if (table != null && change instanceof SchemaChange.RowsChanged rows) {
            for (String column : rows.setColumns()) {
                TrackedColumn tracked = table.columns.get(column);
                if (tracked != null && tracked.releasedKey != null) {
                    columns.add(tracked.releasedKey);
                }
            }
            if (!rows.setColumns().isEmpty()) {
                table.fill(rows.setColumns());
            }
        }
        if (table != null && releasedKey == null) {
            return;
        }
        if (change instanceof SchemaChange.PartitionDropped exchanged && exchanged.into() != null && table != null) {
            TrackedTable into = byCurrentKey.get(exchanged.into().owner());
            if (into == null || into.copiedFrom.containsKey(table)) {
                return;
            }
            exchangedFor.put(exchanged, into);
        }
        dataChanges.add(
                new DataChange(releasedKey == null ? path : path.withOwner(releasedKey), change, columns, step));
    }

    @Nullable
    TrackedTable table(String releasedKey) {
        return byReleasedKey.get(releasedKey);
    }

    /** Whether the rows of a partition that another table took were copied back. */
    boolean isGivenBack(DataChange exchanged) {
        TrackedTable table = byReleasedKey.get(exchanged.path().owner());
        TrackedTable into = exchangedFor.get(exchanged.change());
        return table != null && into != null && table.copiedFrom.containsKey(into);
    }

    /** Whether rows of one released table were copied into another. */
    boolean isCopied(String fromReleased, String intoReleased) {
        TrackedTable from = byReleasedKey.get(fromReleased);
        TrackedTable into = byReleasedKey.get(intoReleased);
        return from != null && into != null && into.copiedFrom.containsKey(from);
    }

    /** The key under which a released table goes now, or null if it is gone. */
    @Nullable
    String currentTable(String releasedKey) {
        TrackedTable table = byReleasedKey.get(releasedKey);
        return table == null ? null : table.key;
    }

    /** Where a copy of a released table took its place, or null. */
    @Nullable
    Origin rebuilt(String releasedKey) {
        TrackedTable table = byReleasedKey.get(releasedKey);
        return table == null || table.rebuiltBy == null ? null : table.rebuiltBy.origin();
    }

    /** What happened to a table and what belongs to it, by the key that it has now. */
    List<SchemaChange> trail(String currentKey) {
        TrackedTable table = byCurrentKey.get(currentKey);
        return table == null ? List.of() : table.trail;
    }

    /** The released key of a table, or null if it is new. */
    @Nullable
    String releasedTable(String currentKey) {
        TrackedTable table = byCurrentKey.get(currentKey);
        return table == null ? null : table.releasedKey;
    }

    /** The key under which a released column goes now, or null if it is gone. */
    @Nullable
    String currentColumn(String releasedTable, String releasedColumn) {
        TrackedTable table = byReleasedKey.get(releasedTable);
        return table == null ? null : table.currentColumn(releasedColumn);
    }

    /** The released key of a column of a released table by the name that it has now, or null if it is new. */
    @Nullable
    String releasedColumn(String releasedTable, String currentName) {
        TrackedTable table = byReleasedKey.get(releasedTable);
        TrackedColumn column = table == null ? null : table.columns.get(dialect.key(currentName));
        return column == null ? null : column.releasedKey;
    }

    /** Whether a script tells of a released table's column by the name that it has now: of an assumed table few are known. */
    boolean tellsOfColumn(String releasedTable, String currentName) {
        TrackedTable table = byReleasedKey.get(releasedTable);
        return table != null && table.columns.containsKey(dialect.key(currentName));
    }

    /** Where a released object that is no table was renamed to, or null. */
    @Nullable
    ObjectPath movedTo(ObjectPath released) {
        return moved.get(released);
    }

    /** The changes that made, altered, renamed or dropped whatever had this path at the time. */
    List<SchemaChange> touching(ObjectPath path) {
        return touching.getOrDefault(path, List.of());
    }

    /** The released objects that fell because this one was dropped. */
    List<ObjectPath> fallenWith(ObjectPath cause) {
        return fallen.getOrDefault(cause, List.of());
    }

    /** Changes of rows and rights of released objects, in order. */
    List<DataChange> dataChanges() {
        return dataChanges;
    }

    /** Whether an UPDATE sets a column of a released table, by the key that the column has now. */
    boolean isBackfilled(String releasedTable, String column) {
        return dataChanges.stream()
                .anyMatch(data -> data.path().owner().equals(releasedTable)
                        && data.change() instanceof SchemaChange.RowsChanged rows
                        && rows.verb().equals("update")
                        && rows.setColumns().contains(column));
    }

    /** Whether the same script inserts into the released table behind this place. */
    boolean insertsAfter(String releasedTable, Origin origin) {
        return dataChanges.stream()
                .anyMatch(data -> data.path().owner().equals(releasedTable)
                        && data.change() instanceof SchemaChange.RowsChanged rows
                        && rows.verb().equals("insert")
                        && rows.origin().script().equals(origin.script())
                        && rows.origin().order() > origin.order());
    }
}
