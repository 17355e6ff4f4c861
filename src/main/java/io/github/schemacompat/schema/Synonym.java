package io.github.schemacompat.schema;

/**
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param target what it stands for, as written
 */
public record Synonym(QualifiedName name, QualifiedName target) implements SchemaElement {
    @Override
    public ObjectKind kind() {
        return ObjectKind.SYNONYM;
    }
}
