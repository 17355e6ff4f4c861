package io.github.schemacompat.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Floating point numbers.
 *
 * @param bits of the mantissa: 24 or 53
 * @param limit the range and scale that MySQL's {@code float(7,4)} and {@code unsigned} keep them in, or null
 */
record ApproximateNumbers(int bits, @Nullable ExactNumbers limit) implements Values {
    @Override
    public TypeChange changeTo(Values after) {
        if (after instanceof ApproximateNumbers other) {
            boolean inLimit = other.limit == null || limit != null && other.limit.holds(limit);
            return other.bits >= bits && inLimit ? TypeChange.WIDENED : TypeChange.NARROWED;
        }
        return after instanceof ExactNumbers ? TypeChange.NARROWED : TypeChange.CHANGED;
    }

    boolean holdsExactly(ExactNumbers integers) {
        BigDecimal greatest = new BigDecimal(BigInteger.TWO.pow(bits));
        return limit == null
                && integers.min() != null
                && integers.max() != null
                && integers.max().compareTo(greatest) <= 0
                && integers.min().negate().compareTo(greatest) <= 0;
    }
}
