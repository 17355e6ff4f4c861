package io.github.schemacompat.rule;

import io.github.schemacompat.change.Checkpoint;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.rule.StateJudge.Found;
import io.github.schemacompat.rule.StateJudge.State;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a history phase by phase. What the pre scripts lead to has to do for every supported release. When the post
 * scripts run, the last old instance has stopped: they have to leave what the release being built uses, and what the
 * releases use that can be rolled back to.
 */
final class PhaseJudge {
    private final JudgeInput input;
    private final IgnoredObjects ignored;
    private final List<Found> found = new ArrayList<>();
    private final List<Found> afterPre = new ArrayList<>();
    private final List<Found> afterPost = new ArrayList<>();
    private Rollback rollback = Rollback.SAFE;
    private final Map<String, Rollback> byRelease = new LinkedHashMap<>();

    PhaseJudge(RulePolicy policy, IgnoredObjects ignored, JudgeInput input, Set<String> unjudged) {
        this.input = input;
        this.ignored = ignored;
        input.supported().forEach(release -> byRelease.put(release.name(), Rollback.SAFE));
        Release last = input.last();
        if (last != null) {
            judge(last.schema(), new StateJudge(input.dialect(), policy, unjudged));
        }
    }

    /** What is wrong, phase by phase. */
    List<Found> found() {
        return found;
    }

    /** What is wrong for the supported releases once the pre scripts have run. */
    List<Found> afterPre() {
        return afterPre;
    }

    /** What is wrong for the supported releases once the post scripts have run as well; nothing where there are none. */
    List<Found> afterPost() {
        return afterPost;
    }

    /** Whether the supported releases can be taken up again. */
    Rollback rollback() {
        return rollback;
    }

    private void judge(Schema released, StateJudge judge) {
        Checkpoint pre = input.replayed().pre();
        Checkpoint post = input.replayed().post();
        List<ContractOf> supported = contracts(input.supported());
        List<ContractOf> targets = contracts(input.rollbackTargets());
        ContractOf marked = contract(input.built(MarkedSchema.of(released, pre.changes(), input.dialect())));
        State afterPre = new State(released, pre.changes(), pre.schema(), Phase.PRE);
        Set<String> told = new HashSet<>();
        for (Found one : judge.judge(afterPre, supported, marked, targets, new HashSet<>())) {
            told.add(one.difference().kind() + " " + one.difference().path() + " ");
            found.add(one);
            this.afterPre.add(one);
            if (one.isBreak() && one.verdict().breaks().stream().anyMatch(this::isReleased)) {
                rollback = Rollback.UNSAFE;
                breaks(one, Rollback.UNSAFE);
            }
        }
        // what is wrong at the end as well is told there
        found.addAll(new TransientlyBroken()
                .of(
                        released,
                        pre,
                        List.copyOf(found),
                        stage -> judge.judge(stage, supported, marked, targets, new HashSet<>(told))));
        if (post.changes().isEmpty()) {
            return;
        }
        List<SchemaChange> all = new ArrayList<>(pre.changes());
        all.addAll(post.changes());
        ContractOf built = contract(input.built(pre.schema()));
        State afterPost = new State(released, all, post.schema(), Phase.POST);
        for (Found one : judge.judge(afterPost, supported, built, targets, new HashSet<>())) {
            this.afterPost.add(one);
            if (one.isBreak()) {
                rollback = rollback.and(Rollback.SAFE_UNTIL_POST);
                breaks(one, Rollback.SAFE_UNTIL_POST);
            }
        }

        State postAlone = new State(pre.schema(), post.changes(), post.schema(), Phase.POST);
        Map<String, Found> inPost = new LinkedHashMap<>();
        for (Found one : judge.judge(postAlone, List.of(built), built, targets, new HashSet<>())) {
            if (!isBridge(one, released)) {
                inPost.put(identity(one), one);
            }
        }
        if (!targets.isEmpty()) {
            Set<String> said = found.stream().map(PhaseJudge::identity).collect(Collectors.toSet());
            judge.judge(afterPost, targets, built, targets, new HashSet<>()).stream()
                    .filter(one -> !said.contains(identity(one)))
                    .forEach(one -> inPost.merge(identity(one), one, PhaseJudge::together));
        }
        found.addAll(inPost.values());
    }

    /** The same for each supported release, highest first: how far back it is safe. */
    Map<String, Rollback> byRelease() {
        return byRelease;
    }

    private void breaks(Found one, Rollback verdict) {
        for (Break broken : one.verdict().breaks()) {
            byRelease.computeIfPresent(broken.release(), (release, known) -> known.and(verdict));
        }
    }

    private boolean isReleased(Break broken) {
        return input.supported().stream().anyMatch(release -> release.name().equals(broken.release()));
    }

    private List<ContractOf> contracts(List<Release> releases) {
        return releases.stream().map(this::contract).toList();
    }

    private ContractOf contract(Release release) {
        return new ContractOf(release, input.dialect(), ignored);
    }

    /** A trigger that the pre scripts made and the post scripts drop served the time in between. */
    private static boolean isBridge(Found one, Schema released) {
        DifferenceKind kind = one.difference().kind();
        return (kind == DifferenceKind.TRIGGER_DROPPED || kind == DifferenceKind.TRIGGER_DISABLED)
                && !released.triggers()
                        .containsKey(String.valueOf(one.difference().path().member()));
    }

    private static String identity(Found one) {
        return one.difference().kind() + " " + one.difference().name() + " "
                + one.difference().origin();
    }

    /** One break of the release being built and of a release that can be rolled back to. */
    private static Found together(Found one, Found other) {
        List<Break> breaks = new ArrayList<>(one.verdict().breaks());
        breaks.addAll(other.verdict().breaks());
        Verdict verdict = one.verdict();
        return new Found(
                one.rule(),
                one.difference(),
                new Verdict(verdict.severity(), verdict.message(), verdict.why(), verdict.fix(), breaks),
                one.consequences());
    }
}
