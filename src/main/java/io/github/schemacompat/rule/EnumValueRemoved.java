package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.UserType;
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
            "Keep the label until no supported release uses it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        List<String> removed = labels(difference);
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

    private static List<String> labels(Difference difference) {
        if (difference.before() instanceof Column before && difference.after() instanceof Column after) {
            return EnumLabels.removed(before.type().arguments(), after.type().arguments());
        }
        if (difference.before() instanceof UserType before && difference.after() instanceof UserType after) {
            return EnumLabels.removed(before.labels(), after.labels()).stream()
                    .map(label -> "'" + label + "'")
                    .toList();
        }
        return List.of();
    }
}
