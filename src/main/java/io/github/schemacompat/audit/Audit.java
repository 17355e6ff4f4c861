package io.github.schemacompat.audit;

import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.AuditedHistory.AuditedRelease;
import io.github.schemacompat.result.AuditedHistory.Reason;
import io.github.schemacompat.result.AuditedHistory.Step;
import io.github.schemacompat.rule.Broken;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.JudgeInput;
import io.github.schemacompat.rule.Rollback;
import io.github.schemacompat.rule.StepJudge;
import io.github.schemacompat.rule.VersionReview;
import io.github.schemacompat.script.MigrationScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audits one history: every release against every database. */
public final class Audit {
    private final AuditInput input;
    private final List<Link> links;
    private final DatabaseAxis axis;
    private final StepJudge judge;
    private final Compatibility compatibility;

    private Audit(AuditInput input, List<Link> links) {
        this.input = input;
        this.links = links;
        this.axis = DatabaseAxis.of(links);
        this.judge = new StepJudge(input.policy(), input.dialect(), input.history());
        this.compatibility = new Compatibility(input, links, axis, judge);
    }

    /**
     * What came of an audit.
     *
     * @param history the whole of it
     * @param findings what a threshold looks at
     */
    public record Audited(AuditedHistory history, List<Finding> findings) {
        public Audited {
            findings = List.copyOf(findings);
        }
    }

    /** @param progress is told what begins, for runs that take long */
    public static Audited of(AuditInput input, Consumer<String> progress) {
        progress.accept("Replaying the releases");
        List<Link> links = ReleaseChain.of(input);
        progress.accept("Judging each release on each database");
        return new Audit(input, links).audited();
    }

    private Audited audited() {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < links.size(); i++) {
            steps.add(step(i));
        }
        compatibility.backward();
        List<Reason> reasons = compatibility.sorted();
        AuditedHistory history = new AuditedHistory(
                input.history(),
                input.dialect().id(),
                input.current().layout().id(),
                input.baseline(),
                input.detected(),
                releases(),
                axis.stops().stream().map(DatabaseAxis.Stop::shown).toList(),
                reasons,
                compatibility.findings(),
                steps,
                DeprecationRegister.of(links, input.dialect(), input.window()),
                AcceptedRegister.of(input, links),
                ScriptRegister.of(links, input.current()));
        return new Audited(history, findings(reasons));
    }

    private Step step(int to) {
        Link link = links.get(to);
        List<Release> before = new ArrayList<>();
        for (int i = to - 1; i >= 0; i--) {
            before.add(links.get(i).release());
        }
        StepJudge.Step step = judge.judge(new JudgeInput(
                input.history(),
                input.dialect(),
                before,
                before.get(0),
                link.set(),
                link.comparison(),
                link.replayed(),
                input.acceptances().accepted(),
                link.release().name(),
                input.today(),
                List.of()));
        List<Integer> pre = compatibility.forward(step.pre(), axis.afterPre(to));
        List<Integer> post = compatibility.forward(step.post(), axis.own(to));
        String from = before.get(0).name();
        Rollback rollback = step.rollback().getOrDefault(from, Rollback.SAFE);
        Integer first = rollback == Rollback.UNSAFE
                ? first(step.pre(), pre, from)
                : rollback == Rollback.SAFE_UNTIL_POST ? first(step.post(), post, from) : null;
        return new Step(from, link.release().name(), rollback.id(), script(link, first), first);
    }

    /** Index of the first break of a release. */
    private static @Nullable Integer first(List<Broken> broken, List<Integer> indices, String release) {
        return Stream.iterate(0, i -> i < broken.size(), i -> i + 1)
                .filter(i -> broken.get(i).isBreak()
                        && broken.get(i).finding().breaks().stream()
                                .anyMatch(each -> each.release().equals(release)))
                .min(Comparator.comparingInt(i -> broken.get(i).order()))
                .map(indices::get)
                .orElse(null);
    }

    private @Nullable String script(Link link, @Nullable Integer finding) {
        if (finding == null) {
            return null;
        }
        var location = compatibility.findings().get(finding).location();
        if (location == null) {
            return null;
        }
        return link.comparison().added().stream()
                .filter(script -> script.source().file().equals(location.file()))
                .map(MigrationScript::path)
                .findFirst()
                .orElse(location.file());
    }

    private List<AuditedRelease> releases() {
        List<AuditedRelease> releases = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            releases.add(new AuditedRelease(
                    link.release().name(),
                    axis.own(i),
                    link.built() || input.supported().contains(link.release().name()),
                    link.built(),
                    ChangeWords.of(link.changes()),
                    link.replayed().figures(),
                    link.release().problems().stream()
                            .filter(Audit::isReading)
                            .map(problem -> problem.origin().span() + " " + problem.message())
                            .toList()));
        }
        return releases;
    }

    private static boolean isReading(ReadingProblem problem) {
        return problem.kind() == ReadingProblem.Kind.STATEMENT_NOT_UNDERSTOOD
                || problem.kind() == ReadingProblem.Kind.DYNAMIC_SQL;
    }

    /** What breaks a release that may still run, on a database that it may meet; and what the versions of names call for. */
    private List<Finding> findings(List<Reason> reasons) {
        Set<Integer> counted = new LinkedHashSet<>();
        List<AuditedRelease> releases = releases();
        for (Reason reason : reasons) {
            AuditedRelease release = releases.get(reason.release());
            if (release.supported() && reason.to() >= release.database()) {
                counted.add(reason.finding());
            }
        }
        List<Finding> findings = new ArrayList<>();
        counted.stream()
                .sorted()
                .forEach(index -> StepJudge.configured(compatibility.findings().get(index), input.policy())
                        .ifPresent(findings::add));
        if (!links.isEmpty()) {
            List<Release> supported = links.stream()
                    .filter(link -> !link.built())
                    .map(Link::release)
                    .filter(release -> input.supported().contains(release.name()))
                    .toList();
            findings.addAll(VersionReview.of(
                    links.get(links.size() - 1).release(),
                    supported,
                    input.policy(),
                    input.dialect(),
                    input.history()));
        }
        return findings;
    }
}
