package io.github.schemacompat.change;

import io.github.schemacompat.schema.Marks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comments and properties of the database that deprecate an object. */
final class Deprecation {
    private static final Pattern TAG = Pattern.compile("@deprecated(?![\\p{L}\\p{N}_])");

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
        Matcher tag = TAG.matcher(comment);
        return before.withDeprecated(tag.find() ? reason(comment.substring(tag.end())) : null);
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
