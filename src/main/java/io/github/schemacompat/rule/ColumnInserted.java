package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Optional;

/** A new column stands before one that a release knows. */
final class ColumnInserted implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-inserted",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A new column is put before a column that a supported release knows.",
                    "Statements that go by position (SELECT * read by index, INSERT without a column list) meet the new column where they expect an old one.",
                    "Add new columns at the end of the table.")
            .silentWhen("The new column comes last.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(ObjectPath.table(difference.path().owner()), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty() || !(difference.after() instanceof Column column)) {
            return Optional.empty();
        }
        if (difference.kind() == DifferenceKind.COLUMN_SHOWN) {
            return shown(difference, column, situation, breaks);
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "SELECT * read by position and INSERT without a column list of " + Users.releases(breaks)
                        + " take it for the column that stood there.",
                Fix.of(
                        "Add it at the end of the table:",
                        situation
                                .dialect()
                                .fixSql()
                                .addColumn(situation.tableName(difference.path().owner()), column)),
                breaks));
    }

    /** One that was left out of SELECT * so far. */
    private static Optional<Verdict> shown(
            Difference difference, Column column, Situation situation, List<Break> breaks) {
        Table table = situation.currentTable(difference.path().owner());
        List<Column> columns = table == null ? List.of() : table.columns();
        if (columns.isEmpty() || columns.get(columns.size() - 1).equals(column)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "SELECT * read by position and INSERT without a column list of " + Users.releases(breaks)
                        + " take it for the column that stood there.",
                "Leave it invisible until no supported release goes by position.",
                breaks));
    }
}
