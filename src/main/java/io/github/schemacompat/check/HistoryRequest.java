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
 */
public record HistoryRequest(
        String name,
        @Nullable List<String> scripts,
        @Nullable String layout,
        @Nullable String dialect,
        @Nullable String defaultSchema,
        @Nullable List<String> baseline) {}
