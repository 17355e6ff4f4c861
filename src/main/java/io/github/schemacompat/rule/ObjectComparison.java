package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnPath;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.script.Phase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares views, routines, triggers, sequences, types and synonyms. They hold no rows: what is dropped and there again
 * at the end under its name is one change.
 */
final class ObjectComparison {
    private final Schema released;
    private final Schema state;
    private final Dialect dialect;
    private final Phase phase;
    private final Provenance provenance;
    private final ObjectDifferences found;

    ObjectComparison(Schema released, Schema state, Dialect dialect, Phase phase, Provenance provenance) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.phase = phase;
        this.provenance = provenance;
        this.found = new ObjectDifferences(phase, provenance);
    }

    List<Difference> differences() {
        new ViewComparison(released, state, dialect, provenance, found).compare();
        new RoutineComparison(released, state, dialect, provenance, found).compare();
        new TriggerComparison(released, state, dialect, phase, provenance, found).compare();
        sequences();
        new TypeComparison(released, state, dialect, provenance, found).compare();
        synonyms();
        missing();
        grants();
        return found.all();
    }

    /** What is made anew, for whoever had rights on it. */
    private void grants() {
        released.views().forEach((key, view) -> grants(ObjectKind.VIEW, key, view, state.views()));
        released.routines().forEach((key, routine) -> grants(ObjectKind.ROUTINE, key, routine, state.routines()));
        released.sequences().forEach((key, sequence) -> grants(ObjectKind.SEQUENCE, key, sequence, state.sequences()));
        released.types().forEach((key, type) -> grants(ObjectKind.TYPE, key, type, state.types()));
        released.tables().forEach((key, table) -> grants(ObjectKind.TABLE, key, table, state.tables()));
    }

    private void grants(ObjectKind kind, String key, SchemaElement before, Map<String, ? extends SchemaElement> now) {
        ObjectPath path = ObjectPath.of(kind, key);
        SchemaElement after = now.get(key);
        boolean anew = provenance.touching(path).stream().anyMatch(SchemaChange.Dropped.class::isInstance);
        TrackedTable table = kind == ObjectKind.TABLE ? provenance.table(key) : null;
        boolean goesOn = kind != ObjectKind.TABLE || table != null && table.rebuiltBy != null;
        if (after != null && anew && goesOn) {
            found.add(
                    DifferenceKind.GRANTS_LOST,
                    path,
                    ObjectNames.of(released, path, dialect),
                    before,
                    after,
                    null,
                    comingBack(path));
        }
    }

    /** The change that put something in the place of what was dropped. */
    private @Nullable Origin comingBack(ObjectPath path) {
        Origin origin = null;
        for (SchemaChange change : provenance.touching(path)) {
            if (change instanceof SchemaChange.Created || change instanceof SchemaChange.Renamed) {
                origin = change.origin();
            }
        }
        return origin;
    }

    /** What is there before and after, but not in between. */
    private void missing() {
        released.views().forEach((key, view) -> missing(ObjectKind.VIEW, key, view, state.views()));
        released.routines().forEach((key, routine) -> missing(ObjectKind.ROUTINE, key, routine, state.routines()));
        released.types().forEach((key, type) -> missing(ObjectKind.TYPE, key, type, state.types()));
        released.synonyms().forEach((key, synonym) -> missing(ObjectKind.SYNONYM, key, synonym, state.synonyms()));
        released.triggers().forEach((key, trigger) -> missing(ObjectKind.TRIGGER, key, trigger, state.triggers()));
    }

    private void missing(ObjectKind kind, String key, SchemaElement before, Map<String, ? extends SchemaElement> now) {
        ObjectPath path = ObjectPath.of(kind, key);
        SchemaElement after = now.get(key);
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = 0; i + 1 < trail.size() && after != null; i++) {
            Origin dropped = trail.get(i).origin();
            Origin made = trail.get(i + 1).origin();
            if (trail.get(i) instanceof SchemaChange.Dropped
                    && !dropped.script().equals(made.script())
                    && dropped.script().phase() == made.script().phase()) {
                String owner = before instanceof Trigger trigger ? trigger.table() : null;
                found.add(new Difference(
                        DifferenceKind.BRIEFLY_MISSING,
                        owner == null ? path : new ObjectPath(kind, owner, key),
                        before instanceof Trigger trigger
                                ? ObjectNames.trigger(released, trigger, owner, dialect)
                                : ObjectNames.of(released, path, dialect),
                        before,
                        after,
                        null,
                        dropped,
                        trail,
                        phase,
                        null));
                return;
            }
        }
    }

    private void sequences() {
        for (Map.Entry<String, Sequence> entry : released.sequences().entrySet()) {
            Sequence before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.SEQUENCE, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            Sequence now = state.sequences().get(entry.getKey());
            if (now == null) {
                ObjectPath target = provenance.movedTo(path);
                Sequence moved = target == null ? null : state.sequences().get(target.owner());
                if (moved == null && wentWithItsTable(before)) {
                    continue;
                }
                found.gone(
                        DifferenceKind.SEQUENCE_DROPPED,
                        DifferenceKind.SEQUENCE_RENAMED,
                        path,
                        name,
                        before,
                        moved,
                        target);
            } else if (!before.options().equals(now.options()) || isMadeAnew(path)) {
                found.add(DifferenceKind.SEQUENCE_CHANGED, path, name, before, now, null, found.made(path));
            }
        }
    }

    /** Whether the column that it numbers moved to another schema, and took it along. */
    private boolean wentWithItsTable(Sequence before) {
        String owner = before.ownedBy();
        ColumnPath column = owner == null ? null : ColumnPath.parse(owner);
        String table = column == null ? null : provenance.currentTable(column.table());
        String now = column == null ? null : provenance.currentColumn(column.table(), column.column());
        return table != null
                && now != null
                && !table.equals(column.table())
                && state.sequences().values().stream()
                        .anyMatch(each -> new ColumnPath(table, now).toString().equals(each.ownedBy()));
    }

    private boolean isMadeAnew(ObjectPath path) {
        return provenance.touching(path).stream().anyMatch(SchemaChange.Dropped.class::isInstance);
    }

    private void synonyms() {
        for (Map.Entry<String, Synonym> entry : released.synonyms().entrySet()) {
            Synonym before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.SYNONYM, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            Synonym now = state.synonyms().get(entry.getKey());
            if (now == null) {
                found.gone(
                        DifferenceKind.SYNONYM_DROPPED, DifferenceKind.SYNONYM_DROPPED, path, name, before, null, null);
            } else if (!before.target().equals(now.target()) || !Objects.equals(before.database(), now.database())) {
                found.add(DifferenceKind.SYNONYM_RETARGETED, path, name, before, now, null, found.made(path));
            }
        }
    }
}
