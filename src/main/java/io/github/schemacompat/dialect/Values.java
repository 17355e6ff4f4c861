package io.github.schemacompat.dialect;

/** The values that a column can hold, and how its users see them. Two columns of equal values are of one type. */
sealed interface Values
        permits Affinity, ExactNumbers, ApproximateNumbers, Strings, Moments, Labels, NamedValues, ArrayValues {
    /**
     * What becomes of these values if the column turns to others.
     *
     * @param after unequal to this
     */
    TypeChange changeTo(Values after);
}
