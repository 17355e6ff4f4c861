package io.github.schemacompat.script;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a project says to Liquibase about which changesets run.
 *
 * @param contexts the contexts that are given, in lower case; none for all
 * @param labels an expression of labels, or empty for all
 * @param parameters values of changelog properties, which win over those in the changelogs
 */
public record LiquibaseSettings(Set<String> contexts, String labels, Map<String, String> parameters) {
    /** A project that says nothing: everything runs. */
    public static final LiquibaseSettings NONE = new LiquibaseSettings(Set.of(), "", Map.of());

    public LiquibaseSettings {
        contexts = Collections.unmodifiableSet(new TreeSet<>(contexts));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    static LiquibaseSettings of(String contexts, String labels) {
        return new LiquibaseSettings(words(contexts), labels, Map.of());
    }

    /** The same with more parameters, which win. */
    public LiquibaseSettings with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putAll(more);
        return new LiquibaseSettings(contexts, labels, all);
    }

    boolean runs(Changeset changeset) {
        return runs(changeset.contexts(), changeset.labels());
    }

    /**
     * Whether something counts.
     *
     * @param contextExpression under which contexts it does; empty for all
     * @param ownLabels its labels, divided by commas
     */
    boolean runs(String contextExpression, String ownLabels) {
        Set<String> own = words(ownLabels);
        return ContextExpression.matches(contextExpression, contexts)
                && (own.isEmpty() || ContextExpression.matches(labels, own));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
