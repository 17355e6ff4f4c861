package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** The labels of an enum sort in another order. */
final class EnumValuesReordered implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "enum-values-reordered",
                    Family.COMPAT,
                    Severity.WARNING,
                    "The labels of an enum that a supported release reads change their order.",
                    "Readers of the release that is still running sort and compare in another order.",
                    "Write no new label, and keep the order, until no supported release reads the enum.")
            .silentWhen(
                    "A new label in between: the old ones keep their order among themselves, and it is `enum-value-added`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Readers of " + Users.releases(breaks) + " sort and compare in another order.",
                "Leave the order of the old labels as it is.",
                breaks));
    }
}
