package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released type is something else. */
final class TypeEdited implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
            "type-edited",
            Family.COMPAT,
            Severity.ERROR,
            "A table, composite or user type that a supported release names changes.",
            "The release that is still running passes values of the old form: those calls fail.",
            "Create a new type beside it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.ALL);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Statements of " + Users.releases(breaks) + " that pass values of the old form fail.",
                "Leave the type as it is and create a new one beside it.",
                breaks));
    }
}
