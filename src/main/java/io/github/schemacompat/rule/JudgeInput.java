package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.ScriptSet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is judged of one history of scripts.
 *
 * @param history its name, or null where there is only one
 * @param dialect of its scripts
 * @param supported the supported releases, highest first
 * @param last the last release, on whose schema the new scripts run, or null if there is none
 * @param scripts all scripts as they are now, in the order of the migration tool
 * @param comparison the scripts held against those of the last release; what it has added is what was replayed
 * @param replayed the new scripts on the schema of the last release
 * @param accepted the reviewed exceptions that hold in this build
 * @param release the release being built, or null where it isn't known
 * @param today the date of the build, which ends exceptions
 * @param rollbackTargets the releases that can be rolled back to after the post scripts, highest first
 */
public record JudgeInput(
        @Nullable String history,
        Dialect dialect,
        List<Release> supported,
        @Nullable Release last,
        ScriptSet scripts,
        ScriptComparison comparison,
        Replayed replayed,
        List<Acceptance> accepted,
        @Nullable String release,
        LocalDate today,
        List<Release> rollbackTargets) {
    public JudgeInput {
        supported = List.copyOf(supported);
        accepted = List.copyOf(accepted);
        rollbackTargets = List.copyOf(rollbackTargets);
    }

    /** What is judged where nothing is rolled back after post. */
    public JudgeInput(
            @Nullable String history,
            Dialect dialect,
            List<Release> supported,
            @Nullable Release last,
            ScriptSet scripts,
            ScriptComparison comparison,
            Replayed replayed,
            List<Acceptance> accepted) {
        this(
                history,
                dialect,
                supported,
                last,
                scripts,
                comparison,
                replayed,
                accepted,
                null,
                LocalDate.MIN,
                List.of());
    }

    /** The release being built as far as it is known when a schema is. */
    Release built(Schema schema) {
        String name = release == null ? ContractOf.BEING_BUILT : release;
        return new Release(name, schema, List.of(), List.of(), List.of(), ReadingFigures.NONE);
    }
}
