package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the last released schema with a state that the new scripts lead to. */
final class SchemaComparison {
    private final Schema released;
    private final Schema state;
    private final Dialect dialect;
    private final Phase phase;
    private final Provenance provenance;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * @param released the last released schema
     * @param changes all that led from it to the state, in order
     * @param state the schema to judge
     * @param phase after which it stands
     */
    SchemaComparison(Schema released, List<SchemaChange> changes, Schema state, Dialect dialect, Phase phase) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.phase = phase;
        this.provenance = Provenance.follow(released, changes, dialect);
    }

    Provenance provenance() {
        return provenance;
    }

    /** What became of the released objects, and what was added to them. */
    List<Difference> differences() {
        for (Map.Entry<String, Table> table : released.tables().entrySet()) {
            table(table.getKey(), table.getValue());
        }
        deleteRestrictions();
        differences.addAll(new ObjectComparison(released, state, dialect, phase, provenance).differences());
        namespaces();
        for (Provenance.DataChange change : LastWord.of(provenance.dataChanges(), released.grants())) {
            if (!provenance.isGivenBack(change)) {
                differences.add(dataDifference(change));
            }
        }
        differences.addAll(
                new DependentComparison(released, state, provenance, dialect, phase).of(List.copyOf(differences)));
        return List.copyOf(differences);
    }

    private void namespaces() {
        for (String namespace : released.namespaces()) {
            if (state.namespaces().contains(namespace)) {
                continue;
            }
            ObjectPath path = ObjectPath.of(ObjectKind.SCHEMA, namespace);
            ObjectPath target = provenance.movedTo(path);
            Origin origin = Trail.last(provenance.touching(path));
            if (target != null && origin != null && state.namespaces().contains(target.owner())) {
                // what is in it has a new name because of it
                differences.replaceAll(each -> isRenamedAt(origin, each) ? each.causedBy(path) : each);
            }
            differences.add(new Difference(
                    target == null ? DifferenceKind.SCHEMA_DROPPED : DifferenceKind.SCHEMA_RENAMED,
                    path,
                    namespace,
                    null,
                    null,
                    target,
                    origin,
                    provenance.touching(path),
                    phase,
                    null));
        }
    }

    private static boolean isRenamedAt(Origin place, Difference difference) {
        Origin origin = difference.origin();
        return origin != null
                && origin.order() == place.order()
                && origin.span().equals(place.span())
                && difference.newPath() != null;
    }

    private void table(String key, Table before) {
        ObjectPath path = ObjectPath.table(key);
        String name = ObjectNames.written(before.name(), dialect);
        TrackedTable tracked = provenance.table(key);
        if (tracked == null) {
            return;
        }
        String currentKey = tracked.key;
        Table current = currentKey == null ? null : state.tables().get(currentKey);
        if (current == null || currentKey == null) {
            SchemaChange lost = tracked.lost;
            boolean notYetThere = lost == null && before.assumed();
            if (notYetThere || fellWithARebuiltTable(before, lost) || isInItsTable(key, before)) {
                return;
            }
            differences.add(new Difference(
                    before.partition() ? DifferenceKind.PARTITION_DROPPED : DifferenceKind.TABLE_DROPPED,
                    path,
                    name,
                    before,
                    state.tables().get(key),
                    null,
                    lost == null ? Trail.of(tracked) : lost.origin(),
                    tracked.trail,
                    phase,
                    lost instanceof SchemaChange.Dropped dropped ? dropped.cause() : null));
            return;
        }
        if (before.partition()) {
            partition(key, before, current, tracked);
            return;
        }
        // the replay shares what no statement touched
        boolean untouched = current == before && tracked.trail.isEmpty();
        if (untouched) {
            return;
        }
        if (!currentKey.equals(key) && state.tables().containsKey(key)) {
            SchemaChange namedBy = tracked.namedBy;
            differences.add(new Difference(
                    DifferenceKind.TABLE_DROPPED,
                    path,
                    name,
                    before,
                    state.tables().get(key),
                    null,
                    namedBy == null ? Trail.of(tracked) : namedBy.origin(),
                    tracked.trail,
                    phase,
                    null));
            return;
        }
        boolean otherCase = dialect.serversMindCaseOfTables()
                && !before.name().name().equals(current.name().name());
        if (!currentKey.equals(key) || otherCase) {
            SchemaChange namedBy = tracked.namedBy;
            differences.add(new Difference(
                    DifferenceKind.TABLE_RENAMED,
                    path,
                    name,
                    before,
                    current,
                    ObjectPath.table(currentKey),
                    namedBy == null ? Trail.of(tracked) : namedBy.origin(),
                    tracked.trail,
                    phase,
                    null));
        }
        if (before.marks().deprecated() == null && current.marks().deprecated() != null) {
            differences.add(new Difference(
                    DifferenceKind.TABLE_DEPRECATED,
                    path,
                    name,
                    before,
                    current,
                    null,
                    tracked.trail.stream()
                            .filter(change -> change instanceof SchemaChange.Altered altered
                                    && altered.after() instanceof Table marked
                                    && marked.marks().deprecated() != null)
                            .map(SchemaChange::origin)
                            .findFirst()
                            .orElse(Trail.of(tracked)),
                    tracked.trail,
                    phase,
                    null));
        }
        differences.addAll(
                new TableComparison(key, before, current, tracked, provenance, released, state, dialect, phase)
                        .differences());
        differences.addAll(
                new ConstraintComparison(key, before, current, tracked, provenance, dialect, phase).differences());
    }

    /** What a partition has of its own, for the rows of its table have to do with it. */
    private void partition(String key, Table before, Table current, TrackedTable tracked) {
        List<String> whole = parentsNow(before);
        if (!current.partition() || current.parents().stream().noneMatch(whole::contains)) {
            SchemaChange detached = tracked.detachedBy;
            if (detached != null && !isInItsTable(key, before)) {
                differences.add(new Difference(
                        DifferenceKind.PARTITION_DETACHED,
                        ObjectPath.table(key),
                        ObjectNames.written(before.name(), dialect),
                        before,
                        current,
                        null,
                        detached.origin(),
                        tracked.trail,
                        phase,
                        null));
            }
            return;
        }
        List<Table> tables =
                whole.stream().map(state.tables()::get).filter(Objects::nonNull).toList();
        Stream.concat(
                        new TableComparison(key, before, current, tracked, provenance, released, state, dialect, phase)
                                .differences().stream(),
                        new ConstraintComparison(key, before, current, tracked, provenance, dialect, phase)
                                .differences().stream())
                .filter(new OwnOfPartition(tables, dialect)::isOwn)
                .forEach(differences::add);
    }

    private List<String> parentsNow(Table partition) {
        return partition.parents().stream()
                .map(provenance::currentTable)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the rows of a partition were copied into the table that it was a part of, as when partitions are split. */
    private boolean isInItsTable(String key, Table partition) {
        return partition.partition()
                && partition.parents().stream().anyMatch(parent -> provenance.isCopied(key, parent));
    }

    /** Whether the rows of a partition are in a table that was filled from the one that it was a part of. */
    private boolean fellWithARebuiltTable(Table partition, @Nullable SchemaChange lost) {
        return partition.partition()
                && lost instanceof SchemaChange.Dropped dropped
                && dropped.cause() != null
                && partition.parents().stream()
                        .map(provenance::table)
                        .anyMatch(parent -> parent != null && parent.key != null && parent.rebuiltBy != null);
    }

    /** Foreign keys from new tables to released ones that don't let go of the row that they point at. */
    private void deleteRestrictions() {
        for (Map.Entry<String, Table> table : state.tables().entrySet()) {
            // what a partition holds on to, its table does
            if (provenance.releasedTable(table.getKey()) != null
                    || table.getValue().partition()) {
                continue;
            }
            table.getValue().foreignKeys().stream()
                    .filter(ReferentialActions::restrictsDelete)
                    .forEach(key -> {
                        String target = provenance.releasedTable(key.references());
                        Table parent = target == null ? null : released.tables().get(target);
                        if (target != null && parent != null) {
                            List<SchemaChange> trail = provenance.trail(table.getKey());
                            Origin made = Trail.making(trail, key);
                            Origin created = Trail.making(provenance.touching(ObjectPath.table(table.getKey())));
                            differences.add(new Difference(
                                    DifferenceKind.DELETE_RESTRICTED,
                                    ObjectPath.table(target),
                                    ObjectNames.written(parent.name(), dialect),
                                    null,
                                    key,
                                    ObjectPath.table(table.getKey()),
                                    made == null ? created : made,
                                    trail,
                                    phase,
                                    null));
                        }
                    });
        }
    }

    private Difference dataDifference(Provenance.DataChange data) {
        SchemaChange change = data.change();
        return new Difference(
                kind(data),
                data.path(),
                ObjectNames.of(released, data.path(), dialect),
                null,
                null,
                null,
                change.origin(),
                List.of(change),
                change.origin().script().phase(),
                null);
    }

    private static DifferenceKind kind(Provenance.DataChange data) {
        SchemaChange change = data.change();
        if (change instanceof SchemaChange.Truncated) {
            return DifferenceKind.TABLE_TRUNCATED;
        }
        if (change instanceof SchemaChange.PartitionDropped) {
            return DifferenceKind.PARTITION_DROPPED;
        }
        if (change instanceof SchemaChange.NumberingRestarted) {
            return DifferenceKind.NUMBERING_RESTARTED;
        }
        if (change instanceof SchemaChange.PrivilegeChanged privilege) {
            return privilege.verb().equals("grant")
                    ? DifferenceKind.PRIVILEGE_GRANTED
                    : DifferenceKind.PRIVILEGE_REVOKED;
        }
        if (change instanceof SchemaChange.RowSecurityChanged security) {
            return security.enabled() ? DifferenceKind.ROW_SECURITY_ENABLED : DifferenceKind.ROW_SECURITY_DISABLED;
        }
        if (change instanceof SchemaChange.RowPolicyChanged) {
            return DifferenceKind.ROW_POLICIES_CHANGED;
        }
        if (change instanceof SchemaChange.ReadOnlyChanged readOnly) {
            return readOnly.enabled() ? DifferenceKind.TABLE_MADE_READ_ONLY : DifferenceKind.TABLE_MADE_WRITABLE;
        }
        if (change instanceof SchemaChange.ReorgChanged) {
            return DifferenceKind.REORG_NEEDED;
        }
        if (change instanceof SchemaChange.RowsChanged rows && !rows.filtered()) {
            if (rows.verb().equals("delete")) {
                return DifferenceKind.ROWS_DELETED;
            }
            boolean overwrites =
                    rows.verb().equals("update") && !data.releasedColumns().isEmpty();
            return !overwrites ? DifferenceKind.ROWS_TOUCHED : DifferenceKind.ROWS_OVERWRITTEN;
        }
        return DifferenceKind.ROWS_TOUCHED;
    }
}
