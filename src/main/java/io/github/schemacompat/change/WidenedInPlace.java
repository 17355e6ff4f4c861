package io.github.schemacompat.change;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import java.util.Set;

/**
 * Whether H2 just notes that a column takes longer values, instead of making the table anew: views over it then stay as they
 * are until they are read anew for another reason.
 */
final class WidenedInPlace {
    private static final Set<String> WITH_LENGTH = Set.of(
            "character varying",
            "varchar_ignorecase",
            "binary varying",
            "character large object",
            "binary large object",
            "decfloat");

    private WidenedInPlace() {}

    static boolean is(Column before, Column after) {
        return isPlain(before) && isPlain(after) && (!before.nullable() || after.nullable()) && isLonger(before, after);
    }

    private static boolean isPlain(Column column) {
        return column.identity() == Identity.NONE
                && column.defaultValue() == null
                && column.generated() == null
                && column.onUpdate() == null;
    }

    private static boolean isLonger(Column before, Column after) {
        ColumnType old = before.type();
        ColumnType now = after.type();
        if (!old.name().equals(now.name())) {
            return false;
        }
        if (WITH_LENGTH.contains(old.name())) {
            return now.arguments().isEmpty() || !old.arguments().isEmpty() && grows(old, now);
        }
        return old.name().equals("numeric")
                && old.arguments().size() == 2
                && now.arguments().size() == 2
                && old.arguments().get(1).equals(now.arguments().get(1))
                && grows(old, now);
    }

    private static boolean grows(ColumnType old, ColumnType now) {
        String before = old.arguments().get(0);
        String after = now.arguments().get(0);
        return isNumber(before) && isNumber(after) && Long.parseLong(before) <= Long.parseLong(after);
    }

    private static boolean isNumber(String length) {
        return length.matches("\\d{1,18}");
    }
}
