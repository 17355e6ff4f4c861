package io.github.schemacompat.audit;

import io.github.schemacompat.change.Checkpoint;
import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.release.FoundRelease;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleaseHistory;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.release.ReleasedScripts;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.release.Snapshot;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replays each release on the one before, as the databases of the project have gone: its own scripts, pre before post. An
 * edited script is not run again.
 */
final class ReleaseChain {
    private final AuditInput input;
    private final List<Link> links = new ArrayList<>();

    private ReleaseChain(AuditInput input) {
        this.input = input;
    }

    static List<Link> of(AuditInput input) {
        ReleaseChain chain = new ReleaseChain(input);
        for (FoundRelease found : input.found()) {
            if (found instanceof ReleasedScripts scripts) {
                chain.add(found.release(), false, scripts.scripts(), null);
            } else if (found instanceof Snapshot snapshot) {
                Release release = new ReleaseHistory(input.dialect(), input.options())
                        .releases(List.of(found))
                        .get(0);
                chain.add(found.release(), false, chain.scripts(snapshot), release.schema());
            }
        }
        String built = input.built();
        if (built != null) {
            chain.add(built, true, input.current(), null);
        }
        return chain.links;
    }

    private @Nullable Release last() {
        return links.isEmpty() ? null : links.get(links.size() - 1).release();
    }

    /** The texts of a snapshot's scripts as far as they are there unchanged. */
    private ScriptSet scripts(Snapshot snapshot) {
        Set<String> wanted = new HashSet<>();
        snapshot.scripts().forEach(script -> wanted.add(script.identityAndText()));
        List<MigrationScript> there = input.current().scripts().stream()
                .filter(script -> wanted.contains(script.identityAndText()))
                .toList();
        return ScriptSet.of(input.current().layout(), there);
    }

    /** @param known the schema of the release where a snapshot has it, else null */
    private void add(String name, boolean built, ScriptSet set, @Nullable Schema known) {
        Release last = last();
        ScriptComparison comparison = ScriptComparison.of(set, last);
        Schema before = last == null ? Schema.EMPTY : last.schema();
        List<MigrationScript> run = comparison.added();
        if (last == null) {
            // a new database runs all of them in their order, whatever the phase of each deployment was
            run = run.stream().map(script -> script.withPhase(Phase.PRE)).toList();
        }
        Replayed replayed = last == null && known != null
                ? standing(known)
                : History.replay(before, run, input.dialect(), input.options());
        if (known != null && !replayed.schema().equals(known)) {
            replayed = withSchema(replayed, known);
        }
        List<ReleasedScript> scripts = ReleasedScript.of(set);
        Release release = new Release(
                name,
                replayed.schema(),
                scripts,
                set.scripts(),
                replayed.problems(),
                replayed.figures(),
                set.unreadable());
        links.add(new Link(release, built, set, comparison, replayed));
        assume(replayed);
    }

    private static Replayed standing(Schema schema) {
        Checkpoint pre = new Checkpoint(Phase.PRE, schema, List.of(), List.of());
        Checkpoint post = new Checkpoint(Phase.POST, schema, List.of(), List.of());
        return new Replayed(pre, post, List.of(), ReadingFigures.NONE, Map.of());
    }

    /** A snapshot is right; what its scripts did is told from them as far as they are there. */
    private static Replayed withSchema(Replayed replayed, Schema known) {
        Checkpoint post = replayed.post();
        boolean inPost = !post.changes().isEmpty();
        Checkpoint pre = inPost
                ? replayed.pre()
                : new Checkpoint(Phase.PRE, known, replayed.pre().changes(), List.of());
        return new Replayed(
                pre,
                new Checkpoint(Phase.POST, known, post.changes(), List.of()),
                replayed.problems(),
                replayed.figures(),
                replayed.assumed());
    }

    /** What a step needs was there before, whether a script made it or not. */
    private void assume(Replayed replayed) {
        if (replayed.assumed().isEmpty()) {
            return;
        }
        for (int i = 0; i < links.size() - 1; i++) {
            Link link = links.get(i);
            links.set(
                    i,
                    new Link(
                            link.release().withAssumed(replayed.assumed()),
                            link.built(),
                            link.set(),
                            link.comparison(),
                            link.replayed()));
        }
    }
}
