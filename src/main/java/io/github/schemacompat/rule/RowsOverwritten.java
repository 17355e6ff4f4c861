package io.github.schemacompat.rule;

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
            "Update with a WHERE, or write the new values into a new column.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS);
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
