package io.github.schemacompat.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several databases of a project. What is null is as in the request around it.
 *
 * @param name how findings and snapshot folders call it
 * @param scripts folders, files and Ant patterns
 * @param layout a layout's id: {@code flyway}, {@code plain}
 * @param dialect a dialect's id
 * @param defaultSchema schema of names without one
 * @param baseline where its releases are read from
 * @param identifierCase what its server makes of the case of names: {@code upper}, {@code sensitive}
 */
public record HistoryRequest(
        String name,
        @Nullable List<String> scripts,
        @Nullable String layout,
        @Nullable String dialect,
        @Nullable String defaultSchema,
        @Nullable List<String> baseline,
        @Nullable String identifierCase) {
    /** With the case of names as in the request around it. */
    public HistoryRequest(
            String name,
            @Nullable List<String> scripts,
            @Nullable String layout,
            @Nullable String dialect,
            @Nullable String defaultSchema,
            @Nullable List<String> baseline) {
        this(name, scripts, layout, dialect, defaultSchema, baseline, null);
    }
}
