package io.github.schemacompat.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Integers and decimals.
 *
 * @param min the least value, or null if there is no limit
 * @param max the greatest value, or null if there is no limit
 * @param scale the digits behind the point
 * @param display how readers see them where that is part of the type: {@code boolean}, {@code zerofill 10}; else empty
 */
record ExactNumbers(@Nullable BigDecimal min, @Nullable BigDecimal max, int scale, String display) implements Values {
    /** Without any limit. */
    static final ExactNumbers ALL = new ExactNumbers(null, null, Integer.MAX_VALUE, "");

    static ExactNumbers signed(int bits) {
        BigInteger limit = BigInteger.TWO.pow(bits - 1);
        return between(limit.negate(), limit.subtract(BigInteger.ONE));
    }

    static ExactNumbers unsigned(int bits) {
        return between(BigInteger.ZERO, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    static ExactNumbers decimal(int precision, int scale) {
        BigDecimal max = new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
        return new ExactNumbers(max.negate(), max, scale, "");
    }

    private static ExactNumbers between(BigInteger min, BigInteger max) {
        return new ExactNumbers(new BigDecimal(min), new BigDecimal(max), 0, "");
    }

    ExactNumbers notNegative() {
        return new ExactNumbers(BigDecimal.ZERO, max, scale, display);
    }

    ExactNumbers shownAs(String newDisplay) {
        return new ExactNumbers(min, max, scale, newDisplay);
    }

    @Override
    public TypeChange changeTo(Values after) {
        if (after instanceof ExactNumbers other) {
            if (!other.holds(this)) {
                return TypeChange.NARROWED;
            }
            return display.equals(other.display) ? TypeChange.WIDENED : TypeChange.CHANGED;
        }
        if (after instanceof ApproximateNumbers other && scale <= 0 && display.isEmpty()) {
            return other.holdsExactly(this) ? TypeChange.WIDENED : TypeChange.NARROWED;
        }
        return TypeChange.CHANGED;
    }

    boolean holds(ExactNumbers other) {
        boolean fromBelow = min == null || other.min != null && min.compareTo(other.min) <= 0;
        boolean fromAbove = max == null || other.max != null && max.compareTo(other.max) >= 0;
        return fromBelow && fromAbove && scale >= other.scale;
    }
}
