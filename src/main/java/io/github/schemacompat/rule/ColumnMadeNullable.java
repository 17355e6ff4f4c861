package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released column may hold NULL. */
final class ColumnMadeNullable implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-made-nullable",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A NOT NULL column that a supported release reads is made nullable.",
                    "The release that is still running, or is rolled back to, may read NULL where it never met one.",
                    "Write no NULL until no supported release reads the column.")
            .silentWhen("Every supported release has deprecated the column, or deprecated reading it.");

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
                "Readers of " + Users.releases(breaks) + " may meet NULL.",
                "Write no NULL into it until no supported release reads it.",
                breaks));
    }
}
