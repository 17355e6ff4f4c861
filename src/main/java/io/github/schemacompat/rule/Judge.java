package io.github.schemacompat.rule;

import io.github.schemacompat.change.Checkpoint;
import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges what the new scripts make of the last released schema, against the contract of every supported release. */
public final class Judge {
    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) ->
                    finding.location() == null ? "" : finding.location().file())
            .thenComparingInt(finding ->
                    finding.location() == null ? 0 : finding.location().start().line())
            .thenComparingInt(finding ->
                    finding.location() == null ? 0 : finding.location().start().column())
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::object)
            .thenComparing(Finding::message);

    private final RulePolicy policy;
    private final IgnoredObjects ignored;

    public Judge(RulePolicy policy) {
        this.policy = policy;
        this.ignored = new IgnoredObjects(policy.ignoredObjects());
    }

    /** Judges one history. */
    public Judged judge(JudgeInput input) {
        List<Finding> findings = new ArrayList<>();
        Set<String> unjudged = new TreeSet<>();
        Rollback rollback = Rollback.SAFE;
        Release last = input.last();
        if (last != null) {
            Set<String> reported = new HashSet<>();
            List<SchemaChange> changes = new ArrayList<>();
            for (Checkpoint checkpoint : input.replayed().checkpoints()) {
                changes.addAll(checkpoint.changes());
                List<Found> found = judge(input, last.schema(), checkpoint, List.copyOf(changes), reported, unjudged);
                for (Found one : found) {
                    Verdict verdict = one.verdict();
                    boolean breaks =
                            one.rule().info().family() == Family.COMPAT && verdict.severity() == Severity.ERROR;
                    if (breaks) {
                        rollback = rollback.and(
                                one.difference().phase() == Phase.PRE ? Rollback.UNSAFE : Rollback.SAFE_UNTIL_POST);
                    }
                    finding(input, one).ifPresent(findings::add);
                }
            }
        }
        for (Rule rule : Rules.ALL) {
            if (rule instanceof ScriptRule scripts) {
                for (ScriptVerdict verdict : scripts.judge(input)) {
                    finding(input, rule, verdict).ifPresent(findings::add);
                }
            }
        }
        findings.sort(ORDER);
        return new Judged(saidOnce(findings), List.copyOf(unjudged), rollback);
    }

    /** A verdict on its way to a finding. */
    private record Found(DifferenceRule rule, Difference difference, Verdict verdict, List<String> consequences) {}

    private List<Found> judge(
            JudgeInput input,
            Schema released,
            Checkpoint checkpoint,
            List<SchemaChange> changes,
            Set<String> reported,
            Set<String> unjudged) {
        SchemaComparison comparison =
                new SchemaComparison(released, changes, checkpoint.schema(), input.dialect(), checkpoint.phase());
        List<Difference> differences = comparison.differences();
        List<ContractOf> contracts = input.supported().stream()
                .map(release -> new ContractOf(release, input.dialect(), ignored))
                .toList();
        Situation situation = new Situation(
                input.dialect(), policy, contracts, released, checkpoint.schema(), comparison.provenance());
        Map<ObjectPath, Found> byPath = new LinkedHashMap<>();
        List<Found> found = new ArrayList<>();
        List<Difference> fallen = new ArrayList<>();
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
                continue;
            }
            if (difference.cause() != null) {
                fallen.add(difference);
                continue;
            }
            judge(difference, situation, unjudged).ifPresent(one -> {
                found.add(one);
                byPath.putIfAbsent(difference.path(), one);
            });
        }
        Map<ObjectPath, ObjectPath> causes = new HashMap<>();
        fallen.forEach(difference -> causes.put(difference.path(), releasedPath(difference.cause(), situation)));
        for (Difference difference : fallen) {
            ObjectPath cause = releasedPath(difference.cause(), situation);
            // what falls with something that fell belongs to the same break
            while (causes.containsKey(cause) && !byPath.containsKey(cause)) {
                cause = causes.get(cause);
            }
            if (!byPath.containsKey(cause)) {
                judge(difference, situation, unjudged).ifPresent(found::add);
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

    private Optional<Found> judge(Difference difference, Situation situation, Set<String> unjudged) {
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
                return Optional.of(new Found(rule, difference, verdict.get(), List.of()));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> finding(JudgeInput input, Found found) {
        RuleInfo info = found.rule().info();
        Severity severity = severity(info, found.verdict().severity());
        if (severity == Severity.OFF) {
            return Optional.empty();
        }
        Difference difference = found.difference();
        Verdict verdict = found.verdict();
        Origin origin = difference.origin();
        return Optional.of(new Finding(
                info,
                severity,
                input.history(),
                difference.name(),
                difference.path().kind(),
                verdict.message(),
                verdict.why(),
                verdict.fix(),
                verdict.breaks(),
                difference.phase(),
                origin != null && origin.conditional(),
                origin == null ? null : Location.of(origin.span()),
                found.consequences(),
                releasedProblems(input, difference),
                Fingerprint.of(
                        info,
                        input.history(),
                        difference.name(),
                        origin == null ? "" : origin.span().text()),
                null,
                origin == null
                        ? null
                        : acceptance(
                                input,
                                info,
                                origin.script().path(),
                                origin.script().sha256())));
    }

    private Optional<Finding> finding(JudgeInput input, Rule rule, ScriptVerdict verdict) {
        Severity severity = severity(rule.info(), verdict.severity());
        if (severity == Severity.OFF) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                rule.info(),
                severity,
                input.history(),
                verdict.object(),
                null,
                verdict.message(),
                verdict.why(),
                verdict.fix(),
                List.of(),
                verdict.phase(),
                verdict.conditional(),
                verdict.location(),
                List.of(),
                verdict.related(),
                Fingerprint.of(rule.info(), input.history(), verdict.object(), verdict.clause()),
                null,
                acceptance(input, rule.info(), verdict.script(), verdict.sha256())));
    }

    /** The reason for which a finding of the rule in a script of this content is accepted, or null. */
    private static @Nullable String acceptance(JudgeInput input, RuleInfo rule, String script, String sha256) {
        for (Acceptance accepted : input.accepted()) {
            if (accepted.rule().equals(rule.id())
                    && accepted.script().equals(script)
                    && accepted.hash().equals(sha256)) {
                return accepted.reason();
            }
        }
        return null;
    }

    /** The configured severity; a rule's milder verdicts stay milder, and what can't be read is never silent. */
    private Severity severity(RuleInfo info, Severity own) {
        Severity configured = policy.severities().get(info.id());
        if (configured == null) {
            return own;
        }
        Severity severity = own.atLeast(info.severity()) || !configured.atLeast(own) ? configured : own;
        boolean reading = Rules.READING.contains(info.id());
        return reading && !severity.atLeast(Severity.WARNING) ? Severity.WARNING : severity;
    }

    /** Problems of released scripts that touch the same object: it may not be what we think it is. */
    private static List<String> releasedProblems(JudgeInput input, Difference difference) {
        Release last = input.last();
        if (last == null) {
            return List.of();
        }
        List<String> related = new ArrayList<>();
        for (ReadingProblem problem : last.problems()) {
            String object = problem.object();
            if (object != null
                    && (difference.name().equalsIgnoreCase(object)
                            || difference
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .startsWith(object.toLowerCase(java.util.Locale.ROOT) + "."))) {
                related.add(problem.origin().span() + " " + problem.message());
            }
        }
        return related;
    }

    /** The first finding of a rule says what the others needn't repeat. */
    private static List<Finding> saidOnce(List<Finding> findings) {
        Set<String> said = new HashSet<>();
        List<Finding> result = new ArrayList<>();
        for (Finding finding : findings) {
            String once = Rules.byId(finding.rule().id()).saidOnce();
            boolean first = once != null && said.add(finding.rule().id());
            result.add(
                    first
                            ? withFix(finding, Fix.prose(finding.fix()) + " " + once + Fix.sqlBehind(finding.fix()))
                            : finding);
        }
        return result;
    }

    private static Finding withFix(Finding finding, String fix) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.history(),
                finding.object(),
                finding.kind(),
                finding.message(),
                finding.why(),
                fix,
                finding.breaks(),
                finding.phase(),
                finding.conditional(),
                finding.location(),
                finding.consequences(),
                finding.related(),
                finding.fingerprint(),
                finding.allow(),
                finding.suppressed());
    }
}
