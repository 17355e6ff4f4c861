package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the differences of objects that hold no rows, each with the trail that led to it. */
final class ObjectDifferences {
    private final Phase phase;
    private final Provenance provenance;
    private final List<Difference> all = new ArrayList<>();

    ObjectDifferences(Phase phase, Provenance provenance) {
        this.phase = phase;
        this.provenance = provenance;
    }

    List<Difference> all() {
        return all;
    }

    void add(Difference difference) {
        all.add(difference);
    }

    /** What a drop said: where, and whose drop took the object along. */
    record Dropping(@Nullable Origin origin, @Nullable ObjectPath cause) {}

    Dropping dropped(ObjectPath path) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (trail.get(i) instanceof SchemaChange.Dropped dropped) {
                return new Dropping(dropped.origin(), dropped.cause());
            }
        }
        return new Dropping(Trail.last(trail), null);
    }

    @Nullable
    Origin made(ObjectPath path) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (!(trail.get(i) instanceof SchemaChange.Dropped)) {
                return trail.get(i).origin();
            }
        }
        return Trail.last(trail);
    }

    void gone(
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
        all.add(new Difference(
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

    void add(
            DifferenceKind kind,
            ObjectPath path,
            String name,
            @Nullable SchemaElement before,
            @Nullable SchemaElement after,
            @Nullable ObjectPath newPath,
            @Nullable Origin origin) {
        all.add(new Difference(
                kind, path, name, before, after, newPath, origin, provenance.touching(path), phase, null));
    }
}
