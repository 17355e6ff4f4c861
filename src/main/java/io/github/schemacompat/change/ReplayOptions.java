package io.github.schemacompat.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay can be told.
 *
 * @param defaultSchema the schema of names that are written without one, or null for the dialect's
 * @param externalObjects patterns ({@code *} and {@code ?}) of objects that no script makes, compared with keys and with
 *     names as written, upper and lower case alike
 * @param resolveViews whether the columns of views, and what they use, are worked out at each checkpoint
 * @param readBodies whether what routines use is worked out at each checkpoint; it costs a parse of every body
 */
public record ReplayOptions(
        @Nullable String defaultSchema, List<String> externalObjects, boolean resolveViews, boolean readBodies) {
    public static final ReplayOptions DEFAULT = new ReplayOptions(null, List.of(), true, true);

    public ReplayOptions {
        externalObjects = List.copyOf(externalObjects);
    }

    public ReplayOptions withDefaultSchema(@Nullable String value) {
        return new ReplayOptions(value, externalObjects, resolveViews, readBodies);
    }

    public ReplayOptions withExternalObjects(List<String> value) {
        return new ReplayOptions(defaultSchema, value, resolveViews, readBodies);
    }

    public ReplayOptions withResolveViews(boolean value) {
        return new ReplayOptions(defaultSchema, externalObjects, value, readBodies);
    }

    public ReplayOptions withReadBodies(boolean value) {
        return new ReplayOptions(defaultSchema, externalObjects, resolveViews, value);
    }
}
