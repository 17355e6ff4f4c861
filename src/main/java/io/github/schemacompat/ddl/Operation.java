package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says, in a closed vocabulary. An operation knows no schema: names are as written (folded, quotes
 * removed), guards and calls are data.
 */
public sealed interface Operation {
    /** Where a finding about it points. */
    Span span();

    // ---- tables

    /**
     * @param like tables whose columns are copied (LIKE)
     * @param inherits parents (PostgreSQL)
     * @param partitionOf the partitioned table that this is a part of, or null
     * @param query the SELECT of CREATE TABLE … AS, or null
     * @param charset the table's default character set, or null
     * @param collation the table's default collation, or null
     * @param comment MySQL's table comment, or null
     */
    record CreateTable(
            Span span,
            QualifiedName name,
            CreateMode mode,
            boolean temporary,
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            List<IndexDefinition> indexes,
            List<Like> like,
            List<QualifiedName> inherits,
            @Nullable QualifiedName partitionOf,
            @Nullable Span query,
            @Nullable String charset,
            @Nullable String collation,
            @Nullable String comment)
            implements Operation {
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
            indexes = List.copyOf(indexes);
            like = List.copyOf(like);
            inherits = List.copyOf(inherits);
        }
    }

    /**
     * LIKE in a CREATE TABLE, or the composite type that the table is OF.
     *
     * @param including lower-case words: {@code all}, {@code defaults}, {@code constraints}, {@code indexes},
     *     {@code identity}, {@code generated}; MySQL's LIKE is {@code all}
     * @param at how many of the statement's own columns stand before it
     */
    record Like(QualifiedName table, List<String> including, List<String> excluding, int at) {
        public Like {
            including = List.copyOf(including);
            excluding = List.copyOf(excluding);
        }
    }

    /** @param only whether those that inherit from it stay as they are */
    record AlterTable(Span span, QualifiedName name, boolean ifExists, boolean only, List<TableAction> actions)
            implements Operation {
        public AlterTable {
            actions = List.copyOf(actions);
        }

        public AlterTable(Span span, QualifiedName name, boolean ifExists, List<TableAction> actions) {
            this(span, name, ifExists, false, actions);
        }
    }

    /** SELECT … INTO a new table. */
    record SelectInto(Span span, QualifiedName name, boolean temporary, Span query) implements Operation {}

    record Truncate(Span span, List<QualifiedName> tables, boolean cascade) implements Operation {
        public Truncate {
            tables = List.copyOf(tables);
        }
    }

    // ---- indexes

    record CreateIndex(Span span, QualifiedName table, IndexDefinition index, CreateMode mode) implements Operation {}

    /** @param table null where the statement names the index only (PostgreSQL); the index's schema is in its name */
    record DropIndex(
            Span span, QualifiedName index, @Nullable QualifiedName table, boolean ifExists, boolean cascade)
            implements Operation {}

    /**
     * ALTER INDEX … DISABLE and REBUILD of SQL Server: an index that is off refuses nothing, and serves nobody.
     *
     * @param index null for all of the table
     */
    record SetIndexEnabled(Span span, @Nullable String index, QualifiedName table, boolean enabled)
            implements Operation {}

    // ---- views, routines, triggers

    /**
     * @param columns the names in the column list, or empty
     * @param query the SELECT
     * @param definition normal form of everything that makes the definition: column list, options, query; not the name,
     *     not CREATE / ALTER
     */
    record CreateView(
            Span span,
            QualifiedName name,
            CreateMode mode,
            boolean materialized,
            boolean temporary,
            List<String> columns,
            Span query,
            String definition)
            implements Operation {
        public CreateView {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param routineKind {@code procedure}, {@code function}, {@code aggregate}
     * @param returns canonical text, or null
     * @param language lower case: {@code sql}, {@code plpgsql}, {@code tsql} …
     * @param body the text that is run, or null (external)
     * @param definition normal form of everything but the name and CREATE / ALTER
     */
    record CreateRoutine(
            Span span,
            QualifiedName name,
            String routineKind,
            CreateMode mode,
            List<ParameterDefinition> parameters,
            @Nullable String returns,
            String language,
            @Nullable Span body,
            String definition)
            implements Operation {
        public CreateRoutine {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A package of Oracle, or its body. A package that is made anew loses the members that it doesn't name.
     *
     * @param body whether it is the body: its members are what the package's do, and those that it hides
     * @param members their names are those of the package with a dot and their own
     * @param definition normal form of everything else in it
     */
    record CreatePackage(
            Span span,
            QualifiedName name,
            CreateMode mode,
            boolean body,
            List<CreateRoutine> members,
            String definition)
            implements Operation {
        public CreatePackage {
            members = List.copyOf(members);
        }
    }

    /** Takes the body of a package away. */
    record DropPackageBody(Span span, QualifiedName name, boolean ifExists) implements Operation {}

    /** REORG TABLE of DB2: the table takes all statements again. */
    record Reorganize(Span span, QualifiedName table) implements Operation {}

    /**
     * A stored option of a routine: SECURITY DEFINER, a setting such as search_path, STRICT.
     *
     * @param arguments its argument types, or null where the statement doesn't say
     * @param options normal form of what is changed
     */
    record AlterRoutine(
            Span span, QualifiedName name, @Nullable List<ColumnType> arguments, String options) implements Operation {
        public AlterRoutine {
            arguments = arguments == null ? null : List.copyOf(arguments);
        }
    }

    /**
     * @param table null for a database or event trigger
     * @param events lower case
     * @param function the function that it runs (PostgreSQL), or null
     * @param body the text that is run, or null
     * @param newRow what the body calls the row that is written, lower case; null for NEW
     * @param rowNames what it calls the rows that fire it, before and after, and tables of them, lower case; none for the
     *     engine's own names
     * @param condition what has to be true of a row, or null
     * @param definition normal form of everything but the name and CREATE / ALTER
     */
    record CreateTrigger(
            Span span,
            QualifiedName name,
            @Nullable QualifiedName table,
            CreateMode mode,
            String timing,
            List<String> events,
            @Nullable QualifiedName function,
            @Nullable Span body,
            @Nullable String newRow,
            List<String> rowNames,
            @Nullable Span condition,
            String definition)
            implements Operation {
        public CreateTrigger {
            events = List.copyOf(events);
            rowNames = List.copyOf(rowNames);
        }
    }

    /** ENABLE / DISABLE TRIGGER as a statement. Null trigger: ALL; null table: on the database or server. */
    record SetTriggerEnabled(
            Span span,
            @Nullable QualifiedName trigger,
            @Nullable QualifiedName table,
            boolean enabled) implements Operation {}

    /** The view's columns are read anew: sp_refreshview, sp_refreshsqlmodule. */
    record RefreshModule(Span span, QualifiedName name) implements Operation {}

    // ---- sequences, types, synonyms, schemas

    /** @param options lower-case word → value: {@code start}, {@code increment}, {@code cycle} ({@code true}) … */
    record CreateSequence(
            Span span,
            QualifiedName name,
            CreateMode mode,
            boolean temporary,
            Map<String, String> options,
            @Nullable QualifiedName ownedByTable,
            @Nullable String ownedByColumn)
            implements Operation {
        public CreateSequence {
            options = Collections.unmodifiableMap(new TreeMap<>(options));
        }
    }

    /**
     * @param ownedByTable null if OWNED BY was not said or says NONE
     * @param ownedByNone whether it says NONE
     */
    record AlterSequence(
            Span span,
            QualifiedName name,
            boolean ifExists,
            Map<String, String> options,
            @Nullable QualifiedName ownedByTable,
            @Nullable String ownedByColumn,
            boolean ownedByNone)
            implements Operation {
        public AlterSequence {
            options = Collections.unmodifiableMap(new TreeMap<>(options));
        }
    }

    /**
     * @param typeKind as {@link io.github.schemacompat.schema.UserType#typeKind}
     * @param definition normal form of everything but the name
     */
    record CreateType(
            Span span,
            QualifiedName name,
            CreateMode mode,
            String typeKind,
            List<String> labels,
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            @Nullable ColumnType baseType,
            boolean notNull,
            @Nullable String defaultValue,
            String definition)
            implements Operation {
        public CreateType {
            labels = List.copyOf(labels);
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
        }
    }

    /** One action of ALTER TYPE or ALTER DOMAIN (renames and moves are {@link RenameObject} and {@link MoveObject}). */
    record AlterType(Span span, QualifiedName name, boolean domain, List<TypeAction> actions) implements Operation {
        public AlterType {
            actions = List.copyOf(actions);
        }
    }

    /** @param database the database, and server, that the target is said to be in, or null */
    record CreateSynonym(
            Span span,
            QualifiedName name,
            CreateMode mode,
            QualifiedName target,
            @Nullable String database) implements Operation {}

    /** @param elements objects that CREATE SCHEMA makes within it */
    record CreateSchema(Span span, String name, CreateMode mode, List<Operation> elements) implements Operation {
        public CreateSchema {
            elements = List.copyOf(elements);
        }
    }

    // ---- any kind

    /**
     * @param kind what it is; INDEX goes by {@link DropIndex}; OTHER for extensions, policies, casts …
     * @param arguments canonical argument types of a routine, or null if the statement gives none
     * @param table of a trigger, where the statement names it
     */
    record DropObject(
            Span span,
            ObjectKind kind,
            QualifiedName name,
            @Nullable List<ColumnType> arguments,
            @Nullable QualifiedName table,
            boolean ifExists,
            boolean cascade)
            implements Operation {}

    /**
     * Any rename that is not an action of ALTER TABLE: RENAME TABLE, ALTER VIEW … RENAME TO, sp_rename.
     *
     * @param kind null where the statement does not say what it is (sp_rename with an object name)
     * @param table of a column, index, constraint or trigger, where the statement names it
     * @param from its name
     * @param to the new name; a schema in it moves the object (RENAME TABLE a TO other.b)
     */
    record RenameObject(
            Span span,
            @Nullable ObjectKind kind,
            @Nullable QualifiedName table,
            QualifiedName from,
            @Nullable List<ColumnType> arguments,
            QualifiedName to,
            boolean ifExists)
            implements Operation {}

    /** ALTER … SET SCHEMA, ALTER SCHEMA … TRANSFER. Null kind: not said (SQL Server OBJECT). */
    record MoveObject(
            Span span,
            @Nullable ObjectKind kind,
            QualifiedName name,
            @Nullable List<ColumnType> arguments,
            String toSchema,
            boolean ifExists)
            implements Operation {}

    /**
     * COMMENT ON, extended properties.
     *
     * @param arguments canonical argument types of a routine, or null if the statement gives none
     * @param member the column or constraint, or null
     * @param property {@code comment}, or the extended property's name
     * @param text null removes it
     */
    record CommentOn(
            Span span,
            ObjectKind kind,
            QualifiedName name,
            @Nullable List<ColumnType> arguments,
            @Nullable String member,
            String property,
            @Nullable String text)
            implements Operation {
        public CommentOn {
            arguments = arguments == null ? null : List.copyOf(arguments);
        }
    }

    /** GRANT, REVOKE, DENY. @param verb lower case */
    record Privilege(
            Span span,
            String verb,
            List<String> privileges,
            ObjectKind kind,
            List<QualifiedName> objects,
            List<String> grantees)
            implements Operation {
        public Privilege {
            privileges = List.copyOf(privileges);
            objects = List.copyOf(objects);
            grantees = List.copyOf(grantees);
        }
    }

    // ---- control

    record Conditional(Span span, Guard guard, List<Operation> then, List<Operation> otherwise) implements Operation {
        public Conditional {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * WHILE, LOOP, FOR with what it repeats.
     *
     * @param rows for a FOR over a query: variable → what it is in each row; else empty
     */
    record Loop(Span span, String header, Map<String, TextExpression> rows, List<Operation> body) implements Operation {
        public Loop {
            rows = Map.copyOf(rows);
            body = List.copyOf(body);
        }
    }

    /** BEGIN … END; handlers run only after an error. */
    record Block(Span span, List<Operation> body, List<Operation> handlers) implements Operation {
        public Block {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
        }
    }

    /**
     * The functions that a statement calls in its expressions, for none, one or many rows.
     *
     * @param tokens of the statement
     */
    record CallsInExpressions(Span span, Fragment tokens, List<ExpressionCall> calls) implements Operation {
        public CallsInExpressions {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A function that is called in an expression.
     *
     * @param at the index of the bracket behind its name
     */
    record ExpressionCall(QualifiedName routine, int at) {}

    /** A procedure or function that a block of Oracle declares for itself. */
    record DeclareRoutine(Span span, CreateRoutine routine) implements Operation {}

    /**
     * CALL / EXEC of a routine; the replay runs its body if the same scripts made it.
     *
     * @param gives whether variables among the arguments may come back with other values, without a word at the call
     */
    record Call(Span span, QualifiedName routine, List<Argument> arguments, boolean gives) implements Operation {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** EXEC('…'), sp_executesql, EXECUTE '…', PREPARE. */
    record Execute(Span span, TextExpression text) implements Operation {}

    /**
     * sp_MSforeachtable: a text that is run for every table there is.
     *
     * @param placeholder stands for the table's name in the text
     */
    record ExecuteForEachTable(Span span, TextExpression text, String placeholder) implements Operation {}

    /** PREPARE name FROM text (MySQL). */
    record Prepare(Span span, String name, TextExpression text) implements Operation {}

    /** EXECUTE name (MySQL). */
    record ExecutePrepared(Span span, String name) implements Operation {}

    /** DO $$ … $$. */
    record AnonymousBlock(Span span, String language, Span body) implements Operation {}

    /** DECLARE, SET or SELECT gives a script variable a value. */
    record Assign(Span span, String variable, TextExpression value) implements Operation {}

    /** RETURN, THROW, RAISERROR: nothing behind it in its block is run. */
    record Leave(Span span) implements Operation {}

    /** USE, SET search_path, SET SCHEMA: names without a schema mean this one from here on. Null: back to the default. */
    record SetDefaultSchema(Span span, @Nullable String schema) implements Operation {}

    /** Option of {@link SetStoredOption}: what names a table follows when it gets another name (SQLite). */
    String REFERENCES_FOLLOW = "references_follow";

    /** Whether columns that say neither NULL nor NOT NULL take NULL (SQL Server). */
    String NULLABLE_BY_DEFAULT = "nullable_by_default";

    /**
     * A setting that holds for what the script does from here on; SQL Server stores its ones with routines.
     *
     * @param option {@code quoted_identifier}, {@code ansi_nulls}, {@link #REFERENCES_FOLLOW} or
     *     {@link #NULLABLE_BY_DEFAULT}
     * @param on as it is by default
     */
    record SetStoredOption(Span span, String option, boolean on) implements Operation {}

    // ---- the rest

    /**
     * A statement on rows.
     *
     * @param verb {@code insert}, {@code update}, {@code delete}, {@code merge}, {@code select}, {@code copy},
     *     {@code replace}
     * @param target the table that is written, or null
     * @param sources tables that follow FROM, JOIN or USING
     * @param filtered whether it has a WHERE (for MERGE: always)
     * @param setColumns the columns that an UPDATE sets or an INSERT names
     */
    record Data(
            Span span,
            String verb,
            @Nullable QualifiedName target,
            List<QualifiedName> sources,
            boolean filtered,
            List<String> setColumns)
            implements Operation {
        public Data {
            sources = List.copyOf(sources);
            setColumns = List.copyOf(setColumns);
        }
    }

    /** @param reason from the reader's closed list: {@code transaction}, {@code session setting}, {@code maintenance} … */
    record NoSchemaEffect(Span span, String reason) implements Operation {}

    /** A statement that may change the schema and can't be read. @param why what was expected where */
    record NotUnderstood(Span span, String why) implements Operation {}

    /** What ALTER TYPE and ALTER DOMAIN do. */
    sealed interface TypeAction {
        Span span();

        /** @param neighbour the label that BEFORE or AFTER names, or null */
        record AddLabel(
                Span span,
                String label,
                boolean ifNotExists,
                boolean before,
                @Nullable String neighbour) implements TypeAction {}

        record RenameLabel(Span span, String from, String to) implements TypeAction {}

        record AddAttribute(Span span, ColumnDefinition attribute) implements TypeAction {}

        record DropAttribute(Span span, String name, boolean ifExists) implements TypeAction {}

        record AlterAttribute(Span span, String name, ColumnType type) implements TypeAction {}

        record RenameAttribute(Span span, String from, String to) implements TypeAction {}

        record SetDomainNotNull(Span span, boolean notNull) implements TypeAction {}

        record SetDomainDefault(Span span, @Nullable String value) implements TypeAction {}

        record AddDomainConstraint(Span span, ConstraintDefinition constraint) implements TypeAction {}

        record DropDomainConstraint(Span span, String name, boolean ifExists) implements TypeAction {}

        record RenameDomainConstraint(Span span, String from, String to) implements TypeAction {}

        record NoEffect(Span span, String reason) implements TypeAction {}
    }
}
