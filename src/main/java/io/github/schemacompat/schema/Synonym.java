package io.github.schemacompat.schema;

/**
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param target what it stands for, as written
 * @param marks what releases said of it
 */
public record Synonym(QualifiedName name, QualifiedName target, Marks marks) implements SchemaElement {
    /** A synonym of which nothing was said. */
    public Synonym(QualifiedName name, QualifiedName target) {
        this(name, target, Marks.NONE);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SYNONYM;
    }

    public Synonym withMarks(Marks value) {
        return new Synonym(name, target, value);
    }
}
