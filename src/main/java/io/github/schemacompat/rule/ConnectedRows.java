package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows that a release minds although it may have deprecated their table: something that it uses shows them, or they go with
 * rows that it uses.
 */
final class ConnectedRows {
    private static final String CASCADE = "cascade";

    /** What a foreign key does to rows that refer to one that is deleted. */
    private static final Set<String> ROWS_STAY = Set.of("no action", "restrict");

    private final ContractOf contract;
    private final Schema schema;
    private final Dialect dialect;

    ConnectedRows(ContractOf contract, Schema schema, Dialect dialect) {
        this.contract = contract;
        this.schema = schema;
        this.dialect = dialect;
    }

    /** Whether the release deletes rows of the table, or others with which they go. */
    boolean deletesRowsOf(String tableKey) {
        return deletesRowsOf(tableKey, new TreeSet<>());
    }

    private boolean deletesRowsOf(String key, Set<String> seen) {
        Table table = schema.tables().get(key);
        return table != null
                && seen.add(key)
                && (contract.table(key) != null
                        || table.foreignKeys().stream()
                                .anyMatch(foreignKey -> foreignKey.onDelete().equals(CASCADE)
                                        && deletesRowsOf(foreignKey.references(), seen)));
    }

    /**
     * Whether something that the release uses shows a table's rows or goes with them: a view, a synonym, a routine, rows that refer to
     * them. So it minds their loss although it has deprecated the table itself.
     */
    boolean losesRowsWith(String tableKey) {
        return losesRowsWith(tableKey, new TreeSet<>());
    }

    private boolean losesRowsWith(String key, Set<String> seen) {
        if (contract.ignores(key) || !seen.add(key)) {
            return false;
        }
        boolean byAnotherName = schema.synonyms().entrySet().stream()
                .anyMatch(each -> dialect.key(each.getValue().target(), dialect.defaultSchema())
                                .equals(key)
                        && contract.isUsed(ObjectPath.of(ObjectKind.SYNONYM, each.getKey())));
        return byAnotherName
                || isShownByItsTable(key, seen)
                || schema.views().entrySet().stream()
                        .filter(each -> each.getValue().uses().stream()
                                .anyMatch(used -> used.equals(key) || used.startsWith(key + ".")))
                        .anyMatch(each -> contract.view(each.getKey()) != null || losesRowsWith(each.getKey(), seen))
                || schema.routines().entrySet().stream()
                        .filter(each -> each.getValue().uses().contains(key))
                        .anyMatch(each -> contract.routine(each.getKey()) != null)
                || schema.tables().entrySet().stream()
                        .anyMatch(each -> each.getValue().foreignKeys().stream()
                                .filter(foreignKey -> foreignKey.references().equals(key))
                                .anyMatch(foreignKey -> goesAlong(each.getKey(), foreignKey, seen)));
    }

    /** A release that has deprecated a partition and not its table means these rows. */
    private boolean isShownByItsTable(String key, Set<String> seen) {
        Table table = schema.tables().get(key);
        return table != null
                && table.partition()
                && table.parents().stream()
                        .anyMatch(whole -> contract.table(whole) == null && losesRowsWith(whole, seen));
    }

    /** Whether the release minds what becomes of the rows that refer to those that go. */
    private boolean goesAlong(String tableKey, ForeignKey foreignKey, Set<String> seen) {
        if (ROWS_STAY.contains(foreignKey.onDelete())) {
            return false;
        }
        return foreignKey.onDelete().equals(CASCADE)
                ? contract.table(tableKey) != null || losesRowsWith(tableKey, seen)
                : contract.uses(tableKey, foreignKey.columns());
    }

    /**
     * Whether the trigger of a table that the release doesn't use does something to what it does use: it fires when rows go
     * along with those that they refer to.
     */
    boolean isFiredByOthers(String tableKey, String triggerKey) {
        Trigger trigger = schema.triggers().get(triggerKey);
        return dialect.cascadesFireTriggers()
                && (trigger == null || touchesUsed(trigger))
                && goesWithUsed(tableKey, new TreeSet<>());
    }

    private boolean touchesUsed(Trigger trigger) {
        Set<String> touched = new TreeSet<>(trigger.uses());
        Routine function = schema.routines().get(String.valueOf(trigger.function()));
        if (function != null) {
            touched.addAll(function.uses());
        }
        return touched.stream().anyMatch(each -> contract.table(each) != null || contract.view(each) != null);
    }

    /** Whether rows of the table are deleted or changed with rows of one that the release uses. */
    private boolean goesWithUsed(String tableKey, Set<String> seen) {
        Table table = schema.tables().get(tableKey);
        return table != null
                && seen.add(tableKey)
                && table.foreignKeys().stream()
                        .filter(key -> !ROWS_STAY.contains(key.onDelete()) || !ROWS_STAY.contains(key.onUpdate()))
                        .anyMatch(key ->
                                contract.table(key.references()) != null || goesWithUsed(key.references(), seen));
    }
}
