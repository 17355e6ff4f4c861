package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.NormalForm;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's ALTER of views, routines, triggers, sequences and schemas. */
final class PostgreSqlAlterReader {
    private final Language language;
    private final DropReader drops;
    private final SequenceReader sequences;

    PostgreSqlAlterReader(Language language, DropReader drops, SequenceReader sequences) {
        this.language = language;
        this.drops = drops;
        this.sequences = sequences;
    }

    /** What every kind of object has: RENAME TO, SET SCHEMA, OWNER TO, DEPENDS ON EXTENSION; null if none comes next. */
    static @Nullable Operation common(
            Language language,
            TokenCursor cursor,
            int from,
            ObjectKind kind,
            QualifiedName name,
            @Nullable List<ColumnType> arguments,
            boolean ifExists) {
        if (cursor.accept("rename", "to")) {
            QualifiedName to = QualifiedName.of(language.simpleName(cursor));
            return new Operation.RenameObject(cursor.spanFrom(from), kind, null, name, arguments, to, ifExists);
        }
        if (cursor.accept("set", "schema")) {
            String schema = language.simpleName(cursor);
            return new Operation.MoveObject(cursor.spanFrom(from), kind, name, arguments, schema, ifExists);
        }
        if (cursor.accept("owner", "to")) {
            language.simpleName(cursor);
            return new Operation.NoSchemaEffect(cursor.spanFrom(from), "owner");
        }
        if (cursor.accept("depends", "on", "extension") || cursor.accept("no", "depends", "on", "extension")) {
            language.simpleName(cursor);
            return new Operation.NoSchemaEffect(cursor.spanFrom(from), "dependency on an extension");
        }
        return null;
    }

    List<Operation> view(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter");
        cursor.accept("materialized");
        Expected.next(cursor, "view");
        if (cursor.accept("all", "in", "tablespace")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "storage"));
        }
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        Operation common = common(language, cursor, from, ObjectKind.VIEW, name, null, ifExists);
        if (common != null) {
            return List.of(common);
        }
        if (cursor.accept("rename")) {
            cursor.accept("column");
            QualifiedName column = QualifiedName.of(language.simpleName(cursor));
            Expected.next(cursor, "to");
            QualifiedName to = QualifiedName.of(language.simpleName(cursor));
            Span span = cursor.spanFrom(from);
            return List.of(new Operation.RenameObject(span, ObjectKind.COLUMN, name, column, null, to, ifExists));
        }
        if (cursor.peek().isAny("alter", "set", "reset", "cluster")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "view option"));
        }
        throw Expected.at(cursor, "an action of ALTER VIEW");
    }

    List<Operation> routine(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter");
        cursor.next();
        QualifiedName name = language.name(cursor);
        List<ColumnType> arguments = cursor.at("(") ? drops.argumentTypes(cursor) : null;
        Operation common = common(language, cursor, from, ObjectKind.ROUTINE, name, arguments, false);
        if (common != null) {
            return List.of(common);
        }
        boolean planning = cursor.peek()
                .isAny("immutable", "stable", "volatile", "not", "leakproof", "parallel", "cost", "rows", "support");
        boolean calling = cursor.peek().isAny("called", "returns", "strict", "external", "security", "set", "reset");
        if (!planning && !calling) {
            throw Expected.at(cursor, "an action of ALTER FUNCTION");
        }
        List<Token> options = cursor.rest();
        Span span = cursor.spanFrom(from);
        boolean felt = options.stream()
                .anyMatch(token -> token.isAny("called", "strict", "definer", "invoker", "set", "reset"));
        return List.of(
                felt
                        ? new Operation.AlterRoutine(span, name, arguments, NormalForm.of(Dialect.POSTGRESQL, options))
                        : new Operation.NoSchemaEffect(span, "routine option"));
    }

    List<Operation> trigger(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "trigger");
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "on");
        QualifiedName table = language.name(cursor);
        if (cursor.accept("rename", "to")) {
            QualifiedName to = QualifiedName.of(language.simpleName(cursor));
            Span span = cursor.spanFrom(from);
            return List.of(new Operation.RenameObject(span, ObjectKind.TRIGGER, table, name, null, to, false));
        }
        cursor.rest();
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "dependency on an extension"));
    }

    List<Operation> eventTrigger(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "event", "trigger");
        QualifiedName name = language.name(cursor);
        Operation common = common(language, cursor, from, ObjectKind.TRIGGER, name, null, false);
        if (common != null) {
            return List.of(common);
        }
        boolean enabled = cursor.accept("enable");
        if (!enabled && !cursor.accept("disable")) {
            throw Expected.at(cursor, "ENABLE or DISABLE");
        }
        cursor.acceptAny("replica", "always");
        return List.of(new Operation.SetTriggerEnabled(cursor.spanFrom(from), name, null, enabled));
    }

    List<Operation> sequence(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "sequence");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        Operation common = common(language, cursor, from, ObjectKind.SEQUENCE, name, null, ifExists);
        if (common != null) {
            return List.of(common);
        }
        if (cursor.accept("set", "logged") || cursor.accept("set", "unlogged")) {
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "storage"));
        }
        return List.of(sequences.alter(cursor, from, name, ifExists));
    }

    List<Operation> schema(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "schema");
        QualifiedName name = language.name(cursor);
        Operation common = common(language, cursor, from, ObjectKind.SCHEMA, name, null, false);
        if (common == null) {
            throw Expected.at(cursor, "RENAME TO or OWNER TO");
        }
        return List.of(common);
    }
}
