package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import java.util.List;
import java.util.Set;

/** A script does not fit the schema that it meets. */
final class ScriptDoesNotApply implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "script-does-not-apply",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A script names an object that isn't there, or creates one that is there already.",
                    "The script would fail in production, or the schema that was worked out is not the real one.",
                    "Mend the script; name objects that no script makes in externalObjects.")
            .silentWhen("The statement is guarded (IF EXISTS, a condition).", "`externalObjects` names the object.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        return ReadingVerdicts.of(
                input,
                Set.of(ReadingProblem.Kind.SCRIPT_DOES_NOT_APPLY, ReadingProblem.Kind.UNKNOWN_OBJECT),
                "The script would fail, or the schema that was worked out is not the one in production.",
                "Mend the script, guard it with IF EXISTS, or name objects that no script makes in <externalObjects>.");
    }
}
