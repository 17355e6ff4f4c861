package io.github.schemacompat.change;

import io.github.schemacompat.schema.Marks;
import org.jspecify.annotations.Nullable;

/** Comments and properties of the database that deprecate an object. */
final class Deprecation {
    private static final String TAG = "@deprecated";

    private Deprecation() {}

    /**
     * The marks after a comment was set. The comment is what says it, so that another comment withdraws it.
     *
     * @param comment null if nothing was said
     */
    static Marks in(@Nullable String comment, Marks before) {
        if (comment == null) {
            return before;
        }
        int at = comment.indexOf(TAG);
        return before.withDeprecated(at < 0 ? null : reason(comment.substring(at + TAG.length())));
    }

    /** The marks after the extended property {@code Deprecated} was set, or removed by a null. */
    static Marks property(@Nullable String text, Marks before) {
        return before.withDeprecated(text == null ? null : reason(text));
    }

    private static String reason(String text) {
        String reason = text.strip();
        return reason.isEmpty() ? "deprecated" : reason;
    }
}
