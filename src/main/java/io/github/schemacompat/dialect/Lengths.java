package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.ColumnType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths with a unit behind them, as the standard has them: {@code 10K}, {@code 1 G}, {@code 20 CHARACTERS}. */
final class Lengths {
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d+)\\s*([kmgtp]?)(?:\\s+(?:characters|octets))?");
    private static final String UNITS = "kmgtp";
    private static final int STEP = 1024;

    private Lengths() {}

    /** The number of characters or bytes, as text; what is no length stays as it is. */
    static String plain(String written) {
        Matcher length = WITH_UNIT.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!length.matches()) {
            return written;
        }
        long number = Long.parseLong(length.group(1));
        int unit = length.group(2).isEmpty() ? -1 : UNITS.indexOf(length.group(2));
        for (int i = 0; i <= unit; i++) {
            number *= STEP;
        }
        return Long.toString(number);
    }

    /** The first argument of a type. */
    static long of(ColumnType type, long fallback) {
        if (type.arguments().isEmpty()) {
            return fallback;
        }
        try {
            return Long.parseLong(plain(type.arguments().get(0)));
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
