package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
        Set<Acceptance> used = new HashSet<>();
        PhaseJudge phases = new PhaseJudge(policy, ignored, input, unjudged);
        for (StateJudge.Found found : phases.found()) {
            finding(input, found, used).ifPresent(findings::add);
        }
        for (Rule rule : Rules.ALL) {
            if (rule instanceof ScriptRule scripts) {
                for (ScriptVerdict verdict : scripts.judge(input)) {
                    finding(input, rule, verdict, used).ifPresent(findings::add);
                }
            }
        }
        Suppressions suppressions = Suppressions.of(input);
        findings.replaceAll(finding -> finding.suppressed() != null
                ? finding
                : suppressions.reason(finding).map(finding::withSuppressed).orElse(finding));
        for (Rule rule : Rules.ALL) {
            if (rule instanceof SuppressionRule last) {
                for (ScriptVerdict verdict : last.judge(suppressions)) {
                    finding(input, rule, verdict, used).ifPresent(findings::add);
                }
            }
        }
        findings.sort(ORDER);
        return new Judged(saidOnce(findings), List.copyOf(unjudged), phases.rollback(), phases.byRelease(), used);
    }

    private Optional<Finding> finding(JudgeInput input, StateJudge.Found found, Set<Acceptance> used) {
        RuleInfo info = found.rule().info();
        Severity severity = severity(info, found.verdict().severity());
        if (severity == Severity.OFF) {
            return Optional.empty();
        }
        Difference difference = found.difference();
        Origin origin = difference.origin();
        String accepted = origin == null
                ? null
                : acceptance(
                        input, info, origin.script().path(), origin.script().sha256(), used);
        return Optional.of(found.finding(severity, input.history(), releasedProblems(input, difference), accepted));
    }

    private Optional<Finding> finding(JudgeInput input, Rule rule, ScriptVerdict verdict, Set<Acceptance> used) {
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
                allow(input, rule.info(), verdict),
                acceptance(input, rule.info(), verdict.script(), verdict.sha256(), used)));
    }

    /** What can't be read in a new script can be allowed there; what is wrong with a whole script is accepted elsewhere. */
    private static @Nullable String allow(JudgeInput input, RuleInfo info, ScriptVerdict verdict) {
        boolean isNew = input.comparison().added().stream()
                .anyMatch(script -> script.path().equals(verdict.script()));
        return isNew && verdict.location() != null && Rules.READING.contains(info.id()) ? AllowLine.of(info, "") : null;
    }

    /** The reason for which a finding of the rule in a script of this content is accepted, or null. */
    private static @Nullable String acceptance(
            JudgeInput input, RuleInfo rule, String script, String sha256, Set<Acceptance> used) {
        for (Acceptance accepted : input.accepted()) {
            if (accepted.rule().equals(rule.id())
                    && accepted.script().equals(script)
                    && accepted.hash().equals(sha256)) {
                used.add(accepted);
                return accepted.reason();
            }
        }
        return null;
    }

    /** The configured severity; a rule's milder verdicts stay milder, and what can't be read is never silent. */
    private Severity severity(RuleInfo info, Severity own) {
        return severity(policy, info, own);
    }

    static Severity severity(RulePolicy policy, RuleInfo info, Severity own) {
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
                            ? finding.withFix(Fix.prose(finding.fix()) + " " + once + Fix.sqlBehind(finding.fix()))
                            : finding);
        }
        return result;
    }
}
