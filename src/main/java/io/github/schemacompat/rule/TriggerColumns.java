package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What a trigger's columns mean to releases. */
final class TriggerColumns {
    private TriggerColumns() {}

    /** Whether all that the trigger does is to set columns that no supported release knows. */
    static boolean onlyNew(Difference difference, Situation situation) {
        if (!(difference.after() instanceof Trigger trigger)) {
            return false;
        }
        String table = difference.path().owner();
        SortedSet<String> sets = trigger.effect().sets();
        return !sets.isEmpty()
                && sets.stream().noneMatch(column -> {
                    String released = situation.provenance().releasedColumn(table, column);
                    return released != null
                            && situation.contracts().stream()
                                    .anyMatch(contract -> contract.knowsColumn(table, released));
                });
    }

    /**
     * The releases whose rows are refused without the trigger, because it fills a column that is demanded.
     *
     * @param table the released key of its table
     */
    static List<Break> refused(Trigger gone, String table, Situation situation) {
        Table current = situation.currentTable(table);
        List<Break> breaks = new ArrayList<>();
        for (ContractOf contract : situation.contracts()) {
            boolean relies = gone.timing().equals("before")
                    && gone.events().contains("insert")
                    && contract.has(ObjectPath.table(table))
                    && gone.effect().fills().stream()
                            .anyMatch(column -> isDemanded(situation.column(current, column), table, situation)
                                    && !populates(contract, table, column, situation));
            if (relies) {
                breaks.add(Users.WRITERS.of(contract.release()));
            }
        }
        return breaks;
    }

    private static boolean isDemanded(@Nullable Column column, String table, Situation situation) {
        return column != null
                && OmittedValue.isDemanded(
                        column, situation.dialect(), situation.state().types())
                && !situation.isFilled(table, situation.dialect().key(column.name()), "insert");
    }

    private static boolean populates(ContractOf contract, String table, String column, Situation situation) {
        String released = situation.provenance().releasedColumn(table, column);
        Column known = released == null ? null : contract.column(table, released);
        return known != null && known.marks().populated() != null;
    }
}
