package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A released column compares and sorts its texts in another way. */
final class ColumnCollationChanged implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-collation-changed",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A column that a supported release uses gets another collation or character set.",
                    "The release that is still running finds and sorts other rows than it was built for, and joins to columns of the old collation can fail. In a key, texts that were different become equal or the other way round.",
                    "Add a column with the new collation, and let the old one go when no supported release uses it.")
            .silentWhen("The same collation is written out, or comes from the table or database.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()
                || !(difference.before() instanceof Column before)
                || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        boolean inKey = isInKey(
                situation.currentTable(difference.path().owner()),
                situation.dialect().key(after.name()),
                situation);
        return Optional.of(new Verdict(
                inKey ? Severity.ERROR : INFO.severity(),
                difference.sentence() + ": " + Collations.words(after) + " instead of " + Collations.words(before),
                inKey
                        ? "It is in a key: texts that were different for " + Users.releases(breaks)
                                + " become equal or the other way round, so that its rows are refused or come in twice."
                        : "Comparisons and the order of rows in " + Users.releases(breaks) + " change.",
                "Add a column with the new collation beside it.",
                breaks));
    }

    private static boolean isInKey(@Nullable Table table, String column, Situation situation) {
        return table != null
                && TableKey.of(table).stream()
                        .flatMap(key -> key.columns().stream())
                        .anyMatch(each -> situation
                                .dialect()
                                .key(TableKey.columnName(each))
                                .equals(column));
    }
}
