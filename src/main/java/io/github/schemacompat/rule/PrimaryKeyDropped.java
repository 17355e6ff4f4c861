package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released table has no such key any more. */
final class PrimaryKeyDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "primary-key-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "The primary key of a table that a supported release uses is dropped without another key over the same columns.",
                    "Upserts, foreign keys and replication rely on it, and duplicates come in unseen.",
                    "Keep the key, or put another one over the same columns in the same phase.")
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
                "Upserts of " + Users.releases(breaks) + " fail, and duplicates come in unseen.",
                "Keep a key over the same columns.",
                breaks));
    }
}
