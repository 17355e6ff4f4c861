package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What falls with an object: what its drop takes along, and what still names it. */
final class Consequences {
    private final Situation situation;
    private final List<SchemaChange> changes;

    Consequences(Situation situation, List<SchemaChange> changes) {
        this.situation = situation;
        this.changes = changes;
    }

    /** A line each, sorted. */
    List<String> of(Difference difference) {
        Set<String> lines = new TreeSet<>();
        Origin origin = difference.origin();
        if (origin != null) {
            Set<ObjectPath> fallen = new HashSet<>();
            for (SchemaChange change : changes) {
                if (change instanceof SchemaChange.Dropped dropped
                        && dropped.cause() != null
                        && dropped.origin().order() == origin.order()
                        && (fallen.contains(dropped.cause()) || belongs(dropped, difference))) {
                    fallen.add(dropped.path());
                    lines.add(dropped.path().kind().label() + " "
                            + ObjectNames.of(situation.released(), dropped.path(), situation.dialect())
                            + " goes with it");
                }
            }
        }
        if (isGoneByName(difference)) {
            lines.addAll(users(difference.path()));
        }
        return new ArrayList<>(lines);
    }

    private boolean belongs(SchemaChange.Dropped dropped, Difference difference) {
        ObjectPath cause = dropped.cause();
        if (cause == null) {
            return false;
        }
        boolean ownColumn =
                dropped.path().owner().equals(cause.owner()) && dropped.path().kind() == ObjectKind.COLUMN;
        String owner = situation.provenance().releasedTable(cause.owner());
        ObjectPath released = owner == null ? cause : cause.withOwner(owner);
        return !ownColumn && (released.equals(difference.path()) || cause.equals(difference.path()));
    }

    private boolean isGoneByName(Difference difference) {
        return switch (difference.kind()) {
            case TABLE_DROPPED, COLUMN_DROPPED, VIEW_DROPPED, ROUTINE_DROPPED -> true;
            case TABLE_RENAMED, COLUMN_RENAMED, VIEW_RENAMED, ROUTINE_RENAMED ->
                !situation.dialect().viewsFollowRenames() || situation.dialect().viewsKeepOldNames();
            case DEPENDENT_INVALIDATED -> difference.path().kind() == ObjectKind.VIEW && difference.after() == null;
            default -> false;
        };
    }

    /** Released views, routines and triggers that named the object and are still there as they were. */
    private List<String> users(ObjectPath path) {
        String used = path.member() == null ? path.owner() : path.owner() + "." + path.member();
        List<String> users = new ArrayList<>();
        situation.released().views().forEach((key, view) -> {
            var now = situation.state().views().get(key);
            if (view.uses().contains(used) && now != null && now.definition().equals(view.definition())) {
                boolean fails = now.uses().contains(used) || situation.dialect().viewsKeepOldNames();
                users.add("view " + view.name() + (fails ? " names it and fails" : " changes its columns with it"));
            }
        });
        situation.released().routines().forEach((key, routine) -> {
            var now = situation.state().routines().get(key);
            if (routine.uses().contains(used) && now != null && now.definition().equals(routine.definition())) {
                users.add(routine.routineKind() + " " + routine.name() + " names it and fails");
            }
        });
        situation.released().triggers().forEach((key, trigger) -> {
            var now = situation.state().triggers().get(key);
            String ofRow = Trigger.ROW + "." + path.member();
            boolean names = trigger.uses().contains(used)
                    || path.owner().equals(trigger.table()) && trigger.uses().contains(ofRow);
            if (names && now != null && now.uses().equals(trigger.uses())) {
                users.add("trigger " + trigger.name() + " names it, and writes that fire it fail");
            }
        });
        return users;
    }
}
