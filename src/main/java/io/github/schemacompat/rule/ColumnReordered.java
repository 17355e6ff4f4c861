package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** The columns that a release knows come in another order. */
final class ColumnReordered implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-reordered",
                    Family.COMPAT,
                    Severity.ERROR,
                    "The columns that a supported release knows change their order among themselves.",
                    "Statements that go by position (SELECT * read by index, INSERT without a column list) put values into the wrong columns.",
                    "Leave the order as it is; the order of columns is for people, not for databases.")
            .silentWhen("New columns at the end, and dropped columns: the old ones keep their order among themselves.");

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
                "SELECT * read by position and INSERT without a column list of " + Users.releases(breaks)
                        + " take one column for another.",
                "Leave the order of the released columns as it is: take FIRST, AFTER or the rebuild out.",
                breaks));
    }
}
