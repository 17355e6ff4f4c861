package io.github.schemacompat.dialect;

/**
 * Dates, times, points in time and intervals.
 *
 * @param kind {@code date}, {@code time}, {@code timestamp}, {@code interval} or {@code interval …} with its fields
 * @param fractionDigits the digits of a second that are kept; negative where not even seconds are
 * @param zoned whether they say which moment they mean wherever it is read
 * @param range grows with the years that can be told
 */
record Moments(String kind, int fractionDigits, boolean zoned, int range) implements Values {
    @Override
    public TypeChange changeTo(Values after) {
        if (!(after instanceof Moments other)) {
            return TypeChange.CHANGED;
        }
        if (!kind.equals(other.kind)) {
            return betweenKinds(other);
        }
        if (other.fractionDigits < fractionDigits || other.range < range || zoned && !other.zoned) {
            return TypeChange.NARROWED;
        }
        return zoned == other.zoned ? TypeChange.WIDENED : TypeChange.CHANGED;
    }

    private TypeChange betweenKinds(Moments other) {
        if (kind.startsWith("interval") && other.kind.startsWith("interval")) {
            boolean moreFields = other.kind.equals("interval") && other.fractionDigits >= fractionDigits;
            return moreFields ? TypeChange.WIDENED : TypeChange.NARROWED;
        }
        boolean partLost = kind.equals("timestamp") && (other.kind.equals("date") || other.kind.equals("time"));
        return partLost ? TypeChange.NARROWED : TypeChange.CHANGED;
    }
}
