package io.github.schemacompat.change;

import io.github.schemacompat.schema.Schema;
import java.util.List;

/**
 * What came of a replay.
 *
 * @param pre after the pre scripts
 * @param post after the post scripts; the same schema and no changes if there are none
 * @param problems what could not be read or applied, in order
 * @param figures how much was read
 */
public record Replayed(Checkpoint pre, Checkpoint post, List<ReadingProblem> problems, ReadingFigures figures) {
    public Replayed {
        problems = List.copyOf(problems);
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
