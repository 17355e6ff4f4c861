package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import java.util.List;
import java.util.Optional;

/** A released object is dropped in one script and made again in a later one. */
final class BrieflyMissing implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "briefly-missing",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A view, routine, trigger, type or synonym that a supported release uses is dropped in one script and created again in another.",
                    "Between the two scripts it isn't there: statements of the release that is still running fail until the second one has run, and for good if it doesn't.",
                    "Replace it in one script that runs in one transaction, or in place.")
            .silentWhen("Both statements stand in one script.", "CREATE OR REPLACE, ALTER.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.ALL);
        Origin dropped = difference.origin();
        if (breaks.isEmpty() || dropped == null) {
            return Optional.empty();
        }
        String back = "";
        for (SchemaChange change : difference.trail()) {
            if (change instanceof SchemaChange.Created) {
                back = change.origin().script().path();
            }
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " here and comes back in " + back,
                "Statements of " + Users.releases(breaks) + " that use it fail in between.",
                "Drop and create it in one script that runs in one transaction, or replace it in place.",
                breaks));
    }
}
