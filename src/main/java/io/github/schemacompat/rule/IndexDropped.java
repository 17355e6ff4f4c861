package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Index;
import java.util.List;
import java.util.Optional;

/** A released table is searched without an index. */
final class IndexDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "index-dropped",
                    Family.COMPAT,
                    Severity.INFO,
                    "An index on a table that a supported release reads is dropped.",
                    "Queries of the release that is still running may become slow; full-text queries fail.",
                    "Keep the index until no supported release needs it.")
            .silentWhen(
                    "Another index over the same columns is there at the end of the phase.",
                    "No release has the index.");

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
        boolean fulltext =
                difference.before() instanceof Index index && index.method().equals("fulltext");
        return Optional.of(new Verdict(
                fulltext ? Severity.ERROR : INFO.severity(),
                difference.sentence(),
                (fulltext
                        ? "Full-text queries of " + Users.releases(breaks) + " fail."
                        : "Queries of " + Users.releases(breaks) + " may become slow."),
                "Keep the index until no supported release needs it.",
                breaks));
    }
}
