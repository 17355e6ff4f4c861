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

    private static String folded(@Nullable String name) {
        String folded = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (folded.equals("default") || folded.equals("database_default")) {
            return "";
        }
        return folded.equals("utf8") || folded.startsWith("utf8_") ? "utf8mb3" + folded.substring(4) : folded;
    }
}
