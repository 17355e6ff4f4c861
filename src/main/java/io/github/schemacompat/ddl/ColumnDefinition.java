package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column as a statement writes it, nothing filled in.
 *
 * @param span the whole definition
 * @param name as the catalog would hold it
 * @param type canonical, or null where there is none (computed columns, SQLite, a MODIFY that only changes the rest)
 * @param nullable what was said, or null if nothing was
 * @param defaultValue normal form of the default; {@code null} as text for DEFAULT NULL; null if nothing was said
 * @param defaultName the default constraint's name, or null
 * @param identity NONE if nothing was said
 * @param serial whether it is PostgreSQL's serial or bigserial (NOT NULL with a sequence)
 * @param sequenceOptions what was said of the sequence behind an identity
 * @param generated normal form of a computed column's expression, or null
 * @param onUpdate normal form of MySQL's ON UPDATE, or null
 * @param charset as written, or null
 * @param collation as written, or null
 * @param invisible whether INVISIBLE or HIDDEN was said
 * @param comment the text of MySQL's COMMENT, or null
 * @param constraints those written at the column, over this column
 */
public record ColumnDefinition(
        Span span,
        String name,
        @Nullable ColumnType type,
        @Nullable Boolean nullable,
        @Nullable String defaultValue,
        @Nullable String defaultName,
        Identity identity,
        boolean serial,
        Map<String, String> sequenceOptions,
        @Nullable String generated,
        @Nullable String onUpdate,
        @Nullable String charset,
        @Nullable String collation,
        boolean invisible,
        @Nullable String comment,
        List<ConstraintDefinition> constraints) {
    public ColumnDefinition {
        sequenceOptions = Collections.unmodifiableMap(new TreeMap<>(sequenceOptions));
        constraints = List.copyOf(constraints);
    }

    public ColumnDefinition withoutConstraints() {
        return new ColumnDefinition(
                span,
                name,
                type,
                nullable,
                defaultValue,
                defaultName,
                identity,
                serial,
                sequenceOptions,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                comment,
                List.of());
    }

    ColumnDefinition withIdentity(Identity value) {
        return new ColumnDefinition(
                span,
                name,
                type,
                nullable,
                defaultValue,
                defaultName,
                value,
                serial,
                sequenceOptions,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                comment,
                constraints);
    }

    ColumnDefinition withNullable(boolean value) {
        return new ColumnDefinition(
                span,
                name,
                type,
                value,
                defaultValue,
                defaultName,
                identity,
                serial,
                sequenceOptions,
                generated,
                onUpdate,
                charset,
                collation,
                invisible,
                comment,
                constraints);
    }
}
