package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released table is gone, or its rows are. */
final class TableDropped implements DifferenceRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo(
                        "table-dropped",
                        Family.COMPAT,
                        Severity.ERROR,
                        "A table that a supported release uses is dropped, replaced by an empty one, or takes no rows any more.",
                        "The release that is still running, or that is rolled back to, reads and writes the table: each of its"
                                + " statements fails, and the rows are lost.",
                        "Keep the table until no supported release uses it, and drop it in a later release.")
                .silentWhen(
                        "Every supported release has deprecated the table, and nothing that a release uses shows or refers to its rows.",
                        "No release has the table: what new scripts create they may drop.",
                        "A rebuild: a new table, the rows copied, the old one dropped or renamed away, and the old name there at the end. It is judged column by column.",
                        "`ignoredObjects` names it.");
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        if (difference.kind() == DifferenceKind.TABLE_MADE_READ_ONLY) {
            return readOnly(difference, situation);
        }
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        boolean madeAnew =
                situation.state().tables().containsKey(difference.path().owner());
        if (breaks.isEmpty()) {
            return madeAnew ? emptied(difference, situation) : dangling(difference, situation);
        }
        return Optional.of(new Verdict(
                info().severity(),
                "Table " + difference.name() + (madeAnew ? " is replaced by an empty table" : " is dropped"),
                madeAnew
                        ? Users.capitalized(Users.releases(breaks)) + " meets none of the rows that it wrote."
                        : "Queries and writes of " + Users.releases(breaks) + " on it fail, and its rows are lost.",
                madeAnew
                        ? "Change the table with ALTER TABLE, or copy its rows into the new table before the old one"
                                + " goes."
                        : "Leave the table in this release. "
                                + Retirement.of(difference.path(), difference.name(), situation),
                breaks));
    }

    /**
     * What has no use of its own may still be shown by a view, or be what other rows refer to. Where the old table lives on
     * under another name, so do its rows.
     */
    private Optional<Verdict> emptied(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaksByLostRows(difference.path());
        boolean livesOn = situation.provenance().currentTable(difference.path().owner()) != null;
        return breaks.isEmpty() || livesOn
                ? Optional.empty()
                : Optional.of(new Verdict(
                        info().severity(),
                        "Table " + difference.name() + " is replaced by an empty table",
                        LostRows.why(breaks),
                        "Copy its rows into the new table before the old one goes.",
                        breaks));
    }

    private Optional<Verdict> dangling(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaksByDanglingKeys(difference.path());
        return breaks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        info().severity(),
                        "Table " + difference.name() + " is dropped, and rows of another table still refer to it",
                        "Writes of " + Users.releases(breaks) + " to the table that refers to it fail.",
                        "Make the other table anew without the foreign key before this one goes.",
                        breaks));
    }

    private Optional<Verdict> readOnly(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        return breaks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        info().severity(),
                        "Table " + difference.name() + " takes no rows any more",
                        "Writes of " + Users.releases(breaks) + " on it fail.",
                        "Leave the table writable until no supported release writes it. "
                                + Retirement.of(difference.path(), difference.name(), situation),
                        breaks));
    }
}
