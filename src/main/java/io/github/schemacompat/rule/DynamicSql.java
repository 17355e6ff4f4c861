package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import java.util.List;
import java.util.Set;

/** DDL in a string that can't be worked out without a database. */
final class DynamicSql implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "dynamic-sql",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A script runs SQL that it puts together at run time.",
                    "What it does to the schema is known to the running server only.",
                    "Write the statement out, or build the string from constants.")
            .silentWhen(
                    "The string can be worked out from constants: then it is judged as the statement that it is.",
                    "It can't hold DDL: a constant says SELECT, INSERT, UPDATE or DELETE.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        return ReadingVerdicts.of(
                input,
                Set.of(ReadingProblem.Kind.DYNAMIC_SQL),
                "What it does to the schema is known to the running server only, so that a break in it would go unseen.",
                "Write the statement out, or build the string from constants.");
    }
}
