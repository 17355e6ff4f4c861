package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint as a statement writes it. Column names are as the catalog would hold them. */
public sealed interface ConstraintDefinition {
    Span span();

    /** Its name as the catalog would hold it, or null where the script leaves it to the engine. */
    @Nullable
    String name();

    /**
     * @param usingIndex the existing unique index that becomes the key (PostgreSQL), or null; then no columns are given
     * @param disabled whether it is only declared (Oracle)
     */
    record PrimaryKeyDefinition(
            Span span,
            @Nullable String name,
            List<String> columns,
            @Nullable String usingIndex,
            boolean disabled) implements ConstraintDefinition {
        public PrimaryKeyDefinition {
            columns = List.copyOf(columns);
        }

        /** One that holds. */
        public PrimaryKeyDefinition(
                Span span, @Nullable String name, List<String> columns, @Nullable String usingIndex) {
            this(span, name, columns, usingIndex, false);
        }
    }

    /**
     * @param nullsEqual what NULLS [NOT] DISTINCT says, or null
     * @param usingIndex as for the primary key
     * @param disabled as for the primary key
     */
    record UniqueDefinition(
            Span span,
            @Nullable String name,
            List<String> columns,
            @Nullable Boolean nullsEqual,
            @Nullable String usingIndex,
            boolean disabled)
            implements ConstraintDefinition {
        public UniqueDefinition {
            columns = List.copyOf(columns);
        }

        /** One that holds. */
        public UniqueDefinition(
                Span span,
                @Nullable String name,
                List<String> columns,
                @Nullable Boolean nullsEqual,
                @Nullable String usingIndex) {
            this(span, name, columns, nullsEqual, usingIndex, false);
        }
    }

    /**
     * @param references the referenced table
     * @param referencedColumns empty if the script leaves them to the primary key
     * @param onDelete lower case, {@code no action} if nothing was said; {@code onUpdate} likewise
     * @param enforced false if NOT ENFORCED or WITH NOCHECK-and-disabled was said (NOT VALID is enforced for new rows)
     * @param index the name that the script gives to the index which the engine makes for it (MySQL), or null
     */
    record ForeignKeyDefinition(
            Span span,
            @Nullable String name,
            List<String> columns,
            QualifiedName references,
            List<String> referencedColumns,
            String onDelete,
            String onUpdate,
            boolean enforced,
            @Nullable String index)
            implements ConstraintDefinition {
        public ForeignKeyDefinition {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }
    }

    /**
     * @param expression normal form of the condition, or of the whole EXCLUDE clause
     * @param mentioned every name in it that can be a column; the replay keeps those that are
     * @param noInherit whether tables that inherit don't have it
     * @param ofColumn the column that it is a part of, or null for a constraint of the table
     */
    record CheckDefinition(
            Span span,
            @Nullable String name,
            String expression,
            List<String> mentioned,
            boolean exclusion,
            boolean enforced,
            boolean noInherit,
            @Nullable String ofColumn)
            implements ConstraintDefinition {
        public CheckDefinition {
            mentioned = List.copyOf(mentioned);
        }

        /** A constraint of a table, without NO INHERIT. */
        public CheckDefinition(
                Span span,
                @Nullable String name,
                String expression,
                List<String> mentioned,
                boolean exclusion,
                boolean enforced) {
            this(span, name, expression, mentioned, exclusion, enforced, false, null);
        }
    }

    /** SQL Server's {@code ADD [CONSTRAINT name] DEFAULT value FOR column}. */
    record DefaultDefinition(Span span, @Nullable String name, String value, String column)
            implements ConstraintDefinition {}
}
