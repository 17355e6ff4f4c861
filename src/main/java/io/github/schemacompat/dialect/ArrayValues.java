package io.github.schemacompat.dialect;

/**
 * Arrays of any number of dimensions.
 *
 * @param element what they are made of
 */
record ArrayValues(Values element) implements Values {
    @Override
    public TypeChange changeTo(Values after) {
        return after instanceof ArrayValues other ? element.changeTo(other.element) : TypeChange.CHANGED;
    }
}
