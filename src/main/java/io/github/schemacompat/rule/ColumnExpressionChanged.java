package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import java.util.List;
import java.util.Optional;

/** A released column is worked out in another way. */
final class ColumnExpressionChanged implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-expression-changed",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A generated column that a supported release uses is worked out by another expression.",
                    "The release that is still running reads values that it wasn't built for, and rows for which the new expression has no value are refused.",
                    "Add a column with the new expression under a new name.")
            .silentWhen("The same expression with other brackets, blanks or case.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()
                || !(difference.before() instanceof Column before)
                || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + ": " + after.generated() + " instead of " + before.generated(),
                Users.capitalized(Users.releases(breaks)) + " reads other values than it was built for.",
                "Add a column with the new expression under a new name.",
                breaks));
    }
}
