package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A new script runs behind released ones that it sorts before. */
final class ScriptOutOfOrder implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
            "script-out-of-order",
            Family.SCRIPTS,
            Severity.ERROR,
            "A new script sorts before a released one.",
            "A database that has run the released script gets the new one afterwards, or never: Flyway refuses or skips it. A new database runs it first, so that the two can differ.",
            "Give the new script a version or name behind the released ones.");

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
        Set<String> released = ReadingVerdicts.releasedIdentities(input);
        List<MigrationScript> scripts = input.scripts().scripts();
        String highest = null;
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (int i = scripts.size() - 1; i >= 0; i--) {
            MigrationScript script = scripts.get(i);
            if (script.kind() != ScriptKind.VERSIONED) {
                continue;
            }
            if (released.contains(script.identity())) {
                highest = highest == null ? script.path() : highest;
            } else if (highest != null && input.newScripts().contains(script)) {
                boolean refused = input.scripts().layout() == ScriptLayout.FLYWAY;
                verdicts.add(
                        0,
                        ReadingVerdicts.onFirstLine(
                                refused ? Severity.ERROR : Severity.WARNING,
                                script,
                                script.path() + " is new but sorts before " + highest + ", which release " + last.name()
                                        + " shipped",
                                refused
                                        ? "Flyway refuses or skips it on a database that has run the released scripts."
                                        : "A database that has run the released scripts gets it afterwards, a new one before"
                                                + " them: the two can differ.",
                                "Give it a version or name behind " + highest + "."));
            }
        }
        return verdicts;
    }
}
