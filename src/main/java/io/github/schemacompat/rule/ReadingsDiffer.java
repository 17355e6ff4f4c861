package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import java.util.List;
import java.util.Set;

/** The two readers of DDL don't agree on what a statement says. */
final class ReadingsDiffer implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "readings-differ",
                    Family.SCRIPTS,
                    Severity.WARNING,
                    "The two readers of DDL don't agree on what a statement says.",
                    "Every DDL statement of a new script is read twice: by the plugin's own reader, whose word counts, and by"
                            + " JSqlParser. Where they differ, one of them is wrong.",
                    "Compare what the finding says with the statement, and report it to the project.")
            .silentWhen(
                    "JSqlParser can't read the statement: then there is one reading, and it counts.",
                    "Released scripts, unless `secondReading=all`.",
                    "`secondReading=off`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        return ReadingVerdicts.of(
                input,
                Set.of(ReadingProblem.Kind.READINGS_DIFFER),
                "One of the two is wrong; the verdicts of this build follow the first.",
                "Compare both with the statement, and please report it. If the first reading is right, the line below"
                        + " allows it.");
    }
}
