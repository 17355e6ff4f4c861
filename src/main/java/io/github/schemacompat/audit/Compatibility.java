package io.github.schemacompat.audit;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.result.AuditedHistory.Reason;
import io.github.schemacompat.rule.Break;
import io.github.schemacompat.rule.Broken;
import io.github.schemacompat.rule.EditPolicy;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.StepJudge;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which release runs on which database. Each step of the schema is judged once for all releases, forth and back; what
 * breaks by a step stays broken on the far side of it, until another step touches the same object: there the release is
 * held against that schema itself.
 */
final class Compatibility {
    private final AuditInput input;
    private final List<Link> links;
    private final DatabaseAxis axis;
    private final StepJudge judge;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<String, Integer> releases = new HashMap<>();
    private final Map<Held, Set<ObjectPath>> held = new HashMap<>();
    private final Map<ObjectPath, Set<Integer>> touched = new HashMap<>();

    /**
     * What was asked.
     *
     * @param table key of the only table that matters, or empty
     */
    private record Held(int release, int stop, String table) {}

    Compatibility(AuditInput input, List<Link> links, DatabaseAxis axis, StepJudge judge) {
        this.input = input;
        this.links = links;
        this.axis = axis;
        this.judge = judge;
        for (int i = 0; i < links.size(); i++) {
            releases.put(links.get(i).release().name(), i);
        }
        for (int stop = 0; stop < axis.stops().size(); stop++) {
            for (SchemaChange change : axis.stops().get(stop).changes()) {
                touch(change.path(), stop);
                if (change instanceof SchemaChange.Renamed renamed) {
                    touch(renamed.newPath(), stop);
                }
            }
        }
    }

    private void touch(ObjectPath path, int stop) {
        touched.computeIfAbsent(path, unused -> new HashSet<>()).add(stop);
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<Finding> findings() {
        return findings;
    }

    /**
     * What a step broke for the releases before it.
     *
     * @param stop from which database on
     * @return index of each in {@link #findings}
     */
    List<Integer> forward(List<Broken> broken, int stop) {
        List<Integer> added = new ArrayList<>();
        for (Broken one : broken) {
            added.add(findings.size());
            for (Break each : one.finding().breaks()) {
                int release = releases.get(each.release());
                // what makes no other schema breaks nobody
                if (axis.own(release) < stop) {
                    spread(one, release, stop, 1);
                }
            }
            findings.add(one.finding());
        }
        return added;
    }

    /** What each release misses on the databases before its own. */
    void backward() {
        for (int stop = axis.stops().size() - 1; stop > 0; stop--) {
            List<Release> later = new ArrayList<>();
            for (int release = 0; release < links.size(); release++) {
                // between its own pre and post scripts a release starts: the gate has judged that
                boolean startsHere = axis.own(release) == stop && axis.afterPre(release) == stop - 1;
                if (axis.own(release) >= stop && !startsHere) {
                    later.add(links.get(release).release());
                }
            }
            DatabaseAxis.Stop newer = axis.stops().get(stop);
            Schema older = axis.stops().get(stop - 1).schema();
            for (Broken one : judge.missing(newer.schema(), older, newer.changes(), later)) {
                int before = reasons.size();
                for (Break each : one.finding().breaks()) {
                    Integer release = releases.get(each.release());
                    if (release != null) {
                        spread(one, release, stop - 1, -1);
                    }
                }
                if (reasons.size() > before) {
                    findings.add(one.finding());
                }
            }
        }
    }

    /** The databases from one on in a direction, as long as the object is broken there. */
    private void spread(Broken one, int release, int stop, int direction) {
        int last = axis.stops().size() - 1;
        int from = stop;
        int to = direction > 0 ? last : 0;
        for (int next = stop + direction; next >= 0 && next <= last; next += direction) {
            int step = direction > 0 ? next : next + 1;
            boolean perhapsRepaired = touched.getOrDefault(one.path(), Set.of()).contains(step)
                    || one.path().member() != null
                            && touched.getOrDefault(ObjectPath.table(one.path().owner()), Set.of())
                                    .contains(step);
            // what is only to be watched is said anew if it has to be
            if (perhapsRepaired && !(one.isBreak() && isBroken(one, release, next))) {
                to = next - direction;
                break;
            }
        }
        reasons.add(new Reason(release, Math.min(from, to), Math.max(from, to), findings.size(), one.isBreak()));
    }

    private boolean isBroken(Broken one, int release, int stop) {
        Schema own = links.get(release).release().schema();
        Schema other = axis.stops().get(stop).schema();
        ObjectPath path = one.path();
        boolean routine = path.kind() == ObjectKind.ROUTINE && input.policy().routineEdits() == EditPolicy.VERSIONED;
        boolean view = path.kind() == ObjectKind.VIEW && input.policy().viewEdits() == EditPolicy.VERSIONED;
        // most that is touched again and again is a definition, which is the old one or it isn't
        if (routine && own.routines().containsKey(path.owner())) {
            return !own.routines().get(path.owner()).equals(other.routines().get(path.owner()));
        }
        if (view && own.views().containsKey(path.owner())) {
            return !own.views().get(path.owner()).equals(other.views().get(path.owner()));
        }
        boolean byTable = TableSlice.suffices(path.kind()) && own.tables().containsKey(path.owner());
        return held.computeIfAbsent(
                        new Held(release, stop, byTable ? path.owner() : ""),
                        unused -> broken(release, stop, byTable ? path.owner() : null))
                .contains(path);
    }

    /** @param table the only one that is asked about, or null for all there is */
    private Set<ObjectPath> broken(int release, int stop, @Nullable String table) {
        Release held = links.get(release).release();
        Schema other = axis.stops().get(stop).schema();
        TableSlice slice = table == null
                ? new TableSlice(held.schema(), changes(release, stop), other)
                : TableSlice.of(table, held.schema(), changes(release, stop), other);
        return judge.broken(slice.own(), slice.changes(), slice.other(), held);
    }

    /** All that led from a release's own database to a later one. */
    private List<SchemaChange> changes(int release, int stop) {
        List<SchemaChange> changes = new ArrayList<>();
        for (int i = axis.own(release) + 1; i <= stop; i++) {
            changes.addAll(axis.stops().get(i).changes());
        }
        return changes;
    }

    /** Reasons in the order of releases, databases and findings. */
    List<Reason> sorted() {
        TreeMap<String, Reason> sorted = new TreeMap<>();
        for (Reason reason : reasons) {
            sorted.put(
                    "%05d %05d %07d %05d".formatted(reason.release(), reason.from(), reason.finding(), reason.to()),
                    reason);
        }
        return List.copyOf(sorted.values());
    }
}
