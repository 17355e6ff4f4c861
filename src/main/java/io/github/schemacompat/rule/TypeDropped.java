package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** A released type is gone. */
final class TypeDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "type-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A type that a supported release names is dropped or renamed.",
                    "The release that is still running names the type in casts and parameters: those statements fail.",
                    "Keep the type until no supported release uses it.")
            .silentWhen(
                    "Every supported release has deprecated the type.",
                    "It is there again at the end of the phase: then the two are compared.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks =
                situation.breaks(difference.path(), TypeUsers.of(difference.before(), situation.dialect()));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Statements of " + Users.releases(breaks) + " that name it fail.",
                "Leave the type in this release. " + Retirement.of(difference.path(), difference.name(), situation),
                breaks));
    }
}
