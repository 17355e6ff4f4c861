package io.github.schemacompat.rule;

import io.github.schemacompat.schema.View;
import java.util.List;
import java.util.Optional;

/** A released view goes by another name. */
final class ViewRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "view-renamed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A view that a supported release uses gets another name or moves to another schema.",
                    "The release that is still running knows the old name only: those statements fail.",
                    "Leave the old one as it is and create the new one beside it.")
            .silentWhen(
                    "The old name is there again at the end of the phase with the same definition.",
                    "No release has the view.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        String newName = difference.after() instanceof View after ? situation.written(after.name()) : "another name";
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " to " + newName,
                "Queries of " + Users.releases(breaks) + " that name " + difference.name() + " fail.",
                "Leave " + difference.name() + " as it is and create " + newName
                        + " beside it; drop the old one when no" + " supported release uses it any more.",
                breaks));
    }
}
