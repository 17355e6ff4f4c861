package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A released script says something else. */
final class ReleasedScriptEdited implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
            "released-script-edited",
            Family.SCRIPTS,
            Severity.ERROR,
            "A versioned script that a release shipped has another content.",
            "Databases that have run it never run the edit, and the migration tool refuses a changed checksum.",
            "Undo the edit, and put what it should do into a new script.");

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
        Map<String, ReleasedScript> released = new HashMap<>();
        last.scripts().forEach(script -> released.put(script.identity(), script));
        Map<String, MigrationScript> texts = new HashMap<>();
        last.texts().forEach(script -> texts.put(script.identity(), script));
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (MigrationScript script : input.scripts().scripts()) {
            ReleasedScript shipped = released.get(script.identity());
            if (shipped == null
                    || script.kind() == ScriptKind.REPEATABLE
                    || shipped.sha256().equals(script.sha256())) {
                continue;
            }
            MigrationScript old = texts.get(script.identity());
            FirstEdit edit = old == null ? null : FirstEdit.between(old.source(), script.source());
            Span place = edit == null ? script.source().span(0, 0) : edit.span();
            verdicts.add(new ScriptVerdict(
                    Severity.ERROR,
                    script.path(),
                    script.sha256(),
                    script.path(),
                    script.sha256(),
                    script.path() + " is edited since release " + last.name() + " shipped it"
                            + (edit == null ? "" : ": " + edit.sentence()),
                    "Databases that have run it never run the edit, and the migration tool refuses a changed checksum.",
                    "Undo the edit and put what it should do into a new script; if it changes nothing, accept it in"
                            + " accepted.json: " + AcceptedLine.of("released-script-edited", script),
                    script.phase(),
                    false,
                    Location.of(place),
                    List.of()));
        }
        return verdicts;
    }
}
