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
                + counted(snapshot.scripts().size(), "script") + ", "
                + counted(schema.tables().size(), "table") + ", "
                + counted(schema.views().size(), "view") + ", "
                + counted(schema.routines().size(), "routine")
                + (snapshot.notUnderstood().isEmpty()
                        ? ""
                        : "; " + counted(snapshot.notUnderstood().size(), "statement") + " not understood");
        return new WrittenSnapshot(file, notes, problems, summary);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
