package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param target what it stands for, as written
 * @param database the database that the target is said to be in, behind its server if one is said ({@code far.sales}), or
 *     what follows the {@code @} in Oracle; null where nothing is said
 * @param marks what releases said of it
 */
public record Synonym(
        QualifiedName name, QualifiedName target, @Nullable String database, Marks marks) implements SchemaElement {
    /** A synonym for something of the same database, of which nothing was said. */
    public Synonym(QualifiedName name, QualifiedName target) {
        this(name, target, null, Marks.NONE);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SYNONYM;
    }

    public Synonym withName(QualifiedName value) {
        return new Synonym(value, target, database, marks);
    }

    public Synonym withTarget(QualifiedName value) {
        return new Synonym(name, value, database, marks);
    }

    public Synonym withMarks(Marks value) {
        return new Synonym(name, target, database, value);
    }
}
