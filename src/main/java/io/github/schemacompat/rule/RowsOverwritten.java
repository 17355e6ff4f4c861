package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A released column is overwritten in every row. */
final class RowsOverwritten implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "rows-overwritten",
                    Family.DATA,
                    Severity.WARNING,
                    "UPDATE without WHERE that sets a column that a supported release uses.",
                    "The old values are gone for every release, and no rollback brings them back.",
                    "Update with a WHERE, or write the new values into a new column.")
            .silentWhen(
                    "A copy into a column that was added within the window: the backfill that is run again after a rollback.",
                    "The UPDATE has a WHERE.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** The released columns that are set; one that a supported release doesn't know is being filled, not overwritten. */
    private static List<String> columns(Difference difference, Situation situation) {
        String table = difference.path().owner();
        List<String> columns = new ArrayList<>();
        if (!difference.trail().isEmpty() && difference.trail().get(0) instanceof SchemaChange.RowsChanged change) {
            for (String set : change.setColumns()) {
                String column = situation.provenance().releasedColumn(table, set);
                boolean known = column != null
                        && situation.contracts().stream()
                                .allMatch(contract ->
                                        contract.table(table) == null || contract.knowsColumn(table, column));
                if (column != null && known) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<String> columns = columns(difference, situation);
        List<Break> breaks = situation.breaks(
                difference.path(),
                Users.READERS,
                contract -> columns.stream()
                        .anyMatch(column -> contract.column(difference.path().owner(), column) != null));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "The old values are gone for " + Users.releases(breaks) + " too, and no rollback brings them back.",
                "Update with a WHERE, or write the new values into a new column.",
                breaks));
    }
}
