package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import java.util.List;
import java.util.Optional;

/** A released procedure or function gets another definition in place. */
final class RoutineEdited implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "routine-edited",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A procedure or function that a supported release calls gets another definition under its old name.",
                    "The release that is still running calls it and gets what it was not built for. A new definition under a new name (spFind_2) leaves every release with the routine that it was tested with, and a rollback needs no script.",
                    "Publish the new definition under the next versioned name, and retire the old routine when no supported release calls it.")
            .silentWhen(
                    "Only white space, comments, brackets, the case of keywords, the default schema, or CREATE and ALTER differ.",
                    "`routineEdits=compatible`, and the signature is.",
                    "`routineEdits=free`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public String saidOnce() {
        return "To allow edits that keep the signature, set <routineEdits>compatible</routineEdits> (-Dschema-compat.routineEdits=compatible); what speaks for a new name is that a rollback then needs no script.";
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        EditPolicy policy = situation.policy().routineEdits();
        List<Break> breaks = situation.breaks(difference.path(), Users.CALLERS);
        if (breaks.isEmpty()
                || policy == EditPolicy.FREE
                || !(difference.before() instanceof Routine before)
                || !(difference.after() instanceof Routine)) {
            return Optional.empty();
        }
        String message = RoutineWords.capitalized(before) + " " + difference.name() + " is edited in place";
        if (policy == EditPolicy.COMPATIBLE) {
            return Optional.of(new Verdict(
                    Severity.INFO,
                    message,
                    "Its signature stays, but what calls of " + Users.releases(breaks) + " do or return may differ.",
                    "Make sure that the releases that call it can live with the new definition.",
                    breaks));
        }
        QualifiedName next = situation.versions(ObjectKind.ROUTINE).next(before.name());
        return Optional.of(new Verdict(
                INFO.severity(),
                message,
                "Calls of " + Users.releases(breaks) + " get what they were not built for; where the application brings"
                        + " its own migrator, an old instance that restarts may apply its own definition again.",
                RoutineWords.publish(before, next, situation),
                breaks));
    }
}
