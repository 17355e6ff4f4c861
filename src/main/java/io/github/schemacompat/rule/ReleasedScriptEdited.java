package io.github.schemacompat.rule;

import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.List;

/** A released script says something else. */
final class ReleasedScriptEdited implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "released-script-edited",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A versioned script that a release shipped has another content.",
                    "Databases that have run it never run the edit, and the migration tool refuses a changed checksum.",
                    "Undo the edit, and put what it should do into a new script.")
            .silentWhen(
                    "Line ends, a byte order mark and trailing white space.",
                    "Repeatable scripts: an edited one is new.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        Release last = input.last();
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (ScriptComparison.Edited edited : input.comparison().edited()) {
            MigrationScript script = edited.now();
            verdicts.add(new ScriptVerdict(
                    Severity.ERROR,
                    script.path(),
                    script.sha256(),
                    script.path(),
                    script.sha256(),
                    script.path() + " is edited since release " + (last == null ? "" : last.name()) + " shipped it",
                    "Databases that have run it never run the edit, and the migration tool refuses a changed checksum.",
                    "Undo the edit and put what it should do into a new script; if it changes nothing, accept it in"
                            + " accepted.json: "
                            + Acceptance.entry(INFO.id(), script.path(), script.sha256()),
                    script.phase(),
                    false,
                    Location.of(ScriptLine.of(script.source(), edited.line())),
                    edited.diff()));
        }
        return verdicts;
    }
}
