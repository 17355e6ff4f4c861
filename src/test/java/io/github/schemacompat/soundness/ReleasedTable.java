package io.github.schemacompat.soundness;

import java.util.ArrayList;
import java.util.List;

/**
 * A released table.
 *
 * @param name as the catalog has it
 * @param unread the names of those that are written and not read
 * @param honored the names of those that get ordinary values only
 * @param keys the primary key first, if it has one; the columns of each
 * @param hasPrimaryKey whether the first of them is the primary key
 */
record ReleasedTable(
        String name,
        List<ReleasedColumn> columns,
        List<String> unread,
        List<String> honored,
        List<List<String>> keys,
        boolean hasPrimaryKey) {
    /** How many rows it has; others refer to the first three. */
    static final int ROWS = 4;

    static final int REFERRED_ROWS = 3;

    ReleasedColumn column(String columnName) {
        return columns.stream()
                .filter(each -> each.name().equals(columnName))
                .findFirst()
                .orElseThrow();
    }

    boolean isInKey(ReleasedColumn column) {
        return keys.stream().anyMatch(key -> key.contains(column.name()));
    }

    /** What a SELECT names. */
    List<ReleasedColumn> readable() {
        return columns.stream().filter(each -> !unread.contains(each.name())).toList();
    }

    /** What an INSERT names: all that isn't made by the database itself. */
    List<ReleasedColumn> writable() {
        List<ReleasedColumn> writable = new ArrayList<>();
        for (ReleasedColumn column : columns) {
            if (!column.isGenerated() && !column.isIdentity()) {
                writable.add(column);
            }
        }
        return writable;
    }

    /** As an application sees it that keeps its promises. */
    ReleasedTable seenWith(Promises promises) {
        List<ReleasedColumn> seen = columns.stream()
                .filter(each -> !promises.deprecates(each.name()))
                .map(each -> promises.populates(each.name()) ? each.populated() : each)
                .toList();
        List<List<String>> seenKeys = keys.stream()
                .filter(key -> key.stream().noneMatch(promises::deprecates))
                .toList();
        return new ReleasedTable(
                name, seen, names(seen, promises.unread()), names(seen, promises.honored()), seenKeys, hasPrimaryKey);
    }

    private static List<String> names(List<ReleasedColumn> columns, List<String> wanted) {
        return columns.stream()
                .map(ReleasedColumn::name)
                .filter(wanted::contains)
                .toList();
    }
}
