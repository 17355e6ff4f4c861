package io.github.schemacompat.audit;

import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A release and the step that led to it.
 *
 * @param release with its schema
 * @param built whether it is the one being built
 * @param set all its scripts
 * @param comparison its scripts held against those of the release before
 * @param replayed its own scripts on the schema of the release before
 */
record Link(Release release, boolean built, ScriptSet set, ScriptComparison comparison, Replayed replayed) {
    /** What the step did, both phases. */
    List<SchemaChange> changes() {
        List<SchemaChange> changes = new ArrayList<>(replayed.pre().changes());
        changes.addAll(replayed.post().changes());
        return changes;
    }
}
