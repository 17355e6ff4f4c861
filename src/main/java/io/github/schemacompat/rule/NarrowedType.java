package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ColumnType;
import java.util.regex.Pattern;

/** A type that holds fewer values than the one before it. */
record NarrowedType(ColumnType before, ColumnType after) {
    private static final Pattern WHOLE = Pattern.compile("(tiny|small|medium|big)?int(eger)?( unsigned)?");
    private static final Pattern EXACT = Pattern.compile("decimal|numeric|number");
    private static final Pattern VARYING = Pattern.compile("[a-z ]*(varying|varchar2?|varbinary|text|clob|string)|raw");

    /** Whether the rows that there are keep their values: the engine refuses the change where one doesn't fit. */
    boolean keepsValues() {
        return both(WHOLE) || both(VARYING) || both(EXACT) && scale(after) >= scale(before);
    }

    private boolean both(Pattern family) {
        return family.matcher(before.name()).matches()
                && family.matcher(after.name()).matches();
    }

    private static int scale(ColumnType type) {
        String scale =
                type.arguments().size() < 2 ? "" : type.arguments().get(1).strip();
        return scale.matches("-?\\d{1,9}") ? Integer.parseInt(scale) : 0;
    }
}
