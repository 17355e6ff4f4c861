package io.github.schemacompat.dialect;

/**
 * Values of a type of which only the name counts: uuid, json, xml, user types.
 *
 * @param type the whole canonical type
 */
record NamedValues(String type) implements Values {
    @Override
    public TypeChange changeTo(Values after) {
        return TypeChange.CHANGED;
    }
}
