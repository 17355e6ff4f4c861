package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released column is no longer computed. */
final class ColumnMadePlain implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-made-plain",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A generated column that a supported release relies on is made a plain one.",
                    "The release that is still running never writes the column: from now on it stays empty, or its INSERTs are refused.",
                    "Keep the generated column until no supported release relies on it.")
            .silentWhen("No release has the column.");

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
                "INSERTs of " + Users.releases(breaks) + " leave it out: it stays empty, or they are refused.",
                "Keep it generated, and add a plain column beside it.",
                breaks));
    }
}
