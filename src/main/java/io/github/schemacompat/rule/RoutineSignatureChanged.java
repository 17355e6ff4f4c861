package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import java.util.List;
import java.util.Optional;

/** A released procedure or function has to be called in another way. */
final class RoutineSignatureChanged implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "routine-signature-changed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "The parameters or the result of a procedure or function that a supported release calls change.",
                    "The release that is still running calls it as it was: those calls fail, or read a result that they don't expect.",
                    "Publish the new signature under the next versioned name, and retire the old routine when no supported release calls it.")
            .silentWhen(
                    "SQL Server and Oracle procedures: a new last parameter with a default. It is `routine-edited` then.",
                    "An IN parameter of a wider type (not in PostgreSQL, where it is a new overload).",
                    "`routineEdits=free`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.CALLERS);
        if (breaks.isEmpty()
                || situation.policy().routineEdits() == EditPolicy.FREE
                || !(difference.before() instanceof Routine before)
                || !(difference.after() instanceof Routine after)) {
            return Optional.empty();
        }
        String changed = new SignatureComparison(before, after, situation.dialect()).firstBreak();
        if (changed == null) {
            return Optional.empty();
        }
        QualifiedName next = situation.versions(ObjectKind.ROUTINE).next(before.name());
        return Optional.of(new Verdict(
                INFO.severity(),
                RoutineWords.capitalized(before) + " " + difference.name() + " changes its signature: " + changed,
                "Calls of " + Users.releases(breaks) + " fail or get a result that they don't expect.",
                RoutineWords.publish(before, next, situation),
                breaks));
    }
}
