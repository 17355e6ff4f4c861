package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** All rows of a released table are deleted. */
final class TableTruncated implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "table-truncated",
                    Family.DATA,
                    Severity.ERROR,
                    "A table that a supported release uses is truncated.",
                    "The rows are gone for every release, and no rollback brings them back.",
                    "Delete what has to go with a WHERE, or leave it to the application.")
            .silentWhen(
                    "No release has the table, or each has deprecated it and nothing that a release uses shows its rows or refers to them.");

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
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                LostRows.why(breaks),
                "Delete what has to go with a WHERE, or leave it to the application.",
                breaks));
    }
}
