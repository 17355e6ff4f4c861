package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.script.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an object.
 *
 * @param kind in which way it differs
 * @param path of the object in the last released schema; for what is new, its path now, but below the released name of
 *     its table
 * @param name as people write it
 * @param before what it was; null for what is new
 * @param after what it is in the state that is judged; null if it is gone
 * @param newPath where it is now, if that is another place
 * @param origin the clause that made the difference, or null where none can be told
 * @param trail the changes that led there, in order
 * @param phase in whose state it was found
 * @param cause the object whose drop took it along, or null if it was named itself
 */
public record Difference(
        DifferenceKind kind,
        ObjectPath path,
        String name,
        @Nullable SchemaElement before,
        @Nullable SchemaElement after,
        @Nullable ObjectPath newPath,
        @Nullable Origin origin,
        List<SchemaChange> trail,
        Phase phase,
        @Nullable ObjectPath cause) {
    public Difference {
        trail = List.copyOf(trail);
    }

    /** The object and what happened to it: {@code Column dbo.Customers.LastName is dropped}. */
    public String sentence() {
        String label = before instanceof Routine routine
                ? routine.routineKind()
                : path.kind().label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + name + " " + kind.happening();
    }

    /** The same, but for the object whose own difference it follows from. */
    Difference causedBy(ObjectPath path) {
        return new Difference(kind, this.path, name, before, after, newPath, origin, trail, phase, path);
    }

    /** The released object whose contract the difference touches: for what is new, its table. */
    ObjectPath contractPath() {
        return switch (kind) {
            case COLUMN_ADDED, COLUMN_INSERTED -> ObjectPath.table(path.owner());
            default -> path;
        };
    }
}
