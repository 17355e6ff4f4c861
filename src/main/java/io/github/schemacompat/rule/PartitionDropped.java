package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** Rows of a released table go with their partition, or are no longer seen in it. */
final class PartitionDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "partition-dropped",
                    Family.DATA,
                    Severity.ERROR,
                    "A partition of a table that a supported release uses is dropped or detached.",
                    "The rows in it are gone for every release, and without another partition for them new ones are refused. No rollback brings the rows of a dropped partition back.",
                    "Mark the partition with `deprecate` in the release that no longer needs its rows, and drop or detach it when every supported release has that.")
            .silentWhen(
                    "A partition is added, split or merged, or is attached again in the same phase.",
                    "Its rows are copied back into the table.",
                    "Every supported release has deprecated it or its table.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaksByLostRows(difference.path());
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        if (difference.kind() == DifferenceKind.PARTITION_DETACHED) {
            return Optional.of(new Verdict(
                    INFO.severity(),
                    "Partition " + difference.name() + " is detached",
                    "Its rows are no longer in its table for " + Users.releases(breaks)
                            + ", and without another partition for them new ones are refused.",
                    "Detach the partition when no supported release needs its rows: the one that doesn't marks it with deprecate.",
                    breaks));
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.before() == null ? difference.sentence() : "Partition " + difference.name() + " is dropped",
                "Its rows are gone for " + Users.releases(breaks) + " too, and no rollback brings them back.",
                "Keep the partition until no supported release needs its rows: the one that doesn't marks it with deprecate.",
                breaks));
    }
}
