package io.github.schemacompat.check;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.ddl.ModuleSelection;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleaseHistory;
import io.github.schemacompat.release.ReleasedScripts;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.rule.Family;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Judge;
import io.github.schemacompat.rule.JudgeInput;
import io.github.schemacompat.rule.Judged;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.Schema;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One history, judged.
 *
 * @param inputs what was read
 * @param releases the last release, those that are supported and those that can be rolled back to, highest first
 * @param comparison the scripts held against those of the last release
 * @param replayed the new scripts on the schema of the last release
 * @param judged what came of it
 */
record HistoryCheck(
        HistoryInputs inputs, List<Release> releases, ScriptComparison comparison, Replayed replayed, Judged judged) {
    /** Judges a history. */
    static HistoryCheck of(
            HistoryInputs inputs, Settings settings, List<Acceptance> accepted, Consumer<String> progress) {
        Set<String> mentioned = inputs.mentionedByNewScripts();
        ReplayOptions quick = inputs.options()
                .withResolveViews(false)
                .withBodiesNaming(List.of())
                .withModules(new ModuleSelection(mentioned, List.of()));
        HistoryCheck check = of(inputs, quick, settings, accepted, progress);
        if (!check.dependsOnDefinitions()) {
            return check;
        }
        List<String> broken = check.brokenNames();
        ReplayOptions whole =
                inputs.options().withBodiesNaming(broken).withModules(new ModuleSelection(mentioned, broken));
        return of(inputs, whole, settings, accepted, progress);
    }

    private static HistoryCheck of(
            HistoryInputs inputs,
            ReplayOptions released,
            Settings settings,
            List<Acceptance> accepted,
            Consumer<String> progress) {
        progress.accept("Replaying what was released");
        ReadTwice twice = settings.twice();
        List<Release> releases = new ReleaseHistory(
                        inputs.dialect(), released.withSecondReading(twice == ReadTwice.ALL))
                .releases(inputs.releases().releases());
        Release last = releases.isEmpty() ? null : releases.get(0);
        ScriptComparison comparison = ScriptComparison.of(inputs.set(), last);
        progress.accept("Replaying " + comparison.added().size() + " new scripts");
        ReplayOptions options = inputs.options()
                .withReadRows(true)
                .withKeepStages(last != null)
                .withSecondReading(twice == ReadTwice.ALL || twice == ReadTwice.NEW && last != null);
        Schema before = last == null ? Schema.EMPTY : last.schema();
        Replayed replayed = inputs.set().layout().isDeclared()
                ? History.declare(before, inputs.set().scripts(), inputs.dialect(), options)
                : History.replay(before, comparison.added(), inputs.dialect(), options);
        progress.accept("Judging");
        // what the new scripts need was there, whether a script made it or not
        List<Release> complete = releases.stream()
                .map(release -> release.withAssumed(replayed.assumed()))
                .toList();
        Judged judged = new Judge(settings.policy())
                .judge(new JudgeInput(
                        inputs.name(),
                        inputs.dialect(),
                        inputs.supported(complete),
                        complete.isEmpty() ? null : complete.get(0),
                        inputs.set(),
                        comparison,
                        replayed,
                        accepted,
                        settings.selection().release(),
                        settings.today(),
                        complete.subList(0, Math.min(settings.selection().rollbackTargets(), complete.size()))));
        return new HistoryCheck(inputs, releases, comparison, replayed, judged);
    }

    /**
     * Whether it matters what released views and routines name: for the columns of released views that the new scripts
     * touch, and for what falls with a break. Most checks never need it, and parsing every released body takes longer than
     * all the rest.
     */
    private boolean dependsOnDefinitions() {
        boolean fromScripts = inputs.releases().releases().stream().anyMatch(ReleasedScripts.class::isInstance);
        boolean touchesViews = replayed.checkpoints().stream()
                .flatMap(checkpoint -> checkpoint.changes().stream())
                .anyMatch(
                        change -> change.path().kind() == ObjectKind.VIEW && !(change instanceof SchemaChange.Created));
        return fromScripts
                && (touchesViews
                        || broken().findAny().isPresent()
                        || !changed().gone().isEmpty()
                        || changed().grownIsCountedOn(last(), inputs.dialect()));
    }

    private ChangedNames changed() {
        Release last = last();
        return ChangedNames.of(last == null ? Schema.EMPTY : last.schema(), replayed);
    }

    private Stream<Finding> broken() {
        return judged.findings().stream().filter(finding -> finding.rule().family() == Family.COMPAT);
    }

    /** The own names of the tables, views and routines that findings are about. */
    private List<String> brokenNames() {
        Stream<String> names = broken().map(finding -> {
            // behind a bracket stand arguments, or the columns of a key without a name
            String[] parts = finding.object().split("[ (]")[0].split("[.]");
            boolean ofTable = finding.kind() == ObjectKind.COLUMN
                    || finding.kind() == ObjectKind.UNIQUE
                    || finding.kind() == ObjectKind.INDEX;
            return parts[Math.max(0, parts.length - (ofTable ? 2 : 1))].replace("\"", "");
        });
        ChangedNames changed = changed();
        return Stream.of(names, changed.gone().stream(), changed.grown().keySet().stream())
                .flatMap(each -> each)
                .map(HistoryCheck::longestPart)
                .distinct()
                .sorted()
                .toList();
    }

    /** Quotes within a name are doubled where it is written; what stands between them is found there. */
    private static String longestPart(String name) {
        return Stream.of(name.split("[\"`\\]]"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    @Nullable
    Release last() {
        return releases.isEmpty() ? null : releases.get(0);
    }

    HistoryResult result() {
        Map<String, String> rollback = new LinkedHashMap<>();
        judged.rollbackTo().forEach((release, verdict) -> rollback.put(release, verdict.id()));
        return new HistoryResult(
                inputs.name(),
                inputs.dialect().id(),
                inputs.set().layout().id(),
                inputs.releases().line(),
                inputs.detected(),
                inputs.supported(releases).stream().map(Release::name).toList(),
                inputs.set().scripts().size() + inputs.set().unreadable().size(),
                comparison.added().size(),
                replayed.figures(),
                judged.unjudged(),
                rollback);
    }
}
