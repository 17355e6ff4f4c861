package io.github.schemacompat.script;

import java.util.List;

/**
 * Scripts that were found without being told where they are.
 *
 * @param locations as the parameter {@code scripts} would name them
 * @param hint the line that says so
 */
public record DetectedScripts(List<String> locations, String hint) {
    public DetectedScripts {
        locations = List.copyOf(locations);
    }
}
