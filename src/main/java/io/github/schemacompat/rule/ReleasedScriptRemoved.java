package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A released script is gone. */
final class ReleasedScriptRemoved implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
            "released-script-removed",
            Family.SCRIPTS,
            Severity.ERROR,
            "A script that a release shipped is gone.",
            "A new database no longer becomes what the released ones are, and the migration tool may refuse to run.",
            "Put the script back; undo what it does in a new script.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        Release last = input.last();
        if (last == null) {
            return List.of();
        }
        Set<String> present = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (MigrationScript script : input.scripts().scripts()) {
            present.add(script.identity());
            paths.add(script.path());
        }
        input.scripts().unreadable().forEach(script -> paths.add(script.path()));
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (ReleasedScript script : last.scripts()) {
            if (present.contains(script.identity()) || paths.contains(script.path()) || isCovered(script, input)) {
                continue;
            }
            verdicts.add(new ScriptVerdict(
                    Severity.ERROR,
                    script.path(),
                    script.sha256(),
                    script.path(),
                    script.path(),
                    script.path() + ", which release " + last.name() + " shipped, is gone",
                    "A new database no longer becomes what the released ones are, and the migration tool may refuse to"
                            + " run.",
                    "Put the script back; undo what it does in a new script.",
                    Phase.PRE,
                    false,
                    null,
                    List.of()));
        }
        return verdicts;
    }

    /** Whether a baseline script starts behind it, or the release had one that did. */
    private static boolean isCovered(ReleasedScript removed, JudgeInput input) {
        MigrationVersion version = removed.version();
        return version != null
                && input.scripts().scripts().stream()
                        .anyMatch(script -> script.kind() == ScriptKind.BASELINE
                                && script.version() != null
                                && version.compareTo(script.version()) <= 0);
    }
}
