package io.github.schemacompat.release;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Works out the schemas of found releases. */
public final class ReleaseHistory {
    private final Dialect dialect;
    private final ReplayOptions options;

    public ReleaseHistory(Dialect dialect, ReplayOptions options) {
        this.dialect = dialect;
        this.options = options;
    }

    /**
     * The releases with their schemas, in the order given.
     *
     * @param found highest first; scripts that a lower release ran already are not replayed again for a higher one
     * @throws CannotReadException if a snapshot is of another dialect, or of scripts that were not understood
     */
    public List<Release> releases(List<FoundRelease> found) {
        List<Release> releases = new ArrayList<>();
        Step previous = new Step(List.of(), Schema.EMPTY, List.of(), ReadingFigures.NONE);
        for (int i = found.size() - 1; i >= 0; i--) {
            FoundRelease each = found.get(i);
            if (each instanceof ReleasedScripts scripts) {
                previous = previous.followedBy(run(scripts.scripts()), dialect, options);
                releases.add(previous.release(scripts));
            } else if (each instanceof Snapshot snapshot) {
                releases.add(release(snapshot));
            }
        }
        Collections.reverse(releases);
        return releases;
    }

    /** What was released has run in the order of its versions, whatever the phase of each deployment was. */
    private static List<MigrationScript> run(ScriptSet set) {
        return set.forNewDatabase().stream()
                .map(script -> script.withPhase(Phase.PRE))
                .toList();
    }

    private Release release(Snapshot snapshot) {
        if (!snapshot.dialect().is(dialect)) {
            throw new CannotReadException(
                    "snapshot-dialect",
                    "The snapshot of release " + snapshot.release() + " is of the dialect "
                            + snapshot.dialect().id() + ", but the scripts are read as " + dialect.id() + ".",
                    "Correct the parameter 'dialect', or write the snapshot anew.");
        }
        if (snapshot.dialect().identifierCase() != dialect.identifierCase()) {
            throw new CannotReadException(
                    "snapshot-identifier-case",
                    "The snapshot of release " + snapshot.release() + " was written with identifierCase '"
                            + snapshot.dialect().identifierCase().id() + "', but the scripts are read with '"
                            + dialect.identifierCase().id() + "'.",
                    "Correct the parameter 'identifierCase', or write the snapshot anew.");
        }
        if (!snapshot.notUnderstood().isEmpty()) {
            throw new CannotReadException(
                    "snapshot-incomplete",
                    "The snapshot of release " + snapshot.release() + " was written although not everything was"
                            + " understood: " + snapshot.notUnderstood().get(0) + ".",
                    "Write it anew with the goal 'snapshot' once its scripts are understood.");
        }
        return new Release(
                snapshot.release(), snapshot.schema(), snapshot.scripts(), List.of(), List.of(), ReadingFigures.NONE);
    }

    /** How far the replay has come. */
    private record Step(
            List<MigrationScript> run, Schema schema, List<ReadingProblem> problems, ReadingFigures figures) {
        /** The state after other scripts: from here on if they begin with the same ones, else from the start. */
        Step followedBy(List<MigrationScript> scripts, Dialect dialect, ReplayOptions options) {
            boolean goesOn = run.size() <= scripts.size();
            for (int i = 0; goesOn && i < run.size(); i++) {
                goesOn = run.get(i).identity().equals(scripts.get(i).identity())
                        && run.get(i).sha256().equals(scripts.get(i).sha256());
            }
            Step from = goesOn ? this : new Step(List.of(), Schema.EMPTY, List.of(), ReadingFigures.NONE);
            Replayed replayed =
                    History.replay(from.schema, scripts.subList(from.run.size(), scripts.size()), dialect, options);
            List<ReadingProblem> all = new ArrayList<>(from.problems);
            all.addAll(replayed.problems());
            return new Step(scripts, replayed.schema(), all, from.figures.plus(replayed.figures()));
        }

        Release release(ReleasedScripts found) {
            return new Release(
                    found.release(),
                    schema,
                    ReleasedScript.of(found.scripts()),
                    found.scripts().scripts(),
                    problems,
                    figures,
                    found.scripts().unreadable());
        }
    }
}
