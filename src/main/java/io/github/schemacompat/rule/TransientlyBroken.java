package io.github.schemacompat.rule;

import io.github.schemacompat.change.Checkpoint;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.rule.StateJudge.Found;
import io.github.schemacompat.rule.StateJudge.State;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A release is broken after one script, and a later one of the same phase puts that right. */
final class TransientlyBroken implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "transiently-broken",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A script breaks a supported release, and a later script of the same phase repairs it.",
                    "Until the later script has run, and for good if it fails, statements of the release that is still running are refused. Each script is a transaction of its own.",
                    "Put both statements in one script that runs in one transaction.")
            .silentWhen(
                    "What breaks and what repairs it stand in one script that runs in one transaction.",
                    "It is still broken at the end: then the finding about that is enough.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /**
     * What is broken in between.
     *
     * @param checkpoint at the end of the phase
     * @param last what is wrong there: it is not told twice
     * @param judge what is wrong with a state
     */
    List<Found> of(Schema released, Checkpoint checkpoint, List<Found> last, Function<State, List<Found>> judge) {
        Set<ObjectPath> told =
                last.stream().map(found -> found.difference().path()).collect(Collectors.toCollection(HashSet::new));
        List<Found> broken = new ArrayList<>();
        for (Checkpoint.Stage stage : checkpoint.stages()) {
            List<SchemaChange> before = checkpoint.changes().subList(0, stage.changes());
            if (!isTouchedAgain(
                    before,
                    checkpoint
                            .changes()
                            .subList(stage.changes(), checkpoint.changes().size()))) {
                continue;
            }
            for (Found found : judge.apply(new State(released, before, stage.schema(), checkpoint.phase()))) {
                if (found.isBreak() && !isTold(found.difference().path(), told)) {
                    told.add(found.difference().path());
                    broken.add(new Found(this, found.difference(), verdict(found), List.of()));
                }
            }
        }
        return broken;
    }

    /** Whether something is wrong at the end with the object, or with the table that it belongs to. */
    private static boolean isTold(ObjectPath path, Set<ObjectPath> told) {
        return told.contains(path) || path.member() != null && told.contains(ObjectPath.table(path.owner()));
    }

    private static boolean isTouchedAgain(List<SchemaChange> before, List<SchemaChange> behind) {
        Set<String> touched = new HashSet<>();
        before.forEach(change -> {
            touched.add(change.path().owner());
            if (change instanceof SchemaChange.Renamed renamed) {
                touched.add(renamed.newPath().owner());
            }
        });
        return behind.stream()
                .anyMatch(change -> touched.contains(change.path().owner())
                        || change instanceof SchemaChange.Renamed renamed
                                && touched.contains(renamed.newPath().owner()));
    }

    private static Verdict verdict(Found found) {
        Verdict verdict = found.verdict();
        return new Verdict(
                INFO.severity(),
                verdict.message() + ", until a later script repairs it",
                "In between: " + verdict.why(),
                "Put what breaks and what repairs it in one script that runs in one transaction.",
                verdict.breaks());
    }
}
