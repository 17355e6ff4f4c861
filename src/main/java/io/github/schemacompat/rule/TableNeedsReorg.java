package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** DB2 refuses most statements on a table whose rows lie in an old form. */
final class TableNeedsReorg implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "table-needs-reorg",
                    Family.COMPAT,
                    Severity.ERROR,
                    "DB2: a change leaves a released table waiting for its reorganisation.",
                    "Until REORG TABLE has run, DB2 refuses writes, reads over an index and further changes of the table (SQL0668N).",
                    "Reorganise the table in the same phase, after the last such change.")
            .silentWhen(
                    "REORG TABLE follows in the same phase, as a statement of the client or by ADMIN_CMD.",
                    "The change needs none: a longer VARCHAR, a new column, a default.",
                    "The table is new.");

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
                Users.capitalized(Users.releases(breaks))
                        + " can't write to it, nor read it over an index, until it is reorganised (SQL0668N).",
                Fix.of(
                        "Reorganise it behind the last change:",
                        "CALL SYSPROC.ADMIN_CMD('REORG TABLE " + difference.name() + "');"),
                breaks));
    }
}
