package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Trigger;
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
                    "Make sure that what the old releases write passes it unchanged; let it touch new columns only.")
            .silentWhen(
                    "The table is new.",
                    "A trigger that does nothing but set columns that no supported release knows is info.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        if (breaks.isEmpty() || writesThroughANewView(difference, situation)) {
            return Optional.empty();
        }
        if (TriggerColumns.onlyNew(difference, situation)) {
            return Optional.of(new Verdict(
                    Severity.INFO,
                    RoutineWords.trigger(difference, situation),
                    "It only sets columns that " + Users.releases(breaks) + " doesn't know.",
                    "Nothing has to be done.",
                    breaks));
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                RoutineWords.trigger(difference, situation),
                "It can refuse or alter what " + Users.releases(breaks) + " writes.",
                "Make sure that what the old releases write passes it unchanged.",
                breaks));
    }

    /** Whether it lets a view be written that no release has: one that has a table's old name, perhaps. */
    private static boolean writesThroughANewView(Difference difference, Situation situation) {
        return difference.after() instanceof Trigger trigger
                && trigger.timing().equals("instead of")
                && !situation.released().views().containsKey(difference.path().owner());
    }
}
