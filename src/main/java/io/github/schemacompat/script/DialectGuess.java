package io.github.schemacompat.script;

import io.github.schemacompat.dialect.Dialect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts say about the engine that they are written for.
 *
 * @param known the dialect, or null where they don't say, or speak for an engine that is not supported
 * @param hint the line that says why: 'dialect: postgresql (jsonb, serial)', or why nothing can be said
 */
public record DialectGuess(@Nullable Dialect known, String hint) {
    public Optional<Dialect> dialect() {
        return Optional.ofNullable(known);
    }
}
