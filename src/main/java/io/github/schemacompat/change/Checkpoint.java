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
 * @param stages between its scripts, if the replay was told to keep them
 */
public record Checkpoint(Phase phase, Schema schema, List<SchemaChange> changes, List<Stage> stages) {
    public Checkpoint {
        changes = List.copyOf(changes);
        stages = List.copyOf(stages);
    }

    /**
     * The schema between two scripts.
     *
     * @param changes how many of the phase's changes led there
     */
    public record Stage(Schema schema, int changes) {}
}
