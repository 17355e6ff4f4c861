package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name as the catalog holds it
 * @param type the canonical type
 * @param nullable whether NULL can be stored, after keys and domains had their say
 * @param nullableItself whether NULL can be stored once no key, numbering or domain has a say any more, where the engine
 *     tells that apart; else the same
 * @param defaultValue the default's normal form, or null where there is none (DEFAULT NULL is none)
 * @param defaultName the name of the default constraint (SQL Server), where the script gave one
 * @param identity whether and how the engine numbers it
 * @param generated the normal form of the expression of a computed column, or null
 * @param onUpdate the normal form of MySQL's ON UPDATE expression, or null
 * @param charset the character set, where the column's own script gave one
 * @param collation the collation, where the column's own script gave one
 * @param invisible left out of {@code SELECT *} and of INSERTs without a column list
 * @param marks what releases said of it
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        boolean nullableItself,
        @Nullable String defaultValue,
        @Nullable String defaultName,
        Identity identity,
        @Nullable String generated,
        @Nullable String onUpdate,
        @Nullable String charset,
        @Nullable String collation,
        boolean invisible,
        Marks marks)
        implements SchemaElement {
    /** A nullable column without anything else. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, true, null, null, Identity.NONE, null, null, null, null, false, Marks.NONE);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.COLUMN;
    }

    public Column withName(String value) {
        return new Column(
                value,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withType(ColumnType value) {
        return new Column(
                name,
                value,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withNullable(boolean value) {
        return withNullable(value, value);
    }

    /**
     * @param value whether NULL can be stored
     * @param itself whether it could be if only the column's own definition had a say
     */
    public Column withNullable(boolean value, boolean itself) {
        return new Column(
                name,
                type,
                value,
                itself,
                defaultValue,
                defaultName,
                identity,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withDefault(@Nullable String value, @Nullable String constraintName) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                value,
                constraintName,
                identity,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withIdentity(Identity value) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                value,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withGenerated(@Nullable String value) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                value,
                onUpdate,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withOnUpdate(@Nullable String value) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                generated,
                value,
                charset,
                collation,
                invisible,
                marks);
    }

    public Column withCharset(@Nullable String newCharset, @Nullable String newCollation) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                generated,
                onUpdate,
                newCharset,
                newCollation,
                invisible,
                marks);
    }

    public Column withInvisible(boolean value) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                generated,
                onUpdate,
                charset,
                collation,
                value,
                marks);
    }

    public Column withMarks(Marks value) {
        return new Column(
                name,
                type,
                nullable,
                nullableItself,
                defaultValue,
                defaultName,
                identity,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                value);
    }
}
