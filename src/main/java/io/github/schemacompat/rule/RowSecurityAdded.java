package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** Rows of a released table are hidden from some of its users. */
final class RowSecurityAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "row-security-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "Row level security or a security policy is switched on for a table that a supported release uses.",
                    "The release that is still running doesn't say for whom it works: it reads fewer rows or none, and its writes are refused.",
                    "Switch it on when every supported release sets what the policies ask for.")
            .silentWhen("It is switched off again in the same phase.", "The table is new.");

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
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                Users.capitalized(Users.releases(breaks))
                        + " doesn't set what the policies ask for: it reads fewer rows or none, and its writes are refused.",
                "Let a release set what the policies ask for first, and switch them on when every supported release does.",
                breaks));
    }
}
