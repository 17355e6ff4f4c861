package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectPath;
import java.util.List;
import java.util.Optional;

/** A released table gets a trigger. */
final class TriggerAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
            "trigger-added",
            Family.COMPAT,
            Severity.WARNING,
            "A trigger on a table or view that a supported release writes is added or enabled.",
            "It can refuse or alter what the release that is still running writes.",
            "Make sure that what the old releases write passes it unchanged; let it touch new columns only.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        String on = " on "
                + ObjectNames.of(
                        situation.released(), ObjectPath.table(difference.path().owner()), situation.dialect());
        boolean isFunction = difference.kind() == DifferenceKind.TRIGGER_FUNCTION_EDITED;
        return Optional.of(new Verdict(
                INFO.severity(),
                (isFunction ? "Trigger function " : "Trigger ") + difference.name() + on + " "
                        + difference.kind().happening(),
                "It can refuse or alter what " + Users.releases(breaks) + " writes.",
                "Make sure that what the old releases write passes it unchanged.",
                breaks));
    }
}
