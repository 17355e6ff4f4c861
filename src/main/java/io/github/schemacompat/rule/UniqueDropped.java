package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** Duplicates come in where old releases expect none. */
final class UniqueDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "unique-dropped",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A unique constraint or unique index of a table that a supported release writes is dropped.",
                    "ON CONFLICT, MERGE and ON DUPLICATE KEY of the release that is still running rely on it.",
                    "Keep it until no supported release relies on it.")
            .silentWhen("Another key over the same columns stays, or comes in the same phase.");

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
                "Upserts of " + Users.releases(breaks) + " over these columns fail or write duplicates.",
                "Keep a key over the same columns until no supported release relies on it.",
                breaks));
    }
}
