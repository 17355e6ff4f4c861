package io.github.schemacompat.rule;

import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An {@code allow} stands where nothing has to be allowed. */
final class SuppressionUnused implements SuppressionRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "suppression-unused",
                    Family.SUPPRESSIONS,
                    Severity.WARNING,
                    "A directive allow, or an entry of accepted.json, suppresses nothing.",
                    "An exception that nobody needs hides the next finding of its kind.",
                    "Remove it, or move it to the statement that it is about.")
            .silentWhen("It suppressed a finding.", "It stands in a released script, where it means nothing any more.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(Suppressions suppressions) {
        List<ScriptVerdict> verdicts = new ArrayList<>();
        Set<Span> astray =
                suppressions.astray().stream().map(Suppressions.Invalid::span).collect(Collectors.toSet());
        for (Suppression each : suppressions.live()) {
            if (astray.contains(each.allow().span())) {
                // that is told as what it is
                continue;
            }
            for (String rule : each.unused()) {
                verdicts.add(ScriptVerdict.onDirective(
                        INFO.severity(),
                        each.script(),
                        each.allow().span(),
                        rule,
                        "Nothing is suppressed by 'allow " + rule + "'",
                        "An exception that nobody needs hides the next finding of its kind.",
                        "Remove it, or put it on the line before the statement that it is about, or at that"
                                + " statement's end."));
            }
        }
        return verdicts;
    }
}
