package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares procedures and functions; another one of the name with other arguments is the same one edited. */
final class RoutineComparison {
    private final Schema released;
    private final Schema state;
    private final Dialect dialect;
    private final Provenance provenance;
    private final ObjectDifferences found;

    RoutineComparison(Schema released, Schema state, Dialect dialect, Provenance provenance, ObjectDifferences found) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.provenance = provenance;
        this.found = found;
    }

    void compare() {
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
                found.gone(
                        DifferenceKind.ROUTINE_DROPPED,
                        DifferenceKind.ROUTINE_RENAMED,
                        path,
                        name,
                        before,
                        moved,
                        target);
                continue;
            }
            String successor = sameName(entry.getKey(), known);
            if (successor != null) {
                known.add(successor);
                ObjectPath newPath = ObjectPath.of(ObjectKind.ROUTINE, successor);
                Routine replaced = state.routines().get(successor);
                found.add(
                        DifferenceKind.ROUTINE_EDITED,
                        path,
                        name,
                        before,
                        replaced,
                        newPath,
                        called(newPath, before, replaced));
                continue;
            }
            found.gone(DifferenceKind.ROUTINE_DROPPED, DifferenceKind.ROUTINE_RENAMED, path, name, before, null, null);
        }
        for (Map.Entry<String, Routine> entry : state.routines().entrySet()) {
            if (!known.contains(entry.getKey())) {
                ObjectPath path = ObjectPath.of(ObjectKind.ROUTINE, entry.getKey());
                Routine routine = entry.getValue();
                found.add(
                        DifferenceKind.ROUTINE_ADDED,
                        path,
                        ObjectNames.written(routine.name(), dialect),
                        null,
                        routine,
                        null,
                        found.made(path));
            }
        }
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
        return found.made(path);
    }

    private static boolean sameSignature(Routine one, Routine other) {
        return one.parameters().equals(other.parameters()) && Objects.equals(one.returns(), other.returns());
    }

    /** A trigger function is no object of the contract; what it does, it does to the tables of its triggers. */
    private void edited(ObjectPath path, String name, Routine before, Routine now) {
        if (!before.isTriggerFunction()) {
            found.add(DifferenceKind.ROUTINE_EDITED, path, name, before, now, null, called(path, before, now));
            return;
        }
        for (Map.Entry<String, Trigger> trigger : released.triggers().entrySet()) {
            String table = trigger.getValue().table();
            if (path.owner().equals(trigger.getValue().function()) && table != null) {
                ObjectPath onTable = new ObjectPath(ObjectKind.TRIGGER, table, trigger.getKey());
                found.add(DifferenceKind.TRIGGER_FUNCTION_EDITED, onTable, name, before, now, null, found.made(path));
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
}
