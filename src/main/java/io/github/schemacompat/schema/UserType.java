package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type that scripts created.
 *
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param typeKind {@code enum}, {@code composite}, {@code domain}, {@code alias}, {@code table}, {@code range} or
 *     {@code other}
 * @param labels of an enum, in their order
 * @param columns of a composite or table type
 * @param baseType of a domain or alias, else null
 * @param notNull whether a domain or alias refuses NULL
 * @param defaultValue the default of a domain, in normal form, or null
 * @param checks of a domain
 * @param definition {@code t1:sha256:…}, the hash of the normal form, for kinds that nothing else describes; else empty
 * @param marks what releases said of it
 */
public record UserType(
        QualifiedName name,
        String typeKind,
        List<String> labels,
        List<Column> columns,
        @Nullable ColumnType baseType,
        boolean notNull,
        @Nullable String defaultValue,
        List<Check> checks,
        String definition,
        Marks marks)
        implements SchemaElement {
    public UserType {
        labels = List.copyOf(labels);
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
    }

    /** A type of which nothing was said. */
    public UserType(
            QualifiedName name,
            String typeKind,
            List<String> labels,
            List<Column> columns,
            @Nullable ColumnType baseType,
            boolean notNull,
            @Nullable String defaultValue,
            List<Check> checks,
            String definition) {
        this(name, typeKind, labels, columns, baseType, notNull, defaultValue, checks, definition, Marks.NONE);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TYPE;
    }

    /** Whether columns of it store no NULL, whatever they say themselves: a domain overrules them, an alias doesn't. */
    public boolean overrulesNull() {
        return notNull && typeKind.equals("domain");
    }

    public UserType withName(QualifiedName value) {
        return new UserType(
                value, typeKind, labels, columns, baseType, notNull, defaultValue, checks, definition, marks);
    }

    public UserType withLabels(List<String> value) {
        return new UserType(name, typeKind, value, columns, baseType, notNull, defaultValue, checks, definition, marks);
    }

    public UserType withColumns(List<Column> value) {
        return new UserType(name, typeKind, labels, value, baseType, notNull, defaultValue, checks, definition, marks);
    }

    public UserType withDomain(boolean newNotNull, @Nullable String newDefault, List<Check> newChecks) {
        return new UserType(
                name, typeKind, labels, columns, baseType, newNotNull, newDefault, newChecks, definition, marks);
    }

    public UserType withMarks(Marks value) {
        return new UserType(
                name, typeKind, labels, columns, baseType, notNull, defaultValue, checks, definition, value);
    }
}
