package io.github.schemacompat.change;

import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.Phase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a replay.
 *
 * @param pre after the pre scripts
 * @param post after the post scripts; the same schema and no changes if there are none
 * @param problems what could not be read or applied, in order
 * @param figures how much was read
 * @param assumed tables that no script made, with the columns that the statements need: they must have been there
 *     before; by key
 */
public record Replayed(
        Checkpoint pre,
        Checkpoint post,
        List<ReadingProblem> problems,
        ReadingFigures figures,
        Map<String, Table> assumed) {
    public Replayed {
        problems = List.copyOf(problems);
        assumed = Collections.unmodifiableMap(new TreeMap<>(assumed));
    }

    /** What comes of no scripts. */
    static Replayed nothing(Schema schema) {
        return new Replayed(
                new Checkpoint(Phase.PRE, schema, List.of(), List.of()),
                new Checkpoint(Phase.POST, schema, List.of(), List.of()),
                List.of(),
                ReadingFigures.NONE,
                Map.of());
    }

    /** The schema after everything. */
    public Schema schema() {
        return post.schema();
    }

    /** Both phases, in order. */
    public List<Checkpoint> checkpoints() {
        return List.of(pre, post);
    }
}
