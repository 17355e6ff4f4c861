package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A changeset of Liquibase.
 *
 * @param file the changelog's path as Liquibase knows it
 * @param author who wrote it
 * @param id tells it from the author's others in the file
 * @param attributes what is said about it, by name in lower case
 * @param sections what it runs
 * @param precondition what has to hold before, or null
 */
record Changeset(
        String file,
        String author,
        String id,
        Map<String, String> attributes,
        List<Section> sections,
        @Nullable Precondition precondition) {
    Changeset {
        attributes = Map.copyOf(attributes);
        sections = List.copyOf(sections);
    }

    Changeset(String file, String author, String id, Map<String, String> attributes, List<Section> sections) {
        this(file, author, id, attributes, sections, null);
    }

    /** What makes it the same changeset in two releases. */
    String name() {
        return author + ":" + id;
    }

    ScriptKind kind() {
        boolean again = "true".equalsIgnoreCase(attributes.get("runonchange"))
                || "true".equalsIgnoreCase(attributes.get("runalways"));
        return again ? ScriptKind.REPEATABLE : ScriptKind.VERSIONED;
    }

    boolean isIgnored() {
        return "true".equalsIgnoreCase(attributes.get("ignore"));
    }

    /** Whether it runs on an engine: {@code dbms:postgresql,h2} or {@code !oracle}. */
    boolean runsOn(String engine) {
        String said = attributes.get("dbms");
        if (said == null || said.isBlank() || said.strip().equalsIgnoreCase("all")) {
            return true;
        }
        List<String> names =
                new ArrayList<>(Arrays.asList(said.toLowerCase(Locale.ROOT).split("[\\s,]+")));
        if (names.contains("!" + engine) || names.contains("none")) {
            return false;
        }
        return names.contains(engine) || names.stream().allMatch(name -> name.startsWith("!"));
    }

    /** The expression of contexts under which it runs, or empty. */
    String contexts() {
        String filter = attributes.get("contextfilter");
        return filter == null ? attributes.getOrDefault("context", "") : filter;
    }

    String labels() {
        return attributes.getOrDefault("labels", "");
    }
}
