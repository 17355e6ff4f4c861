package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ModuleSelection;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import java.util.List;

/** The way in: what scripts make of a schema. */
public final class History {
    private History() {}

    /**
     * Runs the pre scripts and then the post scripts on a model of the schema.
     *
     * @param start the schema before them
     * @param scripts in the order in which the migration tool runs them, whatever their phase
     * @param dialect the engine that they are written for
     * @param options what the replay is told
     * @return the schema after each phase, the changes that led there and what went wrong; nothing is thrown for what a
     *     script says
     */
    public static Replayed replay(Schema start, List<MigrationScript> scripts, Dialect dialect, ReplayOptions options) {
        if (scripts.isEmpty()) {
            return Replayed.nothing(start);
        }
        try {
            return run(start, scripts, dialect, options);
        } catch (OutlineCalled called) {
            return run(start, scripts, dialect, options.withModules(ModuleSelection.EVERYTHING));
        }
    }

    /**
     * Compares what scripts declare with a released schema.
     *
     * @param released the schema before
     * @param scripts all that declare the schema now
     * @return the schema that they declare, and what of it differs
     */
    public static Replayed declare(
            Schema released, List<MigrationScript> scripts, Dialect dialect, ReplayOptions options) {
        return DeclaredChanges.between(released, replay(Schema.EMPTY, scripts, dialect, options), dialect);
    }

    private static Replayed run(Schema start, List<MigrationScript> scripts, Dialect dialect, ReplayOptions options) {
        try (Replay replay = new Replay(start, dialect, options)) {
            return replay.run(scripts);
        }
    }
}
