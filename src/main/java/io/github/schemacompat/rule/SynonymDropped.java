package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released synonym is gone. */
final class SynonymDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "synonym-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A synonym that a supported release uses is dropped.",
                    "The release that is still running names the synonym: those statements fail.",
                    "Keep the synonym until no supported release uses it.")
            .silentWhen("Every supported release has deprecated the synonym.", "No release has it.");

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
                "Statements of " + Users.releases(breaks) + " that name it fail.",
                "Leave the synonym in this release. " + Retirement.of(difference.path(), difference.name(), situation),
                breaks));
    }
}
