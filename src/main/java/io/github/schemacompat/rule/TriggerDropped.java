package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Trigger;
import java.util.List;
import java.util.Optional;

/** A trigger of a released table no longer fires. */
final class TriggerDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "trigger-dropped",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A trigger on a table or view that a supported release writes is dropped or disabled.",
                    "What it did for the release that is still running (filling columns, keeping copies, making a view writable) is no longer done.",
                    "Keep the trigger until no supported release relies on it.")
            .silentWhen(
                    "It is there again at the end of the phase: then the two are compared.",
                    "Every supported release has deprecated the table, and no cascade of a foreign key fires the trigger for one that it uses.",
                    "It is an error only where the trigger fills a NOT NULL column, or makes a view writable.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        boolean writesView = difference.before() instanceof Trigger trigger
                && trigger.timing().equals("instead of");
        List<Break> refused = difference.before() instanceof Trigger gone
                ? TriggerColumns.refused(gone, difference.path().owner(), situation)
                : List.of();
        if (!refused.isEmpty()) {
            return Optional.of(new Verdict(
                    Severity.ERROR,
                    difference.sentence(),
                    "It fills a NOT NULL column: INSERTs of " + Users.releases(refused)
                            + " that leave the column out are" + " refused.",
                    "Leave the trigger in this release; drop it when every supported release writes the column and says"
                            + " so (populate).",
                    refused));
        }
        return Optional.of(new Verdict(
                writesView ? Severity.ERROR : INFO.severity(),
                difference.sentence(),
                writesView
                        ? "Writes of " + Users.releases(breaks) + " through the view fail."
                        : "What it did for " + Users.releases(breaks) + " is no longer done.",
                "Leave the trigger in this release; drop it when no supported release relies on it any more.",
                breaks));
    }
}
