package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released column is computed from now on. */
final class ColumnMadeGenerated implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-made-generated",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A column that a supported release writes is made a generated column.",
                    "The release that is still running sets the column: those writes are refused.",
                    "Add a generated column beside it.")
            .silentWhen("A new column is generated from the start.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Writes of " + Users.releases(breaks) + " that set it are refused.",
                "Add a generated column beside it, and drop the old one when no supported release uses it any more.",
                breaks));
    }
}
