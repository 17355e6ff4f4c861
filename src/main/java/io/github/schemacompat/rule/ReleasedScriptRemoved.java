package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.List;

/** A released script is gone. */
final class ReleasedScriptRemoved implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "released-script-removed",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A script that a release shipped is gone.",
                    "A new database no longer becomes what the released ones are, and the migration tool may refuse to run.",
                    "Put the script back; undo what it does in a new script.")
            .silentWhen(
                    "A squash or baseline script makes the same schema.",
                    "The script was moved or renamed, and its content is the same.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        Release last = input.last();
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (ScriptComparison.Removed removed : input.comparison().removed()) {
            if (last == null || removed.replacedBy() != null) {
                continue;
            }
            ReleasedScript script = removed.script();
            String movedTo = removed.movedTo();
            verdicts.add(new ScriptVerdict(
                    Severity.ERROR,
                    script.path(),
                    script.sha256(),
                    script.path(),
                    script.path(),
                    script.path() + ", which release " + last.name() + " shipped, is gone"
                            + (movedTo == null ? "" : "; " + movedTo + " has its content"),
                    movedTo == null
                            ? "A new database no longer becomes what the released ones are, and the migration tool may"
                                    + " refuse to run."
                            : "The migration tool takes " + movedTo + " for a new script and runs it again.",
                    movedTo == null
                            ? "Put the script back; undo what it does in a new script."
                            : "Give the script its old name again.",
                    Phase.PRE,
                    false,
                    null,
                    List.of()));
        }
        return verdicts;
    }
}
