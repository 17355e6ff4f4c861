package io.github.schemacompat.rule;

import io.github.schemacompat.change.Expressions;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may look at besides the difference.
 *
 * @param dialect the engine
 * @param policy what the project decided
 * @param contracts of the supported releases, highest first
 * @param built of the release being built: what the last release uses, minus what the new scripts deprecate; in post,
 *     what there is after the pre scripts
 * @param rollbackTargets contracts of the releases that can be rolled back to after post
 * @param released the schema of the last release; in post, the schema after the pre scripts
 * @param state the schema that is judged
 * @param provenance where the released objects are now
 * @param names of what there is or was, with their versions
 */
record Situation(
        Dialect dialect,
        RulePolicy policy,
        List<ContractOf> contracts,
        ContractOf built,
        List<ContractOf> rollbackTargets,
        Schema released,
        Schema state,
        Provenance provenance,
        NamesInUse names) {
    Situation {
        contracts = List.copyOf(contracts);
        rollbackTargets = List.copyOf(rollbackTargets);
    }

    Situation(
            Dialect dialect,
            RulePolicy policy,
            List<ContractOf> contracts,
            ContractOf built,
            List<ContractOf> rollbackTargets,
            Schema released,
            Schema state,
            Provenance provenance) {
        this(
                dialect,
                policy,
                contracts,
                built,
                rollbackTargets,
                released,
                state,
                provenance,
                new NamesInUse(
                        policy.versionedName(),
                        Stream.concat(
                                        Stream.of(released, state),
                                        contracts.stream().map(ContractOf::schema))
                                .toList()));
    }

    /** Breaks these users of each release that has the object and to which the condition applies. */
    List<Break> breaks(ObjectPath path, Users users, Predicate<ContractOf> condition) {
        List<Break> breaks = new ArrayList<>();
        for (ContractOf contract : contracts) {
            if (contract.has(path) && condition.test(contract)) {
                Break broken =
                        contract.isUnread(path) ? users.ofUnread(contract.release()) : users.of(contract.release());
                if (broken.readers() || broken.writers() || broken.callers()) {
                    breaks.add(broken);
                }
            }
        }
        return breaks;
    }

    List<Break> breaks(ObjectPath path, Users users) {
        return breaks(path, users, contract -> true);
    }

    /** Breaks each release that uses the table, sees its rows in another place, or writes rows that refer to them. */
    List<Break> breaksByLostRows(ObjectPath table) {
        List<Break> breaks = new ArrayList<>(breaks(table, Users.READERS_AND_WRITERS));
        for (ContractOf contract : contracts) {
            if (!contract.has(table)) {
                boolean readers = contract.connectedRows().losesRowsWith(table.owner());
                boolean writers = writesRowsThatReferTo(table.owner(), contract);
                if (readers || writers) {
                    breaks.add(new Break(contract.release(), readers, writers, false));
                }
            }
        }
        return breaks;
    }

    /**
     * Breaks the writers of each release whose rows refer to a table that is gone. SQLite leaves the reference as it is, and
     * refuses each row; other engines drop the key, or don't drop the table.
     */
    List<Break> breaksByDanglingKeys(ObjectPath table) {
        if (!dialect.is(Dialect.SQLITE) || state.tables().containsKey(table.owner())) {
            return List.of();
        }
        return contracts.stream()
                .filter(contract -> writesRowsThatReferTo(table.owner(), contract))
                .map(contract -> Users.WRITERS.of(contract.release()))
                .toList();
    }

    /** Whether the release writes rows of which a foreign key, as it is now, demands one of a released table. */
    private boolean writesRowsThatReferTo(String releasedTable, ContractOf contract) {
        String current = provenance.currentTable(releasedTable);
        String target = current == null ? releasedTable : current;
        for (Map.Entry<String, Table> each : state.tables().entrySet()) {
            for (ForeignKey key : each.getValue().foreignKeys()) {
                String referring = provenance.releasedTable(each.getKey());
                if (key.enforced()
                        && key.references().equals(target)
                        && referring != null
                        && contract.uses(referring, releasedColumns(referring, key.columns()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The released names of columns as they are called now; those that are new keep theirs. */
    private List<String> releasedColumns(String releasedTable, List<String> columns) {
        return columns.stream()
                .map(each -> {
                    String released = provenance.releasedColumn(releasedTable, each);
                    return released == null ? each : released;
                })
                .toList();
    }

    /** Breaks the writers of each release that leaves the column out because it has deprecated it. */
    List<Break> breaksLeavingOut(ObjectPath column) {
        String member = column.member();
        List<Break> breaks = new ArrayList<>();
        for (ContractOf contract : contracts) {
            if (member != null && contract.leavesOut(column.owner(), member)) {
                breaks.add(Users.WRITERS.of(contract.release()));
            }
        }
        return breaks;
    }

    /** Breaks the writers of each release that leaves the column out, and uses another one that is computed from it. */
    List<Break> breaksComputing(ObjectPath column) {
        String member = column.member();
        Expressions expressions = new Expressions(dialect);
        List<Break> breaks = new ArrayList<>();
        for (ContractOf contract : contracts) {
            Table table = contract.table(column.owner());
            boolean computes = table != null
                    && member != null
                    && contract.leavesOut(column.owner(), member)
                    && table.columns().stream()
                            .filter(each -> each.marks().deprecated() == null)
                            .map(Column::generated)
                            .anyMatch(each -> each != null && expressions.mentions(each, member));
            if (computes) {
                breaks.add(Users.WRITERS.of(contract.release()));
            }
        }
        return breaks;
    }

    /** The release being built, for sentences. */
    String builtName() {
        return built.release().equals(ContractOf.BEING_BUILT) ? ContractOf.BEING_BUILT : "release " + built.release();
    }

    Situation withContracts(List<ContractOf> others) {
        return new Situation(dialect, policy, others, built, rollbackTargets, released, state, provenance);
    }

    @Nullable
    Table releasedTable(String releasedKey) {
        return released.tables().get(releasedKey);
    }

    /** The released table as it is now, wherever it went, or null. */
    @Nullable
    Table currentTable(String releasedKey) {
        String key = provenance.currentTable(releasedKey);
        return key == null ? null : state.tables().get(key);
    }

    @Nullable
    Column column(@Nullable Table table, String columnKey) {
        if (table != null) {
            for (Column column : table.columns()) {
                if (dialect.key(column.name()).equals(columnKey)) {
                    return column;
                }
            }
        }
        return null;
    }

    /**
     * Whether a trigger gives the column a value in every row that is written without one.
     *
     * @param releasedTable key of its table
     * @param columnKey its key now
     * @param events of the writes that count
     */
    boolean isFilled(String releasedTable, String columnKey, String... events) {
        return triggersBefore(releasedTable, events)
                .anyMatch(trigger -> trigger.effect().fills().contains(columnKey));
    }

    /** The triggers that see a row before it is written. */
    Stream<Trigger> triggersBefore(String releasedTable, String... events) {
        String table = provenance.currentTable(releasedTable);
        return state.triggers().values().stream()
                .filter(trigger -> trigger.enabled()
                        && trigger.timing().equals("before")
                        && trigger.table() != null
                        && trigger.table().equals(table)
                        && trigger.events().containsAll(List.of(events)));
    }

    /** The name that a released table had. */
    QualifiedName tableName(String releasedKey) {
        Table table = released.tables().get(releasedKey);
        return table == null ? QualifiedName.of(releasedKey) : table.name();
    }

    /** The name that a released column has now, or null if it is gone. */
    @Nullable
    String currentName(String releasedTable, Column column) {
        String key = provenance.currentColumn(releasedTable, dialect.key(column.name()));
        Column now = key == null ? null : column(currentTable(releasedTable), key);
        return now == null ? null : now.name();
    }

    /** The name of a table by the key that it has now. */
    QualifiedName currentName(String currentKey) {
        Table table = state.tables().get(currentKey);
        return table == null ? QualifiedName.of(currentKey) : table.name();
    }

    /** The released key of a released table. */
    String releasedKey(Table table) {
        for (var entry : released.tables().entrySet()) {
            if (entry.getValue().equals(table)) {
                return entry.getKey();
            }
        }
        return table.name().toString();
    }

    /** The versioned names among the views, routines or types that there are or were. */
    VersionedNames versions(ObjectKind kind) {
        return names.of(kind);
    }

    /** A name as people write it. */
    String written(QualifiedName name) {
        return ObjectNames.written(name, dialect);
    }
}
