package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released procedure or function is gone. */
final class RoutineDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "routine-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A procedure or function that a supported release calls is dropped.",
                    "The release that is still running calls it: those calls fail.",
                    "Keep it until no supported release calls it, and drop it in a later release.")
            .silentWhen(
                    "Every supported release has deprecated the routine.",
                    "It is there again at the end of the phase: then the definitions are compared.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.CALLERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Calls of " + Users.releases(breaks) + " fail.",
                "Leave it in this release. " + Retirement.of(difference.path(), difference.name(), situation),
                breaks));
    }
}
