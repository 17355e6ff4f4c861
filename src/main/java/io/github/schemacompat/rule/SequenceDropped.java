package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released sequence is gone. */
final class SequenceDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "sequence-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A sequence that a supported release uses is dropped or renamed.",
                    "The release that is still running takes numbers from it: its INSERTs fail.",
                    "Keep the sequence until no supported release uses it.")
            .silentWhen("Every supported release has deprecated the sequence.", "No release has it.");

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
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "INSERTs of " + Users.releases(breaks) + " that take numbers from it fail.",
                "Leave the sequence in this release. " + Retirement.of(difference.path(), difference.name(), situation),
                breaks));
    }
}
