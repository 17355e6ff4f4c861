package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.rule.StateJudge.Found;
import io.github.schemacompat.rule.StateJudge.State;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the steps from release to release for an audit, with the rules of the gate. */
public final class StepJudge {
    private final RulePolicy policy;
    private final Dialect dialect;
    private final @Nullable String history;
    private final IgnoredObjects ignored;

    /** @param history its name, or null where there is only one */
    public StepJudge(RulePolicy policy, Dialect dialect, @Nullable String history) {
        this.policy = policy;
        this.dialect = dialect;
        this.history = history;
        this.ignored = new IgnoredObjects(policy.ignoredObjects());
    }

    /**
     * What a step does.
     *
     * @param pre what breaks once its pre scripts have run
     * @param post what breaks besides, once its post scripts have run
     * @param rollback for each supported release whether it can be taken up again
     */
    public record Step(List<Broken> pre, List<Broken> post, Map<String, Rollback> rollback) {
        public Step {
            pre = List.copyOf(pre);
            post = List.copyOf(post);
            rollback = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rollback));
        }
    }

    /** Judges the step to a later release against all releases that the input calls supported. */
    public Step judge(JudgeInput input) {
        PhaseJudge judge = new PhaseJudge(policy, ignored, input, new TreeSet<>());
        Suppressions suppressions = Suppressions.of(input);
        Set<String> releases = input.supported().stream().map(Release::name).collect(Collectors.toSet());
        List<Broken> pre = broken(judge.afterPre(), releases, suppressions);
        Set<String> told = new HashSet<>();
        judge.afterPre().forEach(found -> told.add(identity(found)));
        List<Found> added = judge.afterPost().stream()
                .filter(found -> !told.contains(identity(found)))
                .toList();
        return new Step(pre, broken(added, releases, suppressions), judge.byRelease());
    }

    private static String identity(Found found) {
        return found.difference().kind() + " " + found.difference().path();
    }

    private List<Broken> broken(List<Found> found, Set<String> releases, Suppressions suppressions) {
        List<Broken> broken = new ArrayList<>();
        for (Found one : found) {
            List<Break> breaks = one.verdict().breaks().stream()
                    .filter(each -> releases.contains(each.release()))
                    .toList();
            boolean counts = one.rule().info().family() == Family.COMPAT
                    && one.verdict().severity().atLeast(Severity.WARNING);
            if (counts && !breaks.isEmpty()) {
                Finding finding = one.finding(one.verdict().severity(), history, List.of(), null)
                        .withBreaks(breaks);
                Finding told = suppressions
                        .reason(finding)
                        .map(finding::withSuppressed)
                        .orElse(finding);
                Origin origin = one.difference().origin();
                broken.add(new Broken(one.difference().path(), told, origin == null ? -1 : origin.order()));
            }
        }
        return broken;
    }

    /**
     * What later releases miss in an earlier schema: the step back, judged as any other.
     *
     * @param newer the schema after the step
     * @param older the schema before it
     * @param changes that the step consists of, which give the places
     * @param releases those that the newer schema or later ones belong to
     */
    public List<Broken> missing(Schema newer, Schema older, List<SchemaChange> changes, List<Release> releases) {
        List<Broken> missing = new ArrayList<>();
        for (Found one : found(newer, List.of(), older, releases)) {
            if (one.rule().info().family() == Family.COMPAT
                    && one.verdict().severity().atLeast(Severity.WARNING)
                    && !one.verdict().breaks().isEmpty()) {
                ObjectPath path = one.difference().path();
                missing.add(new Broken(path, Missing.finding(one, origin(path, changes), history), -1));
            }
        }
        return missing;
    }

    /** The last change of the step that touched the object. */
    private static @Nullable Origin origin(ObjectPath path, List<SchemaChange> changes) {
        Origin last = null;
        for (SchemaChange change : changes) {
            boolean renamed = change instanceof SchemaChange.Renamed moved
                    && moved.newPath().equals(path);
            if (renamed || change.path().equals(path)) {
                last = change.origin();
            }
        }
        return last;
    }

    /** A finding as the project weighs it; empty where its rule is off. */
    public static Optional<Finding> configured(Finding finding, RulePolicy policy) {
        Severity severity = Judge.severity(policy, finding.rule(), finding.severity());
        return severity == Severity.OFF ? Optional.empty() : Optional.of(finding.withSeverity(severity));
    }

    /**
     * The objects by which a release breaks on a schema, whatever happened in between.
     *
     * @param own the schema of the release
     * @param changes all that led from it to the other one; none for an earlier one
     */
    public Set<ObjectPath> broken(Schema own, List<SchemaChange> changes, Schema other, Release release) {
        return found(own, changes, other, List.of(release)).stream()
                .filter(one -> one.isBreak() && !one.verdict().breaks().isEmpty())
                .map(one -> one.difference().path())
                .collect(Collectors.toSet());
    }

    private List<Found> found(Schema before, List<SchemaChange> changes, Schema after, List<Release> releases) {
        List<ContractOf> contracts = releases.stream()
                .map(release -> new ContractOf(release, dialect, ignored))
                .toList();
        // the release being built has no say in what happened long ago
        Release nobody =
                new Release(ContractOf.BEING_BUILT, before, List.of(), List.of(), List.of(), ReadingFigures.NONE);
        ContractOf built = new ContractOf(nobody, dialect, ignored);
        return new StateJudge(dialect, policy, new TreeSet<>())
                        .judge(
                                new State(before, changes, after, Phase.PRE),
                                contracts,
                                built,
                                List.of(),
                                new HashSet<>())
                        .stream()
                        .filter(one -> one.verdict().breaks().stream()
                                .anyMatch(each -> !each.release().equals(ContractOf.BEING_BUILT)))
                        .toList();
    }
}
