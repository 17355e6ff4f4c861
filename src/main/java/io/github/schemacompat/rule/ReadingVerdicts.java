package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules about reading say alike: a problem in a new script is an error, in a released one a warning. */
final class ReadingVerdicts {
    private ReadingVerdicts() {}

    static List<ScriptVerdict> of(JudgeInput input, Set<ReadingProblem.Kind> kinds, String why, String fix) {
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (ReadingProblem problem : input.replayed().problems()) {
            if (kinds.contains(problem.kind())) {
                boolean mild = problem.kind() == ReadingProblem.Kind.UNKNOWN_OBJECT
                        || problem.kind() == ReadingProblem.Kind.READINGS_DIFFER;
                verdicts.add(verdict(problem, mild ? Severity.WARNING : Severity.ERROR, why, fix, input.dialect()));
            }
        }
        Release last = input.last();
        if (last != null) {
            for (ReadingProblem problem : last.problems()) {
                if (kinds.contains(problem.kind())) {
                    verdicts.add(verdict(
                            problem,
                            Severity.WARNING,
                            why,
                            "Release " + last.name()
                                    + " shipped the script as it is; a reviewed problem can be accepted in"
                                    + " accepted.json: "
                                    + Acceptance.entry(
                                            problem.kind().ruleId(),
                                            problem.origin().script().path(),
                                            problem.origin().script().sha256()),
                            input.dialect()));
                }
            }
        }
        return verdicts;
    }

    private static ScriptVerdict verdict(
            ReadingProblem problem, Severity severity, String why, String fix, Dialect dialect) {
        MigrationScript script = problem.origin().script();
        String object = problem.object();
        return new ScriptVerdict(
                severity,
                script.path(),
                script.sha256(),
                object == null ? script.path() : ObjectNames.written(object, dialect),
                script.path() + " " + problem.origin().span().text(),
                problem.message(),
                why,
                fix,
                script.phase(),
                problem.origin().conditional(),
                Location.of(problem.origin().span()),
                List.of());
    }

    /** A verdict on a script as a whole, shown at its first line. */
    static ScriptVerdict onFirstLine(
            Severity severity, MigrationScript script, String message, String why, String fix) {
        return new ScriptVerdict(
                severity,
                script.path(),
                script.sha256(),
                script.path(),
                script.path(),
                message,
                why,
                fix,
                script.phase(),
                false,
                Location.of(script.source().span(0, 0)),
                List.of());
    }

    static Set<String> releasedIdentities(JudgeInput input) {
        Set<String> identities = new HashSet<>();
        Release last = input.last();
        if (last != null) {
            last.scripts().stream().map(ReleasedScript::identity).forEach(identities::add);
        }
        return identities;
    }
}
