package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnPath;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final List<Difference> differences = new ArrayList<>();

    ObjectComparison(Schema released, Schema state, Dialect dialect, Phase phase, Provenance provenance) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.phase = phase;
        this.provenance = provenance;
    }

    List<Difference> differences() {
        views();
        routines();
        triggers();
        sequences();
        types();
        synonyms();
        missing();
        grants();
        return differences;
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
            add(
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
                differences.add(new Difference(
                        DifferenceKind.BRIEFLY_MISSING,
                        owner == null ? path : new ObjectPath(kind, owner, key),
                        before instanceof Trigger trigger
                                ? triggerName(trigger, owner, released)
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

    private void views() {
        Set<String> known = new HashSet<>(released.views().keySet());
        for (Map.Entry<String, View> entry : released.views().entrySet()) {
            View before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.VIEW, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            View now = state.views().get(entry.getKey());
            if (now != null) {
                if (!before.definition().equals(now.definition()) || columnsMoved(before, now, path)) {
                    add(DifferenceKind.VIEW_EDITED, path, name, before, now, null, defined(path, before, now));
                }
                continue;
            }
            ObjectPath target = provenance.movedTo(path);
            View moved = target == null ? null : state.views().get(target.owner());
            if (moved != null && target != null) {
                known.add(target.owner());
            }
            gone(DifferenceKind.VIEW_DROPPED, DifferenceKind.VIEW_RENAMED, path, name, before, moved, target);
        }
        for (Map.Entry<String, View> entry : state.views().entrySet()) {
            if (!known.contains(entry.getKey())) {
                ObjectPath path = ObjectPath.of(ObjectKind.VIEW, entry.getKey());
                View view = entry.getValue();
                add(
                        DifferenceKind.VIEW_ADDED,
                        path,
                        ObjectNames.written(view.name(), dialect),
                        null,
                        view,
                        null,
                        made(path));
            }
        }
    }

    /** The change that gave the view its text; a refresh behind it changes nothing but columns. */
    private @Nullable Origin defined(ObjectPath path, View before, View now) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0 && !before.definition().equals(now.definition()); i--) {
            if (trail.get(i) instanceof SchemaChange.Created
                    || trail.get(i) instanceof SchemaChange.Altered altered
                            && altered.before() instanceof View old
                            && altered.after() instanceof View edited
                            && !old.definition().equals(edited.definition())) {
                return trail.get(i).origin();
            }
        }
        return made(path);
    }

    /** Whether the same text was resolved anew to other columns; what follows from a column's own change isn't it. */
    private boolean columnsMoved(View before, View now, ObjectPath path) {
        List<ViewColumn> old = before.columns();
        List<ViewColumn> current = now.columns();
        return old != null
                && current != null
                && !names(old).equals(names(current))
                && !followed(old).equals(names(current))
                && !provenance.touching(path).isEmpty();
    }

    /** The names that the columns have if nothing but what became of the tables' own columns is to be seen. */
    private List<String> followed(List<ViewColumn> columns) {
        List<String> names = new ArrayList<>();
        for (ViewColumn column : columns) {
            String key = dialect.key(column.name());
            String star = column.star();
            if (star != null && released.tables().containsKey(star)) {
                key = provenance.currentColumn(star, key);
            }
            if (key != null) {
                names.add(key);
            }
        }
        return names;
    }

    private List<String> names(List<ViewColumn> columns) {
        return columns.stream().map(column -> dialect.key(column.name())).toList();
    }

    /** Where several released routines share the name, their arguments tell them apart. */
    private String routineName(String key, Routine routine) {
        String name = ObjectNames.written(routine.name(), dialect);
        int arguments = Routine.argumentsAt(key);
        if (!dialect.overloadsRoutines() || arguments < 0) {
            return name;
        }
        String prefix = key.substring(0, arguments + 1);
        boolean overloaded =
                released.routines().keySet().stream().anyMatch(other -> other.startsWith(prefix) && !other.equals(key));
        return overloaded ? name + key.substring(arguments).replace(",", ", ") : name;
    }

    private void routines() {
        Set<String> known = new HashSet<>(released.routines().keySet());
        for (Map.Entry<String, Routine> entry : released.routines().entrySet()) {
            Routine before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.ROUTINE, entry.getKey());
            String name = routineName(entry.getKey(), before);
            Routine now = state.routines().get(entry.getKey());
            if (now != null) {
                if (!before.definition().equals(now.definition())) {
                    edited(path, name, before, now);
                }
                continue;
            }
            ObjectPath target = provenance.movedTo(path);
            Routine moved = target == null ? null : state.routines().get(target.owner());
            if (moved != null && target != null) {
                known.add(target.owner());
                gone(DifferenceKind.ROUTINE_DROPPED, DifferenceKind.ROUTINE_RENAMED, path, name, before, moved, target);
                continue;
            }
            String successor = sameName(entry.getKey(), known);
            if (successor != null) {
                known.add(successor);
                ObjectPath newPath = ObjectPath.of(ObjectKind.ROUTINE, successor);
                Routine replaced = state.routines().get(successor);
                add(
                        DifferenceKind.ROUTINE_EDITED,
                        path,
                        name,
                        before,
                        replaced,
                        newPath,
                        called(newPath, before, replaced));
                continue;
            }
            gone(DifferenceKind.ROUTINE_DROPPED, DifferenceKind.ROUTINE_RENAMED, path, name, before, null, null);
        }
        for (Map.Entry<String, Routine> entry : state.routines().entrySet()) {
            if (!known.contains(entry.getKey())) {
                ObjectPath path = ObjectPath.of(ObjectKind.ROUTINE, entry.getKey());
                Routine routine = entry.getValue();
                add(
                        DifferenceKind.ROUTINE_ADDED,
                        path,
                        ObjectNames.written(routine.name(), dialect),
                        null,
                        routine,
                        null,
                        made(path));
            }
        }
    }

    /** The change that gave the routine its signature, if that is another one, else the last that made it. */
    private @Nullable Origin called(ObjectPath path, Routine released, @Nullable Routine now) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0 && now != null && !sameSignature(released, now); i--) {
            if (trail.get(i) instanceof SchemaChange.Created
                    || trail.get(i) instanceof SchemaChange.Altered altered
                            && altered.before() instanceof Routine old
                            && altered.after() instanceof Routine edited
                            && !sameSignature(old, edited)) {
                return trail.get(i).origin();
            }
        }
        return made(path);
    }

    private static boolean sameSignature(Routine one, Routine other) {
        return one.parameters().equals(other.parameters()) && Objects.equals(one.returns(), other.returns());
    }

    /** A trigger function is no object of the contract; what it does, it does to the tables of its triggers. */
    private void edited(ObjectPath path, String name, Routine before, Routine now) {
        if (!before.isTriggerFunction()) {
            add(DifferenceKind.ROUTINE_EDITED, path, name, before, now, null, called(path, before, now));
            return;
        }
        for (Map.Entry<String, Trigger> trigger : released.triggers().entrySet()) {
            String table = trigger.getValue().table();
            if (path.owner().equals(trigger.getValue().function()) && table != null) {
                ObjectPath onTable = new ObjectPath(ObjectKind.TRIGGER, table, trigger.getKey());
                add(DifferenceKind.TRIGGER_FUNCTION_EDITED, onTable, name, before, now, null, made(path));
                return;
            }
        }
    }

    /** A new overload that stands where a released one is gone: the same routine with other arguments. */
    private @Nullable String sameName(String key, Set<String> known) {
        int arguments = Routine.argumentsAt(key);
        if (arguments < 0) {
            return null;
        }
        String prefix = key.substring(0, arguments + 1);
        for (String candidate : state.routines().keySet()) {
            if (candidate.startsWith(prefix) && !known.contains(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private void triggers() {
        Set<String> known = new HashSet<>();
        for (Map.Entry<String, Trigger> entry : released.triggers().entrySet()) {
            Trigger before = entry.getValue();
            String table = before.table();
            String tableNow = table == null ? null : ownerNow(table);
            if (table != null && tableNow == null) {
                goneWithItsTable(entry.getKey(), before, table);
                continue;
            }
            String expected = triggerKey(entry.getKey(), table, tableNow);
            ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, table == null ? expected : table, entry.getKey());
            ObjectPath own = ObjectPath.of(ObjectKind.TRIGGER, expected);
            String name = triggerName(before, table, released);
            Trigger now = state.triggers().get(expected);
            if (now == null) {
                ObjectPath target = provenance.movedTo(ObjectPath.of(ObjectKind.TRIGGER, entry.getKey()));
                target = target == null ? provenance.movedTo(own) : target;
                String renamed = target == null ? expected : triggerKey(target.owner(), table, tableNow);
                now = state.triggers().get(renamed);
                expected = now == null ? expected : renamed;
            }
            if (now == null) {
                Dropping dropping = dropped(own);
                // the old table took it along, and the copy that took its place has none
                Origin rebuilt = table == null || dropping.cause() == null ? null : provenance.rebuilt(table);
                differences.add(new Difference(
                        DifferenceKind.TRIGGER_DROPPED,
                        path,
                        name,
                        before,
                        null,
                        null,
                        rebuilt == null ? dropping.origin() : rebuilt,
                        provenance.touching(own),
                        phase,
                        dropping.cause()));
                continue;
            }
            known.add(expected);
            if (!before.definition().equals(now.definition())) {
                add(DifferenceKind.TRIGGER_EDITED, path, name, before, now, null, made(own));
            } else if (before.enabled() != now.enabled()) {
                add(
                        now.enabled() ? DifferenceKind.TRIGGER_ENABLED : DifferenceKind.TRIGGER_DISABLED,
                        path,
                        name,
                        before,
                        now,
                        null,
                        made(own));
            }
        }
        for (Map.Entry<String, Trigger> entry : state.triggers().entrySet()) {
            String table = entry.getValue().table();
            if (!known.contains(entry.getKey())
                    && table != null
                    && entry.getValue().enabled()) {
                String releasedTable = provenance.releasedTable(table);
                String owner = releasedTable != null ? releasedTable : table;
                if (released.tables().containsKey(owner) || released.views().containsKey(owner)) {
                    ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, owner, entry.getKey());
                    add(
                            DifferenceKind.TRIGGER_ADDED,
                            path,
                            triggerName(entry.getValue(), owner, released),
                            null,
                            entry.getValue(),
                            null,
                            made(ObjectPath.of(ObjectKind.TRIGGER, entry.getKey())));
                }
            }
        }
    }

    /** Where the table is missed itself, that is told; where it isn't, the trigger may be. */
    private void goneWithItsTable(String key, Trigger trigger, String table) {
        ObjectPath path = ObjectPath.of(ObjectKind.TRIGGER, key);
        differences.add(new Difference(
                DifferenceKind.TRIGGER_DROPPED,
                new ObjectPath(ObjectKind.TRIGGER, table, key),
                triggerName(trigger, table, released),
                trigger,
                null,
                null,
                dropped(path).origin(),
                provenance.touching(path),
                phase,
                released.views().containsKey(table) ? ObjectPath.of(ObjectKind.VIEW, table) : ObjectPath.table(table)));
    }

    /** Where a trigger's name belongs to its table, it goes along when the table is renamed. */
    private String triggerKey(String key, @Nullable String table, @Nullable String tableNow) {
        return dialect.triggersNamedPerTable() && table != null && key.startsWith(table + ".")
                ? tableNow + key.substring(table.length())
                : key;
    }

    private String triggerName(Trigger trigger, @Nullable String table, Schema schema) {
        return ObjectNames.trigger(schema, trigger, table, dialect);
    }

    private @Nullable String ownerNow(String releasedOwner) {
        if (released.tables().containsKey(releasedOwner)) {
            return provenance.currentTable(releasedOwner);
        }
        return state.views().containsKey(releasedOwner) ? releasedOwner : null;
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
                gone(
                        DifferenceKind.SEQUENCE_DROPPED,
                        DifferenceKind.SEQUENCE_RENAMED,
                        path,
                        name,
                        before,
                        moved,
                        target);
            } else if (!before.options().equals(now.options()) || isMadeAnew(path)) {
                add(DifferenceKind.SEQUENCE_CHANGED, path, name, before, now, null, made(path));
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

    private void types() {
        Set<String> known = new HashSet<>(released.types().keySet());
        for (Map.Entry<String, UserType> entry : released.types().entrySet()) {
            UserType before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.TYPE, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            UserType now = state.types().get(entry.getKey());
            if (now == null) {
                ObjectPath target = provenance.movedTo(path);
                UserType moved = target == null ? null : state.types().get(target.owner());
                if (moved != null && target != null) {
                    known.add(target.owner());
                }
                gone(DifferenceKind.TYPE_DROPPED, DifferenceKind.TYPE_RENAMED, path, name, before, moved, target);
                continue;
            }
            if (before.typeKind().equals("enum") && now.typeKind().equals("enum")) {
                DifferenceKind kind = EnumLabels.kind(before.labels(), now.labels(), renamedInPlace(path, before, now));
                if (kind != null) {
                    Origin made = kind == DifferenceKind.ENUM_VALUE_RENAMED ? renaming(path) : made(path);
                    add(kind, path, name, before, now, null, made);
                }
            } else if (before.typeKind().equals("domain") && now.typeKind().equals("domain")) {
                domain(path, name, before, now);
            } else if (!before.withName(now.name()).equals(now)) {
                add(DifferenceKind.TYPE_EDITED, path, name, before, now, null, made(path));
            }
        }
        for (Map.Entry<String, UserType> entry : state.types().entrySet()) {
            if (!known.contains(entry.getKey())) {
                ObjectPath path = ObjectPath.of(ObjectKind.TYPE, entry.getKey());
                UserType type = entry.getValue();
                add(
                        DifferenceKind.TYPE_ADDED,
                        path,
                        ObjectNames.written(type.name(), dialect),
                        null,
                        type,
                        null,
                        made(path));
            }
        }
    }

    /** Whether ALTER TYPE … RENAME VALUE took every label that is gone; a type made anew is another matter. */
    private boolean renamedInPlace(ObjectPath path, UserType released, UserType now) {
        Set<String> renamed = new HashSet<>();
        for (SchemaChange change : provenance.touching(path)) {
            renamed.addAll(renamed(change));
        }
        return renamed.containsAll(EnumLabels.removed(released.labels(), now.labels()));
    }

    private @Nullable Origin renaming(ObjectPath path) {
        Origin last = null;
        for (SchemaChange change : provenance.touching(path)) {
            last = renamed(change).isEmpty() ? last : change.origin();
        }
        return last;
    }

    /** The labels that the change gives another name. */
    private static List<String> renamed(SchemaChange change) {
        return change instanceof SchemaChange.Altered altered
                        && altered.before() instanceof UserType before
                        && altered.after() instanceof UserType after
                        && before.labels().size() == after.labels().size()
                ? EnumLabels.removed(before.labels(), after.labels())
                : List.of();
    }

    private void domain(ObjectPath path, String name, UserType before, UserType now) {
        boolean tighter = !before.notNull() && now.notNull()
                || now.checks().stream()
                        .anyMatch(check -> before.checks().stream()
                                .noneMatch(old -> old.expression().equals(check.expression())));
        boolean relaxed = before.notNull() && !now.notNull()
                || before.checks().stream()
                        .anyMatch(check -> now.checks().stream()
                                .noneMatch(current -> current.expression().equals(check.expression())));
        if (tighter) {
            add(DifferenceKind.DOMAIN_CONSTRAINT_ADDED, path, name, before, now, null, made(path));
        } else if (relaxed) {
            add(DifferenceKind.DOMAIN_CONSTRAINT_DROPPED, path, name, before, now, null, made(path));
        }
        if (!Objects.equals(before.baseType(), now.baseType())
                || !Objects.equals(before.defaultValue(), now.defaultValue())) {
            add(DifferenceKind.TYPE_EDITED, path, name, before, now, null, made(path));
        }
    }

    private void synonyms() {
        for (Map.Entry<String, Synonym> entry : released.synonyms().entrySet()) {
            Synonym before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.SYNONYM, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            Synonym now = state.synonyms().get(entry.getKey());
            if (now == null) {
                gone(DifferenceKind.SYNONYM_DROPPED, DifferenceKind.SYNONYM_DROPPED, path, name, before, null, null);
            } else if (!before.target().equals(now.target()) || !Objects.equals(before.database(), now.database())) {
                add(DifferenceKind.SYNONYM_RETARGETED, path, name, before, now, null, made(path));
            }
        }
    }

    /** What a drop said: where, and whose drop took the object along. */
    private record Dropping(
            @Nullable Origin origin, @Nullable ObjectPath cause) {}

    private Dropping dropped(ObjectPath path) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (trail.get(i) instanceof SchemaChange.Dropped dropped) {
                return new Dropping(dropped.origin(), dropped.cause());
            }
        }
        return new Dropping(Trail.last(trail), null);
    }

    private @Nullable Origin made(ObjectPath path) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (!(trail.get(i) instanceof SchemaChange.Dropped)) {
                return trail.get(i).origin();
            }
        }
        return Trail.last(trail);
    }

    private void gone(
            DifferenceKind droppedKind,
            DifferenceKind renamedKind,
            ObjectPath path,
            String name,
            SchemaElement before,
            @Nullable SchemaElement moved,
            @Nullable ObjectPath target) {
        if (moved != null) {
            Origin renaming = null;
            for (SchemaChange change : provenance.touching(path)) {
                renaming = change instanceof SchemaChange.Renamed ? change.origin() : renaming;
            }
            add(renamedKind, path, name, before, moved, target, renaming);
            return;
        }
        Dropping dropping = dropped(path);
        differences.add(new Difference(
                droppedKind,
                path,
                name,
                before,
                null,
                null,
                dropping.origin(),
                provenance.touching(path),
                phase,
                dropping.cause()));
    }

    private void add(
            DifferenceKind kind,
            ObjectPath path,
            String name,
            @Nullable SchemaElement before,
            @Nullable SchemaElement after,
            @Nullable ObjectPath newPath,
            @Nullable Origin origin) {
        differences.add(new Difference(
                kind, path, name, before, after, newPath, origin, provenance.touching(path), phase, null));
    }
}
