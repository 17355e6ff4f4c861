package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column definition while it is read. */
final class ColumnDraft {
    final String name;
    final List<ConstraintDefinition> constraints = new ArrayList<>();
    /** SQL Server's indexes at the column. */
    final List<IndexDefinition> indexes = new ArrayList<>();

    @Nullable
    ColumnType type;

    @Nullable
    Boolean nullable;

    @Nullable
    String defaultValue;

    @Nullable
    String defaultName;

    Identity identity = Identity.NONE;
    boolean serial;
    Map<String, String> sequenceOptions = Map.of();

    @Nullable
    String generated;

    @Nullable
    String onUpdate;

    @Nullable
    String charset;

    @Nullable
    String collation;

    boolean invisible;
    boolean jsonAsText;

    @Nullable
    String comment;

    /** Whether a word for its numbering makes it the primary key as well (H2, HSQLDB). */
    boolean isKey;

    ColumnDraft(String name) {
        this.name = name;
    }

    void addImpliedKey(Span span) {
        boolean said = constraints.stream().anyMatch(ConstraintDefinition.PrimaryKeyDefinition.class::isInstance);
        if (isKey && !said) {
            constraints.add(new ConstraintDefinition.PrimaryKeyDefinition(span, null, List.of(name), null));
        }
    }

    ColumnDefinition definition(Span span) {
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
                constraints);
    }
}
