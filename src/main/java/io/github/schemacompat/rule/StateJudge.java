package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one state of the schema against contracts. */
final class StateJudge {
    private final Dialect dialect;
    private final RulePolicy policy;
    private final Set<String> unjudged;

    /** @param unjudged where to say what no rule judges */
    StateJudge(Dialect dialect, RulePolicy policy, Set<String> unjudged) {
        this.dialect = dialect;
        this.policy = policy;
        this.unjudged = unjudged;
    }

    /**
     * A verdict on its way to a finding.
     *
     * @param rule that found it
     * @param consequences what falls with it
     */
    record Found(Rule rule, Difference difference, Verdict verdict, List<String> consequences) {
        /** Whether it breaks a release, whatever the configuration makes of it. */
        boolean isBreak() {
            return rule.info().family() == Family.COMPAT && verdict.severity() == Severity.ERROR;
        }

        /**
         * @param severity after the configuration had its say
         * @param related problems of released scripts that it hangs together with
         * @param accepted the reason for which it is accepted, or null
         */
        Finding finding(Severity severity, @Nullable String history, List<String> related, @Nullable String accepted) {
            RuleInfo info = rule.info();
            Origin origin = difference.origin();
            return new Finding(
                    info,
                    severity,
                    history,
                    difference.name(),
                    difference.path().kind(),
                    verdict.message(),
                    verdict.why(),
                    verdict.fix(),
                    verdict.breaks(),
                    difference.phase(),
                    origin != null && origin.conditional(),
                    origin == null ? null : Location.of(origin.span()),
                    consequences,
                    related,
                    Fingerprint.of(
                            info,
                            history,
                            difference.name(),
                            origin == null ? "" : origin.span().text()),
                    origin == null ? null : AllowLine.of(info, difference.name()),
                    accepted);
        }
    }

    /**
     * What contracts are held against.
     *
     * @param before the schema that the contracts' paths are those of
     * @param changes all that led from it to the state
     * @param schema to judge
     * @param phase after which it stands
     */
    record State(Schema before, List<SchemaChange> changes, Schema schema, Phase phase) {}

    /**
     * What is wrong with a state.
     *
     * @param contracts of the releases that must not break
     * @param built contract of the release being built
     * @param rollbackTargets contracts of the releases that can be rolled back to after post
     * @param reported what was said already; what is said now is added
     */
    List<Found> judge(
            State state,
            List<ContractOf> contracts,
            ContractOf built,
            List<ContractOf> rollbackTargets,
            Set<String> reported) {
        SchemaComparison comparison =
                new SchemaComparison(state.before(), state.changes(), state.schema(), dialect, state.phase());
        Situation situation = new Situation(
                dialect,
                policy,
                contracts,
                built,
                rollbackTargets,
                state.before(),
                state.schema(),
                comparison.provenance());
        return judge(comparison.differences(), situation, state.changes(), reported);
    }

    private List<Found> judge(
            List<Difference> differences, Situation situation, List<SchemaChange> changes, Set<String> reported) {
        List<Found> found = new ArrayList<>();
        List<Difference> fallen = new ArrayList<>();
        // what is told here or was told before: what falls with it isn't told again
        Set<ObjectPath> known = new HashSet<>();
        for (Difference difference : differences) {
            boolean isData = difference.trail().size() == 1
                    && difference.before() == null
                    && difference.after() == null
                    && difference.origin() != null;
            boolean severalTimes = isData
                    || difference.kind() == DifferenceKind.COLUMN_REORDERED
                    || difference.kind() == DifferenceKind.DELETE_RESTRICTED;
            String place = severalTimes && difference.origin() != null
                    ? difference.origin().span() + " " + difference.origin().order()
                    : "";
            if (!reported.add(difference.kind() + " " + difference.path() + " " + place)) {
                known.add(difference.path());
                continue;
            }
            if (difference.cause() != null) {
                fallen.add(difference);
                continue;
            }
            judge(difference, situation).ifPresent(one -> {
                found.add(one);
                known.add(difference.path());
            });
        }
        Map<ObjectPath, ObjectPath> causes = new HashMap<>();
        fallen.forEach(difference -> causes.put(difference.path(), releasedPath(difference.cause(), situation)));
        for (Difference difference : fallen) {
            ObjectPath cause = releasedPath(difference.cause(), situation);
            // what falls with something that fell belongs to the same break
            while (causes.containsKey(cause)
                    && !known.contains(cause)
                    && !causes.get(cause).equals(cause)) {
                cause = causes.get(cause);
            }
            if (!known.contains(cause)) {
                judge(difference, situation).ifPresent(one -> {
                    found.add(one);
                    known.add(difference.path());
                });
            }
        }
        List<Found> complete = new ArrayList<>();
        for (Found one : found) {
            complete.add(new Found(
                    one.rule(),
                    one.difference(),
                    one.verdict(),
                    new Consequences(situation, changes).of(one.difference())));
        }
        return complete;
    }

    /** A cause is named as it was when it fell; findings are about released names. */
    private static ObjectPath releasedPath(@Nullable ObjectPath cause, Situation situation) {
        if (cause == null) {
            return ObjectPath.of(ObjectKind.OTHER, "");
        }
        String owner = situation.provenance().releasedTable(cause.owner());
        return owner == null ? cause : cause.withOwner(owner);
    }

    private Optional<Found> judge(Difference difference, Situation situation) {
        Judgement judgement = Judgement.of(difference.kind());
        if (judgement.isMissing()) {
            if (situation.contracts().stream().anyMatch(contract -> contract.has(difference.contractPath()))) {
                Origin origin = difference.origin();
                unjudged.add((origin == null ? "" : origin.span() + " ") + difference.sentence());
            }
            return Optional.empty();
        }
        for (DifferenceRule rule : judgement.rules()) {
            Optional<Verdict> verdict = rule.judge(difference, situation);
            if (verdict.isPresent()) {
                return Optional.of(replaced(new Found(rule, difference, verdict.get(), List.of()), situation));
            }
        }
        return Optional.empty();
    }

    /** A break is told by the rule that knows most of its cause. */
    private static Found replaced(Found found, Situation situation) {
        if (found.isBreak()) {
            for (Rule rule : Rules.ALL) {
                if (rule instanceof VerdictRule other) {
                    Optional<Verdict> instead = other.instead(found.difference(), found.verdict(), situation);
                    if (instead.isPresent()) {
                        return new Found(rule, found.difference(), instead.get(), found.consequences());
                    }
                }
            }
        }
        return found;
    }
}
