package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** Rows of a released table go with their partition. */
final class PartitionDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "partition-dropped",
                    Family.DATA,
                    Severity.ERROR,
                    "A partition of a table that a supported release uses is dropped.",
                    "The rows in it are gone for every release, and no rollback brings them back.",
                    "Detach the partition and keep it.")
            .silentWhen("The partition is detached, added or split.", "No release has the partition's table.");

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
                difference.before() == null ? difference.sentence() : "Partition " + difference.name() + " is dropped",
                "Its rows are gone for " + Users.releases(breaks) + " too, and no rollback brings them back.",
                "Detach the partition and keep it until nobody needs its rows.",
                breaks));
    }
}
