package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** Rows come in that old releases don't expect. */
final class ConstraintDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "constraint-dropped",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A check, exclusion constraint or foreign key of a table that a supported release uses is dropped.",
                    "Newer releases may write rows that the one that is still running can't handle; with ON DELETE CASCADE its writers rely on it.",
                    "Write no row that would break the old rule until no supported release relies on it.")
            .silentWhen(
                    "It is there again at the end of the phase, over the same columns: then the difference is judged.",
                    "A relaxed check.");

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
                "Newer releases may write rows that " + Users.releases(breaks) + " can't handle.",
                "Write no row that would break the old rule until no supported release relies on it.",
                breaks));
    }
}
