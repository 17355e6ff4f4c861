package io.github.schemacompat.release;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import java.util.List;

/**
 * The schema of a release as a file holds it.
 *
 * @param release the release's name
 * @param dialect the dialect that its scripts were read in
 * @param scripts what it shipped, in the order in which they ran
 * @param schema after all of them
 * @param notUnderstood what could not be read, a line each with its position; empty unless it was written all the same
 */
public record Snapshot(
        String release, Dialect dialect, List<ReleasedScript> scripts, Schema schema, List<String> notUnderstood)
        implements FoundRelease {
    public Snapshot {
        scripts = List.copyOf(scripts);
        notUnderstood = List.copyOf(notUnderstood);
    }
}
