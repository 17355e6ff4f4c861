package io.github.schemacompat.script;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The properties of changelogs, as far as they were defined: what the project says, then the first that a changelog
 * defines for all, then the last that it defines for itself. Those for other databases, contexts and labels don't count.
 */
final class ChangelogProperties {
    private final LiquibaseSettings settings;
    private final String engine;
    private final Map<String, String> global = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Map<String, String>> local = new HashMap<>();

    /** @param engine Liquibase's short name of the database, or empty while it isn't known */
    ChangelogProperties(LiquibaseSettings settings, String engine) {
        this.settings = settings;
        this.engine = engine;
        global.putAll(settings.parameters());
    }

    /**
     * A changelog defines a property, or all those of a file.
     *
     * @param file the changelog
     * @param said what stands in the definition, by name in lower case
     */
    void define(String file, Map<String, String> said) {
        Changeset filter = new Changeset(file, "", "", said, List.of());
        boolean counts = (engine.isEmpty() || filter.runsOn(engine)) && settings.runs(filter);
        String name = said.get("name");
        if (counts && name != null) {
            put(file, said, name, said.getOrDefault("value", ""));
        }
    }

    /**
     * A changelog defines the properties of a file in its place.
     *
     * @throws CannotReadException if it can't be parsed
     */
    void defineAll(String file, Map<String, String> said, ScriptTree tree, String properties) {
        Properties all = new Properties();
        try {
            all.load(new StringReader(new String(tree.content(properties), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotReadException(
                            "changelog-not-readable",
                            "The properties of a changelog can't be parsed: " + e.getMessage() + ".",
                            "Correct the file.",
                            properties,
                            null)
                    .because(e);
        }
        for (String name : new TreeSet<>(all.stringPropertyNames())) {
            Map<String, String> one = new TreeMap<>(said);
            one.put("name", name);
            one.put("value", all.getProperty(name));
            define(file, one);
        }
    }

    private void put(String file, Map<String, String> said, String name, String value) {
        String known = new Placeholders(of(file), false).fill(value);
        if ("false".equalsIgnoreCase(said.get("global"))) {
            local.computeIfAbsent(file, key -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                    .put(name, known);
        } else {
            global.putIfAbsent(name, known);
        }
    }

    private Map<String, String> of(String file) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(local.getOrDefault(file, Map.of()));
        all.putAll(global);
        return all;
    }

    /** Parts of a changelog with the values that are known there. */
    List<Section> fill(List<Section> sections, String file) {
        Placeholders placeholders = new Placeholders(of(file), false);
        List<Section> filled = new ArrayList<>();
        sections.forEach(section -> filled.add(placeholders.fill(section, file)));
        return filled;
    }

    /** A text of a changelog with the values that are known there. */
    String fill(String text, String file) {
        return new Placeholders(of(file), false).fill(text);
    }
}
