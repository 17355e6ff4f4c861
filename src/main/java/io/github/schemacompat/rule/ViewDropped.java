package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released view is gone. */
final class ViewDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "view-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A view that a supported release uses is dropped.",
                    "The release that is still running reads the view, or writes through it: those statements fail.",
                    "Keep the view until no supported release uses it, and drop it in a later release.")
            .silentWhen(
                    "Every supported release has deprecated the view.",
                    "It is there again at the end of the phase: then the definitions are compared.");

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
                "Queries and writes of " + Users.releases(breaks) + " through it fail.",
                "Leave the view in this release. " + Retirement.of(difference.path(), difference.name(), situation),
                breaks));
    }
}
