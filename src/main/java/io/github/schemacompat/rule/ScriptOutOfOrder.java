package io.github.schemacompat.rule;

import io.github.schemacompat.release.ScriptComparison;
import java.util.ArrayList;
import java.util.List;

/** A new script runs behind released ones that it sorts before. */
final class ScriptOutOfOrder implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "script-out-of-order",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A new script sorts before a released one.",
                    "A database that has run the released script gets the new one afterwards, or never: Flyway, goose and golang-migrate refuse or skip it. A new database runs it first, so that the two can differ.",
                    "Give the new script a version or name behind the released ones.")
            .silentWhen("It sorts behind the released ones.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        boolean refused = input.scripts().layout().refusesOutOfOrder();
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (ScriptComparison.OutOfOrder found : input.comparison().outOfOrder()) {
            verdicts.add(ReadingVerdicts.onFirstLine(
                    refused ? Severity.ERROR : Severity.WARNING,
                    found.script(),
                    found.script().path() + " is new but sorts before " + found.before() + ", which is released",
                    refused
                            ? "The migration tool refuses or skips it on a database that has run the released scripts."
                            : "A database that has run the released scripts gets it afterwards, a new one before them:"
                                    + " the two can differ.",
                    "Give it a version or name behind " + found.before() + "."));
        }
        return verdicts;
    }
}
