package io.github.schemacompat.result;

import org.jspecify.annotations.Nullable;

/**
 * Why something could not be checked, or a warning about the run itself.
 *
 * @param code stable word: {@code scripts-not-found}
 * @param message what is wrong and what to do
 * @param file the file, or null
 * @param line one-based, or null
 */
public record Problem(
        String code,
        String message,
        @Nullable String file,
        @Nullable Integer line) {}
