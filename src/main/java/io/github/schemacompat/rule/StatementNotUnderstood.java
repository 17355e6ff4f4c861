package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import java.util.List;
import java.util.Set;

/** A statement that can change the schema could not be read. */
final class StatementNotUnderstood implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "statement-not-understood",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A statement that can change the schema could not be read.",
                    "What it does to the schema is unknown, so that nothing is said about its compatibility.",
                    "Write it in a plainer form, and report it to the project.")
            .silentWhen("Statements that change no schema: queries, SET, USE, PRINT, statistics.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        return ReadingVerdicts.of(
                input,
                Set.of(ReadingProblem.Kind.STATEMENT_NOT_UNDERSTOOD),
                "What it does to the schema is unknown, so that a break in it would go unseen.",
                "Write it in a plainer form; if the engine takes it, please report it.");
    }
}
