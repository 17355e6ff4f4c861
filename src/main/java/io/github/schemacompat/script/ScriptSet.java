package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The scripts of a project or of a release, as its layout orders them.
 *
 * @param layout which layout
 * @param scripts in the order in which the migration tool runs them, baseline scripts at the place of their version
 * @param unreadable scripts that are no text
 * @param leftOut files among them that are not replayed
 * @param duplicates scripts that the migration tool takes for one
 * @param notes what people should know about them, a sentence each
 */
public record ScriptSet(
        ScriptLayout layout,
        List<MigrationScript> scripts,
        List<UnreadableScript> unreadable,
        List<LeftOutScript> leftOut,
        List<DuplicateScript> duplicates,
        List<String> notes) {
    public ScriptSet {
        scripts = List.copyOf(scripts);
        unreadable = List.copyOf(unreadable);
        leftOut = List.copyOf(leftOut);
        duplicates = List.copyOf(duplicates);
        notes = List.copyOf(notes);
    }

    public static ScriptSet empty(ScriptLayout layout) {
        return new ScriptSet(layout, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Scripts that are there already as text, in their order. */
    public static ScriptSet of(ScriptLayout layout, List<MigrationScript> scripts) {
        return new ScriptSet(layout, scripts, List.of(), List.of(), List.of(), List.of());
    }

    /** The same scripts, each as the function makes it. */
    public ScriptSet with(UnaryOperator<MigrationScript> change) {
        return new ScriptSet(layout, scripts.stream().map(change).toList(), unreadable, leftOut, duplicates, notes);
    }

    /** One script more, behind all others. */
    public ScriptSet and(MigrationScript script) {
        List<MigrationScript> more = new ArrayList<>(scripts);
        more.add(script);
        return new ScriptSet(layout, more, unreadable, leftOut, duplicates, notes);
    }

    public boolean isEmpty() {
        return scripts.isEmpty() && unreadable.isEmpty();
    }

    /**
     * What a new database runs: from the highest baseline script on, if there is one, else everything. A database that
     * has run the older scripts never runs a baseline script.
     */
    public List<MigrationScript> forNewDatabase() {
        MigrationVersion from = null;
        MigrationScript start = null;
        for (MigrationScript script : scripts) {
            MigrationVersion version = script.version();
            if (script.kind() == ScriptKind.BASELINE && version != null) {
                from = version;
                start = script;
            }
        }
        List<MigrationScript> run = new ArrayList<>();
        for (MigrationScript script : scripts) {
            MigrationVersion version = script.version();
            boolean replaced = from != null && version != null && version.compareTo(from) <= 0;
            boolean oldBaseline = script.kind() == ScriptKind.BASELINE && script != start;
            if (script == start || !replaced && !oldBaseline) {
                run.add(script);
            }
        }
        return run;
    }
}
