package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A schema goes, and released objects with it. */
final class SchemaDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "schema-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A schema is dropped that holds objects that a supported release uses.",
                    "Every statement of the release that is still running that names one of them fails, and their rows are gone.",
                    "Keep the schema until no supported release uses anything in it.")
            .silentWhen(
                    "Nothing in the schema is in the contract of a supported release: it is empty, or everything in it is deprecated or new.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        String schema = difference.path().owner();
        List<Break> breaks = situation.breaks(
                difference.path(),
                Users.ALL,
                contract -> situation.provenance().fallenWith(difference.path()).stream()
                        .anyMatch(contract::has));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " with everything in it",
                "Every statement of " + Users.releases(breaks) + " that names something in " + schema + " fails.",
                "Leave the schema in this release; drop it when no supported release uses anything in it.",
                breaks));
    }
}
