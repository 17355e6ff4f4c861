package io.github.schemacompat.dialect;

/** What a change of a column's type means for the values that it holds and for those that use them. */
public enum TypeChange {
    /** The same type after the engine's synonyms. */
    SAME,
    /** Only a longer limit of a variable-length text or binary type. */
    LONGER,
    /** Every old value fits, but readers see another type. */
    WIDENED,
    /** The new type can't hold every old value. */
    NARROWED,
    /** Another family: old values are converted, or mean something else. */
    CHANGED
}
