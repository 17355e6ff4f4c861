package io.github.schemacompat.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scripts of a database that were found without being told where they are.
 *
 * @param name of the database where there are several, else null
 * @param locations as the parameter {@code scripts} would name them
 * @param dialect the dialect's id where the place says it, else null
 * @param hint the line that says what was found and why
 */
public record DetectedScripts(
        @Nullable String name,
        List<String> locations,
        @Nullable String dialect,
        String hint) {
    public DetectedScripts {
        locations = List.copyOf(locations);
    }
}
