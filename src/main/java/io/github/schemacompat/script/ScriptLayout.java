package io.github.schemacompat.script;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a migration tool names and orders scripts. One class and one constant per layout. */
public abstract class ScriptLayout {
    public static final ScriptLayout FLYWAY = new FlywayLayout();
    public static final ScriptLayout PLAIN = new PlainLayout();

    /** Every layout, in the order in which they are tried on files; the last one takes what is left. */
    public static final List<ScriptLayout> ALL = List.of(FLYWAY, PLAIN);

    private final String id;

    ScriptLayout(String id) {
        this.id = id;
    }

    /** The layout of that id, as the parameter {@code layout} takes it. */
    public static Optional<ScriptLayout> byId(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        return ALL.stream().filter(layout -> layout.id.equals(wanted)).findFirst();
    }

    /** The layout that the files' names speak for. */
    public static ScriptLayout detect(List<ScriptFile> files) {
        for (ScriptLayout layout : ALL) {
            if (files.stream().anyMatch(layout::recognises)) {
                return layout;
            }
        }
        return PLAIN;
    }

    /** {@code flyway}, {@code plain}. */
    public final String id() {
        return id;
    }

    /** Whether only this layout names files so. */
    abstract boolean recognises(ScriptFile file);

    /** The order where none is set. */
    public abstract ScriptOrder defaultOrder();

    /**
     * What a file is for the migration tool.
     *
     * @return the script's name, or why it is left out
     */
    abstract ScriptName name(ScriptFile file);

    /** The order in which the tool runs scripts. */
    abstract Comparator<ScriptName> runningOrder(ScriptOrder order);

    /** What must be said of the order that was chosen, or null. */
    abstract @Nullable String orderNote(List<ScriptName> names, @Nullable ScriptOrder order);

    /**
     * Names, orders and decodes scripts.
     *
     * @param files what the finder found
     * @param reader how bytes become text
     * @param phases tells pre from post
     * @param order as configured, or null for the layout's own
     * @throws CannotReadException if a file can't be read; what is no text is in the result
     */
    public final ScriptSet arrange(
            List<ScriptFile> files, ScriptReader reader, PhasePatterns phases, @Nullable ScriptOrder order) {
        return new Arrangement(this, reader, phases, order).of(files);
    }

    /** Groups of names that the tool takes for one, by what they share. */
    final Map<String, List<ScriptName>> byIdentity(List<ScriptName> names) {
        Map<String, List<ScriptName>> groups = new TreeMap<>();
        for (ScriptName name : names) {
            groups.computeIfAbsent(name.identity(), identity -> new java.util.ArrayList<>())
                    .add(name);
        }
        return groups;
    }

    @Override
    public final String toString() {
        return id;
    }
}
