package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Routine;
import java.util.List;
import java.util.Optional;

/** A released procedure or function goes by another name. */
final class RoutineRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "routine-renamed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A procedure or function that a supported release calls gets another name or moves to another schema.",
                    "The release that is still running knows the old name only: those statements fail.",
                    "Leave the old one as it is and create the new one beside it.")
            .silentWhen("The old name is there again at the end of the phase.", "No release has the routine.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.CALLERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        String newName = difference.after() instanceof Routine after ? situation.written(after.name()) : "another name";
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " to " + newName,
                "Calls of " + Users.releases(breaks) + " that name " + difference.name() + " fail.",
                "Leave " + difference.name() + " as it is and create " + newName
                        + " beside it; drop the old one when no" + " supported release calls it any more.",
                breaks));
    }
}
