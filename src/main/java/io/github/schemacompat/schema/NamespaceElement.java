package io.github.schemacompat.schema;

/**
 * A schema (namespace) that scripts created.
 *
 * @param name its name as the catalog holds it
 */
public record NamespaceElement(String name) implements SchemaElement {
    @Override
    public ObjectKind kind() {
        return ObjectKind.SCHEMA;
    }
}
