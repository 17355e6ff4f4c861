package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** An enum gets a label that old releases don't know. */
final class EnumValueAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "enum-value-added",
                    Family.COMPAT,
                    Severity.WARNING,
                    "An enum that a supported release reads gets a new label.",
                    "Readers of the release that is still running may meet a label that they don't know.",
                    "Write no new label, and keep the order, until no supported release reads the enum.")
            .silentWhen("The label was there before (IF NOT EXISTS).", "No release has the type.");

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
        List<String> added = EnumLabels.removed(difference.after(), difference.before());
        boolean one = added.size() == 1;
        String label = difference.path().kind().label();
        return Optional.of(new Verdict(
                INFO.severity(),
                Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + difference.name() + " gets the "
                        + (one ? "label " : "labels ") + Users.list(added),
                "Readers of " + Users.releases(breaks) + " may meet a label that they don't know.",
                "Write " + (one ? "it" : "them") + " only when every supported release knows " + (one ? "it" : "them")
                        + ".",
                breaks));
    }
}
