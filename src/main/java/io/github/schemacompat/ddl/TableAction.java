package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One action of an ALTER TABLE; its span is the clause, where a finding points. */
public sealed interface TableAction {
    Span span();

    record AddColumn(Span span, ColumnDefinition column, ColumnPlace place, boolean ifNotExists)
            implements TableAction {}

    record AddConstraint(Span span, ConstraintDefinition constraint, boolean ifNotExists) implements TableAction {}

    record AddIndex(Span span, IndexDefinition index, boolean ifNotExists) implements TableAction {}

    record DropColumn(Span span, String column, boolean ifExists, boolean cascade) implements TableAction {}

    /**
     * @param name null for DROP PRIMARY KEY
     * @param kind PRIMARY_KEY, UNIQUE, FOREIGN_KEY or CHECK where the statement says so; OTHER for a plain DROP CONSTRAINT
     *     (which also drops a SQL Server default)
     */
    record DropConstraint(Span span, @Nullable String name, ObjectKind kind, boolean ifExists, boolean cascade)
            implements TableAction {}

    /** {@code DROP UNIQUE (a, b)}: the constraint over these columns, whatever its name (Oracle). */
    record DropUniqueOver(Span span, List<String> columns, boolean cascade) implements TableAction {
        public DropUniqueOver {
            columns = List.copyOf(columns);
        }
    }

    record DropIndex(Span span, String name, boolean ifExists) implements TableAction {}

    /** SQL Server's full-text index of the table gets columns, or loses some. */
    record AlterFullText(Span span, List<String> columns, boolean added) implements TableAction {
        public AlterFullText {
            columns = List.copyOf(columns);
        }
    }

    record RenameColumn(Span span, String from, String to, boolean ifExists) implements TableAction {}

    record RenameConstraint(Span span, String from, String to) implements TableAction {}

    record RenameIndex(Span span, String from, String to) implements TableAction {}

    record RenameTable(Span span, QualifiedName to) implements TableAction {}

    record SetSchema(Span span, String schema) implements TableAction {}

    /**
     * The column written anew: MySQL MODIFY and CHANGE, SQL Server ALTER COLUMN. What is not repeated is kept or lost as
     * the dialect has it.
     */
    record RedefineColumn(Span span, String column, ColumnDefinition definition, ColumnPlace place, boolean ifExists)
            implements TableAction {}

    /** A single property of a column: PostgreSQL ALTER COLUMN, MySQL ALTER … SET DEFAULT. */
    record AlterColumn(Span span, String column, ColumnChange change, boolean ifExists) implements TableAction {}

    /** A DISABLE or ENABLE of a constraint: CHECK / NOCHECK CONSTRAINT, ALTER CHECK … [NOT] ENFORCED. Null name: ALL. */
    record SetConstraintEnforced(Span span, @Nullable String name, boolean enforced) implements TableAction {}

    /** ENABLE, DISABLE of the key over these columns; of the primary key where none are named (Oracle). */
    record SetKeyEnforced(Span span, List<String> columns, boolean enforced) implements TableAction {
        public SetKeyEnforced {
            columns = List.copyOf(columns);
        }
    }

    /** ENABLE / DISABLE TRIGGER. Null name: ALL or USER. */
    record SetTriggerEnabled(Span span, @Nullable String name, boolean enabled) implements TableAction {}

    record AttachPartition(Span span, QualifiedName partition) implements TableAction {}

    record DetachPartition(Span span, QualifiedName partition) implements TableAction {}

    /** A partition of this table that has no name of its own in the schema is dropped or emptied (MySQL, Oracle). */
    record DropPartition(Span span, List<String> names, boolean truncateOnly) implements TableAction {
        public DropPartition {
            names = List.copyOf(names);
        }
    }

    /**
     * {@code SWITCH [PARTITION n] TO other}: the rows move to the other table.
     *
     * @param allRows whether it is not about a partition, so that none are left
     */
    record SwitchPartition(Span span, QualifiedName target, boolean allRows) implements TableAction {
        SwitchPartition(Span span, QualifiedName target) {
            this(span, target, false);
        }
    }

    record Inherit(Span span, QualifiedName parent, boolean added) implements TableAction {}

    /** ENABLE, DISABLE, FORCE or NO FORCE ROW LEVEL SECURITY. */
    record RowSecurity(Span span, boolean enabled) implements TableAction {}

    /**
     * A policy of PostgreSQL is made, changed or dropped.
     *
     * @param verb {@code create}, {@code alter} or {@code drop}
     * @param restrictive whether it hides rows that other policies let through
     * @param terms whom it is for and which rows it lets through, in normal form
     */
    record RowPolicy(Span span, String verb, String name, boolean restrictive, String terms) implements TableAction {}

    /** READ ONLY, or READ WRITE again. */
    record ReadOnly(Span span, boolean enabled) implements TableAction {}

    /** The default or converted character set and collation of a table (MySQL). */
    record SetCharset(
            Span span, @Nullable String charset, @Nullable String collation, boolean convert) implements TableAction {}

    /** {@code AUTO_INCREMENT = n}. */
    record RestartIdentity(Span span, String value) implements TableAction {}

    /**
     * Nothing that an application or the model sees.
     *
     * @param reason what it is, from the reader's closed list: {@code storage option}, {@code owner} …
     */
    record NoEffect(Span span, String reason) implements TableAction {}

    /** An action that the reader can't read; the rest of the statement counts all the same. */
    record NotUnderstood(Span span, String why) implements TableAction {}

    /** What a {@link AlterColumn} changes. */
    sealed interface ColumnChange {
        /** @param using normal form of PostgreSQL's USING, or null; nullability, default and the rest stay as they are */
        record SetType(
                ColumnType type,
                @Nullable String collation,
                @Nullable String using) implements ColumnChange {}

        record SetNullable(boolean nullable) implements ColumnChange {}

        /** @param value normal form, or null for DROP DEFAULT */
        record SetDefault(@Nullable String value) implements ColumnChange {}

        /** @param identity NONE for DROP IDENTITY */
        record SetIdentity(Identity identity, Map<String, String> sequenceOptions) implements ColumnChange {
            public SetIdentity {
                sequenceOptions = Collections.unmodifiableMap(new TreeMap<>(sequenceOptions));
            }
        }

        /** How the sequence of an identity column counts. */
        record SetNumbering(Map<String, String> sequenceOptions) implements ColumnChange {
            public SetNumbering {
                sequenceOptions = Collections.unmodifiableMap(new TreeMap<>(sequenceOptions));
            }
        }

        /** @param expression normal form, or null for DROP EXPRESSION */
        record SetGenerated(@Nullable String expression) implements ColumnChange {}

        /** @param value normal form, or null for DROP ON UPDATE */
        record SetOnUpdate(@Nullable String value) implements ColumnChange {}

        record SetInvisible(boolean invisible) implements ColumnChange {}

        /** Restart of its numbering. */
        record RestartIdentity(@Nullable String value) implements ColumnChange {}

        /** Storage, statistics, sparse, compression … */
        record NoEffect(String reason) implements ColumnChange {}
    }
}
