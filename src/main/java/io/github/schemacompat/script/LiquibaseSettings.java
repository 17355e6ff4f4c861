package io.github.schemacompat.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a project says to Liquibase about which changesets run.
 *
 * @param contexts the contexts that are given, in lower case; none for all
 * @param labels an expression of labels, or empty for all
 */
public record LiquibaseSettings(Set<String> contexts, String labels) {
    /** A project that says nothing: everything runs. */
    public static final LiquibaseSettings NONE = new LiquibaseSettings(Set.of(), "");

    public LiquibaseSettings {
        contexts = java.util.Collections.unmodifiableSet(new TreeSet<>(contexts));
    }

    static LiquibaseSettings of(String contexts, String labels) {
        return new LiquibaseSettings(words(contexts), labels);
    }

    boolean runs(Changeset changeset) {
        Set<String> own = words(changeset.labels());
        return ContextExpression.matches(changeset.contexts(), contexts)
                && (own.isEmpty() || ContextExpression.matches(labels, own));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
