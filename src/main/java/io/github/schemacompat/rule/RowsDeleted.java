package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import java.util.List;
import java.util.Optional;

/** All rows of a released table are deleted. */
final class RowsDeleted implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "rows-deleted",
                    Family.DATA,
                    Severity.ERROR,
                    "DELETE without WHERE on a table that a supported release uses.",
                    "The rows are gone for every release, and no rollback brings them back.",
                    "Delete what has to go with a WHERE.")
            .silentWhen(
                    "The DELETE has a WHERE.",
                    "The same script inserts again (seeds are loaded anew): then it is info.",
                    "No release has the table, or each has deprecated it and nothing that a release uses shows its rows or refers to them.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaksByLostRows(difference.path());
        Origin origin = difference.origin();
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        boolean seededAgain = origin != null
                && situation.provenance().insertsAfter(difference.path().owner(), origin);
        return Optional.of(new Verdict(
                seededAgain ? Severity.INFO : INFO.severity(),
                difference.sentence(),
                seededAgain
                        ? "The script fills the table again; what else " + Users.releases(breaks) + " wrote is gone."
                        : LostRows.why(breaks),
                "Delete what has to go with a WHERE.",
                breaks));
    }
}
