package io.github.schemacompat.rule;

import io.github.schemacompat.script.Phase;
import java.util.Optional;
import java.util.Set;

/** An object is marked and dropped at once, so that the releases that may still run have never heard of the mark. */
final class DeprecatedTooLate implements VerdictRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "deprecated-too-late",
                    Family.COMPAT,
                    Severity.ERROR,
                    "An object is deprecated and dropped in the same release, or a release that can be rolled back to lacks the"
                            + " mark.",
                    "A mark says what its own release does. The release before it, which still runs or is rolled back to, uses"
                            + " the object: its statements fail.",
                    "Ship the mark in one release and the drop in a later one, or drop it in a post script.")
            .silentWhen(
                    "Every supported release has the mark.",
                    "A post script drops it, and no release can be rolled back to that lacks the mark.");

    private static final Set<DifferenceKind> DROPS = Set.of(
            DifferenceKind.TABLE_DROPPED,
            DifferenceKind.COLUMN_DROPPED,
            DifferenceKind.VIEW_DROPPED,
            DifferenceKind.ROUTINE_DROPPED,
            DifferenceKind.SEQUENCE_DROPPED,
            DifferenceKind.TYPE_DROPPED,
            DifferenceKind.SYNONYM_DROPPED);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> instead(Difference difference, Verdict verdict, Situation situation) {
        boolean marked = situation.built().marks(difference.path()).deprecated() != null;
        boolean post = difference.phase() == Phase.POST;
        boolean before = ContractOf.marks(situation.released(), difference.path(), situation.dialect())
                        .deprecated()
                != null;
        if (!DROPS.contains(difference.kind()) || !marked || !post && before) {
            return Optional.empty();
        }
        String after = Retirement.of(difference.path(), difference.name(), situation);
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence()
                        + (post
                                ? " although a release that can be rolled back to uses it"
                                : " in the release that deprecates it"),
                verdict.why(),
                post
                        ? "Keep the mark, and leave the drop for a later release."
                        : "Keep the mark, and leave the drop for a later release, or do it in a post script. "
                                + after.replaceFirst("^Say .*?; it may", "It may"),
                verdict.breaks()));
    }
}
