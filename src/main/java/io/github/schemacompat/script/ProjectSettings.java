package io.github.schemacompat.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the build says about a project's migrations.
 *
 * @param values configuration of migration tools in the build: {@code flyway.locations}, {@code liquibase.changeLogFile}; lists
 *     divided by commas
 * @param resources folders whose content is on the classpath, relative to the base
 * @param searched folder below which scripts may be searched for; empty for all of the project
 */
public record ProjectSettings(Map<String, String> values, List<String> resources, String searched) {
    /** A project of which nothing is known. */
    public static final ProjectSettings NONE = new ProjectSettings(Map.of(), List.of("src/main/resources"), "");

    public ProjectSettings {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        resources = List.copyOf(resources);
    }
}
