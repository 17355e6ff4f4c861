package io.github.schemacompat.check;

import io.github.schemacompat.release.Snapshot;
import io.github.schemacompat.schema.Schema;
import java.util.List;

/**
 * A snapshot that was written.
 *
 * @param file where, relative to the base
 * @param notes what was guessed, a line each
 * @param problems what could not be read or applied, a line each
 * @param summary what it holds, in one line
 */
public record WrittenSnapshot(String file, List<String> notes, List<String> problems, String summary) {
    public WrittenSnapshot {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    static WrittenSnapshot of(Snapshot snapshot, String file, List<String> notes, List<String> problems) {
        Schema schema = snapshot.schema();
        String summary = "Snapshot of release " + snapshot.release() + " written to " + file + ": "
                + snapshot.scripts().size() + " scripts, " + schema.tables().size() + " tables, "
                + schema.views().size() + " views, " + schema.routines().size() + " routines"
                + (snapshot.notUnderstood().isEmpty()
                        ? ""
                        : "; " + snapshot.notUnderstood().size() + " statements were not understood");
        return new WrittenSnapshot(file, notes, problems, summary);
    }
}
