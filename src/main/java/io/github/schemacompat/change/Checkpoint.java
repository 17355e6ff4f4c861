package io.github.schemacompat.change;

import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import java.util.List;

/**
 * The schema after the last script of a phase.
 *
 * @param phase which one
 * @param schema the state to judge
 * @param changes what the scripts of this phase did, in order
 */
public record Checkpoint(Phase phase, Schema schema, List<SchemaChange> changes) {
    public Checkpoint {
        changes = List.copyOf(changes);
    }
}
