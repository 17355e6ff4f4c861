package io.github.schemacompat.rule;

import java.util.ArrayList;
import java.util.List;

/** The time of an {@code allow} is over. */
final class SuppressionExpired implements SuppressionRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "suppression-expired",
                    Family.SUPPRESSIONS,
                    Severity.ERROR,
                    "The until of a directive allow, or of an entry of accepted.json, is reached.",
                    "Someone decided that the exception should end here; it suppresses nothing any longer.",
                    "Do what was put off, and remove the exception.")
            .silentWhen("`until` is a later version than the release that is being built, or a day to come.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(Suppressions suppressions) {
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (Suppression each : suppressions.expired()) {
            verdicts.add(ScriptVerdict.onDirective(
                    INFO.severity(),
                    each.script(),
                    each.allow().span(),
                    String.join(", ", each.allow().rules()),
                    "The exception for " + String.join(", ", each.allow().rules()) + " ended with "
                            + each.allow().until(),
                    "Its reason was: " + each.allow().reason(),
                    "Do what was put off, and remove the exception."));
        }
        return verdicts;
    }
}
