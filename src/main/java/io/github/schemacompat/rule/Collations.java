package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether two columns compare their texts alike, whatever words their scripts took for it. */
final class Collations {
    private Collations() {}

    static boolean same(Column one, Column other) {
        String collation = folded(one.collation());
        String otherCollation = folded(other.collation());
        // a collation says which character set it is of
        return collation.equals(otherCollation)
                && (!collation.isEmpty() || folded(one.charset()).equals(folded(other.charset())));
    }

    /** The type of a column in place of another, with the character sets if they are what differs. */
    static String instead(Column before, Column after) {
        return before.type().equals(after.type())
                ? after.type() + " " + words(after) + " instead of " + words(before)
                : after.type() + " instead of " + before.type();
    }

    /** The character set and the collation, as far as scripts say them. */
    static String words(Column column) {
        String collation = column.collation();
        String charset = column.charset();
        if (collation == null && charset == null) {
            return "the default";
        }
        if (charset == null || collation == null) {
            return charset == null ? String.valueOf(collation) : charset;
        }
        return charset + " " + collation;
    }

    private static String folded(@Nullable String name) {
        String folded = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (folded.equals("default") || folded.equals("database_default")) {
            return "";
        }
        return folded.equals("utf8") || folded.startsWith("utf8_") ? "utf8mb3" + folded.substring(4) : folded;
    }
}
