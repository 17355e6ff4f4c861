package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table on its way through the changes. */
final class TrackedTable {
    /** SQL Server gives each row a new one, whatever was copied. */
    private static final Set<String> ROW_VERSIONS = Set.of("rowversion", "timestamp");

    /** Its key in the released schema, or null if it is new. */
    final @Nullable String releasedKey;

    /** Its key now, or null if it is gone. */
    @Nullable
    String key;

    /** The drop that took it, or null. */
    @Nullable
    SchemaChange lost;

    /** What made a table of its own of a partition, or null. */
    @Nullable
    SchemaChange detachedBy;

    /** What gave it the name that it has, if a change did. */
    @Nullable
    SchemaChange namedBy;

    /** The rename or create that put a filled copy in its place, or null. */
    @Nullable
    SchemaChange rebuiltBy;

    /** By the key that they have now. */
    final Map<String, TrackedColumn> columns = new LinkedHashMap<>();

    /** The changes that took released columns, by released key. */
    final Map<String, SchemaChange> lostColumns = new HashMap<>();

    /** Tables whose rows were copied into this one, directly or by way of others, and the step at which that was last. */
    final Map<TrackedTable, Integer> copiedFrom = new LinkedHashMap<>();

    /** Columns into which rows were copied; those whose values the engine makes count as well. */
    private final Set<String> filled = new HashSet<>();

    /** Columns that the engine computes, and that so hold nothing of their own. */
    private final Set<String> computed = new HashSet<>();

    /** What stands for released columns that the copy has, once it has their values too. */
    private final Map<String, TrackedColumn> leftOut = new HashMap<>();

    final List<SchemaChange> trail = new ArrayList<>();

    TrackedTable(@Nullable String releasedKey, String key, Table table, Dialect dialect) {
        this.releasedKey = releasedKey;
        this.key = key;
        for (Column column : table.columns()) {
            String columnKey = dialect.key(column.name());
            columns.put(columnKey, new TrackedColumn(releasedKey == null ? null : columnKey));
            noteComputed(columnKey, column);
        }
    }

    private void noteComputed(String columnKey, Column column) {
        if (column.generated() != null || ROW_VERSIONS.contains(column.type().name())) {
            filled.add(columnKey);
        }
        if (column.generated() != null) {
            computed.add(columnKey);
        }
    }

    /** @param columnKeys none for all */
    void fill(List<String> columnKeys) {
        List<String> all = columnKeys.isEmpty() ? List.copyOf(columns.keySet()) : columnKeys;
        filled.addAll(all);
        for (String columnKey : all) {
            TrackedColumn column = leftOut.remove(columnKey);
            if (column != null && column.releasedKey != null) {
                columns.put(columnKey, column);
                lostColumns.remove(column.releasedKey);
            }
        }
    }

    void addColumn(String columnKey, SchemaChange change) {
        if (change instanceof SchemaChange.Created created && created.after() instanceof Column added) {
            noteComputed(columnKey, added);
        }
        TrackedColumn column = columns.get(columnKey);
        if (column == null || column.releasedKey != null || !column.trail.isEmpty()) {
            boolean same = isGeneratedAnew(columnKey, change);
            if (same) {
                lostColumns.remove(columnKey);
            }
            column = new TrackedColumn(same ? columnKey : null);
            columns.put(columnKey, column);
        }
        column.trail.add(change);
    }

    /** A generated column holds nothing of its own: dropped and added again, it is the same one. */
    private boolean isGeneratedAnew(String columnKey, SchemaChange change) {
        return lostColumns.get(columnKey) instanceof SchemaChange.Dropped dropped
                && dropped.before() instanceof Column before
                && before.generated() != null
                && change instanceof SchemaChange.Created created
                && created.after() instanceof Column after
                && after.generated() != null;
    }

    void loseColumn(String columnKey, SchemaChange change) {
        TrackedColumn column = columns.remove(columnKey);
        if (column != null && column.releasedKey != null) {
            lostColumns.put(column.releasedKey, change);
        }
    }

    void renameColumn(String from, String to, SchemaChange change) {
        TrackedColumn column = columns.remove(from);
        if (column != null) {
            column.trail.add(change);
            columns.put(to, column);
        }
        if (filled.remove(from)) {
            filled.add(to);
        }
        if (computed.remove(from)) {
            computed.add(to);
        }
    }

    void alterColumn(String columnKey, SchemaChange change) {
        TrackedColumn column = columns.get(columnKey);
        if (column != null) {
            column.trail.add(change);
        }
    }

    /** Goes on as the copy that now has its name. */
    void goOnAs(TrackedTable copy, SchemaChange place) {
        Map<String, TrackedColumn> own = new LinkedHashMap<>(columns);
        columns.clear();
        for (String columnKey : copy.columns.keySet()) {
            String ownKey = own.containsKey(columnKey) || !copy.computed.contains(columnKey)
                    ? columnKey
                    : computedAs(columnKey, own);
            TrackedColumn old = own.get(ownKey);
            TrackedColumn column = new TrackedColumn(old == null ? null : old.releasedKey);
            column.trail.add(place);
            if (old != null && !copy.filled.contains(columnKey)) {
                leftOut.put(columnKey, column);
                column = new TrackedColumn(null);
                column.trail.add(place);
            } else {
                own.remove(ownKey);
            }
            columns.put(columnKey, column);
        }
        for (TrackedColumn left : own.values()) {
            if (left.releasedKey != null) {
                lostColumns.put(left.releasedKey, place);
            }
        }
        computed.clear();
        computed.addAll(copy.computed);
        key = copy.key;
        lost = null;
        namedBy = place;
        rebuiltBy = place;
        trail.clear();
        trail.add(place);
    }

    /** What a computed column is called that was released by this name: the copy computes it anew. */
    private String computedAs(String releasedColumn, Map<String, TrackedColumn> own) {
        return own.entrySet().stream()
                .filter(each -> releasedColumn.equals(each.getValue().releasedKey) && computed.contains(each.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(releasedColumn);
    }

    /** The column that stands for a released one, or null. */
    @Nullable
    String currentColumn(String releasedColumn) {
        for (Map.Entry<String, TrackedColumn> column : columns.entrySet()) {
            if (releasedColumn.equals(column.getValue().releasedKey)) {
                return column.getKey();
            }
        }
        return null;
    }
}
