package io.github.schemacompat.schema;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param options what scripts set, by lower-case word: {@code start}, {@code increment}, {@code minvalue},
 *     {@code maxvalue}, {@code cycle}, {@code restart}, {@code type}
 * @param ownedBy path of the column that it belongs to, as {@code table.column} keys, or null; it goes with the column
 * @param marks what releases said of it
 */
public record Sequence(
        QualifiedName name,
        Map<String, String> options,
        @Nullable String ownedBy,
        Marks marks) implements SchemaElement {
    public Sequence {
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** A sequence of which nothing was said. */
    public Sequence(QualifiedName name, Map<String, String> options, @Nullable String ownedBy) {
        this(name, options, ownedBy, Marks.NONE);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SEQUENCE;
    }

    public Sequence withName(QualifiedName value) {
        return new Sequence(value, options, ownedBy, marks);
    }

    public Sequence withOwnedBy(@Nullable String value) {
        return new Sequence(name, options, value, marks);
    }

    public Sequence withMarks(Marks value) {
        return new Sequence(name, options, ownedBy, value);
    }
}
