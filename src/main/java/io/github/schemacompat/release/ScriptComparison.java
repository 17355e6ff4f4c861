package io.github.schemacompat.release;

import io.github.schemacompat.script.MarksFile;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptSet;
import io.github.schemacompat.script.UnreadableScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scripts as they are now, held against those of the last release.
 *
 * @param added what the release doesn't have and a database of it will run, in the order of the migration tool; also
 *     repeatable scripts with new content
 * @param unchanged how many are as they were
 * @param edited versioned scripts whose content is another one now; they are not run again
 * @param removed scripts of the release that are gone
 * @param outOfOrder new scripts that sort before a released one
 */
public record ScriptComparison(
        List<MigrationScript> added,
        int unchanged,
        List<Edited> edited,
        List<Removed> removed,
        List<OutOfOrder> outOfOrder) {
    public ScriptComparison {
        added = List.copyOf(added);
        edited = List.copyOf(edited);
        removed = List.copyOf(removed);
        outOfOrder = List.copyOf(outOfOrder);
    }

    /**
     * A released script with other content.
     *
     * @param released as it was
     * @param now as it is
     * @param line the first line that differs, one-based; 1 where the release's text is not known
     * @param diff the difference as patches show it, or empty where the release's text is not known
     */
    public record Edited(ReleasedScript released, MigrationScript now, int line, List<String> diff) {
        public Edited {
            diff = List.copyOf(diff);
        }
    }

    /**
     * A released script that is gone.
     *
     * @param script as it was
     * @param movedTo path of a new script with the same content, or null
     * @param replacedBy the baseline script that stands for it and its like, or null
     */
    public record Removed(
            ReleasedScript script,
            @Nullable String movedTo,
            @Nullable MigrationScript replacedBy) {}

    /**
     * A new script that sorts before a released one.
     *
     * @param script the new one
     * @param before path of the highest released script that sorts after it
     */
    public record OutOfOrder(MigrationScript script, String before) {}

    /**
     * @param now the scripts as they are now
     * @param last the last release, or null if there is none: then everything that a new database runs is new
     */
    public static ScriptComparison of(ScriptSet now, @Nullable Release last) {
        if (last == null) {
            return new ScriptComparison(now.forNewDatabase(), 0, List.of(), List.of(), List.of());
        }
        Map<MigrationScript, ReleasedScript> released = released(now, last);
        List<MigrationScript> added = new ArrayList<>();
        List<Edited> edited = new ArrayList<>();
        int unchanged = 0;
        for (MigrationScript script : now.scripts()) {
            ReleasedScript before = released.get(script);
            if (before != null && before.sha256().equals(script.sha256())) {
                unchanged++;
            } else if (script.kind() == ScriptKind.BASELINE) {
                // a database of the release has run what it stands for
                continue;
            } else if (before == null || script.kind() == ScriptKind.REPEATABLE) {
                added.add(script);
            } else {
                edited.add(edited(before, script, last));
            }
        }
        if (now.layout().isDeclared()) {
            // what is declared is written anew with every release
            edited.forEach(each -> added.add(each.now()));
            return new ScriptComparison(added, unchanged, List.of(), List.of(), List.of());
        }
        return new ScriptComparison(
                added, unchanged, edited, removed(now, last, added, released), outOfOrder(now, added, released));
    }

    /**
     * What each script was in the release: by its version, so that it may be renamed, unless the one that was released is there
     * under its own name.
     */
    private static Map<MigrationScript, ReleasedScript> released(ScriptSet now, Release last) {
        Map<String, ReleasedScript> byIdentity = new HashMap<>();
        Map<String, ReleasedScript> byName = new HashMap<>();
        for (ReleasedScript script : last.scripts()) {
            byIdentity.putIfAbsent(script.identity(), script);
            byName.put(script.identity() + "\n" + script.path(), script);
        }
        Map<MigrationScript, ReleasedScript> released = new HashMap<>();
        Set<ReleasedScript> taken = new HashSet<>();
        for (MigrationScript script : now.scripts()) {
            ReleasedScript same = byName.get(script.identity() + "\n" + script.path());
            if (same != null) {
                released.put(script, same);
                taken.add(same);
            }
        }
        for (MigrationScript script : now.scripts()) {
            ReleasedScript before = byIdentity.get(script.identity());
            if (before != null && !released.containsKey(script) && taken.add(before)) {
                released.put(script, before);
            }
        }
        return released;
    }

    private static Edited edited(ReleasedScript before, MigrationScript now, Release last) {
        for (MigrationScript text : last.texts()) {
            if (text.path().equals(before.path()) && text.identity().equals(now.identity())) {
                TextDiff diff = TextDiff.of(text.text(), now.text());
                return new Edited(before, now, now.firstLine() + diff.line() - 1, diff.lines());
            }
        }
        return new Edited(before, now, now.firstLine(), List.of());
    }

    private static List<Removed> removed(
            ScriptSet now, Release last, List<MigrationScript> added, Map<MigrationScript, ReleasedScript> released) {
        Set<ReleasedScript> there = new HashSet<>(released.values());
        Set<String> present = new HashSet<>();
        now.unreadable().stream().map(UnreadableScript::identity).forEach(present::add);
        List<Removed> removed = new ArrayList<>();
        for (ReleasedScript script : last.scripts()) {
            if (!there.contains(script)
                    && !present.contains(script.identity())
                    && !MarksFile.is(script.kind(), script.path())) {
                String movedTo = added.stream()
                        .filter(each -> each.sha256().equals(script.sha256()))
                        .map(MigrationScript::path)
                        .findFirst()
                        .orElse(null);
                removed.add(new Removed(script, movedTo, replacement(now, script)));
            }
        }
        return removed;
    }

    /** The highest baseline script of the same or a higher version. */
    private static @Nullable MigrationScript replacement(ScriptSet now, ReleasedScript gone) {
        MigrationVersion version = gone.version();
        MigrationScript replacement = null;
        for (MigrationScript script : now.scripts()) {
            MigrationVersion baseline = script.version();
            if (script.kind() == ScriptKind.BASELINE
                    && version != null
                    && baseline != null
                    && baseline.compareTo(version) >= 0) {
                replacement = script;
            }
        }
        return replacement;
    }

    private static List<OutOfOrder> outOfOrder(
            ScriptSet now, List<MigrationScript> added, Map<MigrationScript, ReleasedScript> released) {
        String highest = null;
        int highestAt = -1;
        for (int i = 0; i < now.scripts().size(); i++) {
            MigrationScript script = now.scripts().get(i);
            if (script.kind() == ScriptKind.VERSIONED && released.containsKey(script)) {
                highest = script.path();
                highestAt = i;
            }
        }
        List<OutOfOrder> found = new ArrayList<>();
        if (highest != null) {
            Set<MigrationScript> isNew = new HashSet<>(added);
            for (MigrationScript script : now.scripts().subList(0, highestAt)) {
                if (script.kind() == ScriptKind.VERSIONED && isNew.contains(script)) {
                    found.add(new OutOfOrder(script, highest));
                }
            }
        }
        return found;
    }
}
