package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A label that a release knows is gone. */
final class EnumValueRemoved implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "enum-value-removed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "An enum that a supported release uses loses a label.",
                    "The release that is still running writes the label and is refused; rows that hold it are lost or converted.",
                    "Keep the label until no supported release uses it.")
            .silentWhen(
                    "The labels are the same after a swap by rename, create and USING: labels are compared, not types.",
                    "No release has the type.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        List<String> removed = EnumLabels.removed(difference.before(), difference.after());
        if (breaks.isEmpty() || removed.isEmpty()) {
            return Optional.empty();
        }
        String list = Users.list(removed);
        boolean one = removed.size() == 1;
        String label = difference.path().kind().label();
        return Optional.of(new Verdict(
                INFO.severity(),
                Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + difference.name() + " loses the "
                        + (one ? "label " : "labels ") + list,
                "Writes of " + Users.releases(breaks) + " with " + list + " are refused.",
                "Keep " + list + " until no supported release uses " + (one ? "it" : "them") + " any more.",
                breaks));
    }
}
