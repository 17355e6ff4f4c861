package io.github.schemacompat.script;

import java.util.List;

/**
 * How a project names Flyway's scripts. Case counts.
 *
 * @param versioned prefix of versioned scripts
 * @param undo prefix of scripts that take a version back
 * @param repeatable prefix of repeatable scripts
 * @param baseline prefix of scripts that take a new database to a version
 * @param separator between version and description
 * @param suffixes ends of the names of scripts
 */
public record FlywayNaming(
        String versioned, String undo, String repeatable, String baseline, String separator, List<String> suffixes) {
    /** What Flyway takes where nothing is configured. */
    public static final FlywayNaming DEFAULT = new FlywayNaming("V", "U", "R", "B", "__", List.of(".sql"));

    public FlywayNaming {
        suffixes = List.copyOf(suffixes);
    }

    /** An example of a versioned name, for sentences. */
    String example() {
        return versioned + "<version>" + separator + "<description>" + suffixes.get(0);
    }
}
