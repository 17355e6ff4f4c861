package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Table;
import java.util.Set;
import java.util.TreeSet;

/** What foreign keys do to rows when those change that they refer to. */
final class ReferentialActions {
    private ReferentialActions() {}

    /** Whether the row that the key points at can't be deleted. */
    static boolean restrictsDelete(ForeignKey key) {
        return key.enforced()
                && !key.onDelete().equals("cascade")
                && !key.onDelete().startsWith("set ");
    }

    /**
     * The tables whose rows leave a column without a value when they are deleted, or get another key.
     *
     * @param columnKey the key that the column has now
     * @return released keys
     */
    static Set<String> settingToNull(Table table, String columnKey, Situation situation) {
        Set<String> parents = new TreeSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            boolean sets = key.onDelete().equals("set null") || key.onUpdate().equals("set null");
            String parent = situation.provenance().releasedTable(key.references());
            if (sets
                    && parent != null
                    && key.columns().stream()
                            .anyMatch(column -> situation.dialect().key(column).equals(columnKey))) {
                parents.add(parent);
            }
        }
        return parents;
    }
}
