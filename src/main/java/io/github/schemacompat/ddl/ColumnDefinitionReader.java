package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column: its name, its type and what is said of it, in any order. It stops at the first word that says nothing of
 * a column; whether something may stand there is for the caller to say.
 */
final class ColumnDefinitionReader {
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    private final Dialect dialect;
    private final Grammar grammar;
    private final NameReader names;
    private final TypeReader types;
    private final ExpressionReader expressions;
    private final ConstraintReader constraints;
    private final ColumnAttributes attributes;

    ColumnDefinitionReader(Dialect dialect) {
        this.dialect = dialect;
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.attributes = ColumnAttributes.of(dialect);
    }

    /**
     * A whole definition.
     *
     * @throws Expected if it can't be read, or if an index stands in it
     */
    ColumnDefinition read(TokenCursor cursor) {
        return read(cursor, null);
    }

    /**
     * A whole definition.
     *
     * @param indexes takes up SQL Server's indexes at a column; null where none may stand
     * @throws Expected if it can't be read
     */
    ColumnDefinition read(TokenCursor cursor, @Nullable List<IndexDefinition> indexes) {
        int from = cursor.index();
        if (!cursor.peek().isName()) {
            throw Expected.at(cursor, "a column name");
        }
        ColumnDraft draft = new ColumnDraft(names.simple(cursor));
        if (grammar == Grammar.SQL_SERVER && cursor.accept("as")) {
            draft.generated = expressions.read(cursor);
        } else {
            type(cursor, draft);
        }
        attributes(cursor, draft);
        if (!draft.indexes.isEmpty()) {
            if (indexes == null) {
                throw Expected.at(cursor, "no index at the column");
            }
            indexes.addAll(draft.indexes);
        }
        return draft.definition(cursor.spanFrom(from));
    }

    private void type(TokenCursor cursor, ColumnDraft draft) {
        Token first = cursor.peek();
        boolean none = cursor.atEnd() || first.isAny(",", ")");
        if (none && grammar == Grammar.SQL_SERVER && draft.name.equalsIgnoreCase("timestamp")) {
            draft.type = dialect.canonical(ColumnType.of("timestamp"));
            return;
        }
        boolean untyped = grammar == Grammar.POSTGRESQL
                && (none
                        || first.isAny(
                                "not", "null", "default", "primary", "unique", "check", "constraint", "generated")
                        || cursor.atSequence("with", "options"));
        if (untyped || none && (grammar == Grammar.H2 || grammar == Grammar.HSQLDB)) {
            return;
        }
        if (grammar == Grammar.SQLITE && (none || TypeReader.BEHIND_ANY_TYPE.holds(first))) {
            draft.type = ColumnType.of("");
            return;
        }
        String word = first.kind() == TokenKind.WORD ? StorageOptions.lower(first) : "";
        String integer = SERIALS.get(word);
        if (grammar == Grammar.POSTGRESQL && integer != null) {
            cursor.next();
            draft.serial = true;
            draft.type = dialect.canonical(ColumnType.of(integer));
        } else if (grammar == Grammar.MYSQL && word.equals("serial")) {
            int from = cursor.index();
            cursor.next();
            draft.type = dialect.canonical(ColumnType.of("bigint unsigned"));
            draft.nullable = false;
            draft.identity = Identity.BY_DEFAULT;
            draft.constraints.add(new ConstraintDefinition.UniqueDefinition(
                    cursor.spanFrom(from), null, List.of(draft.name), null, null));
        } else {
            draft.type = types.read(cursor);
        }
    }

    private void attributes(TokenCursor cursor, ColumnDraft draft) {
        boolean read = true;
        while (read && !cursor.atEnd() && !constraints.atBehindColumn(cursor)) {
            int from = cursor.index();
            read = attribute(cursor, draft);
            if (!read) {
                cursor.reset(from);
            }
        }
    }

    private boolean attribute(TokenCursor cursor, ColumnDraft draft) {
        int from = cursor.index();
        String name = cursor.at("constraint") ? constraints.name(cursor) : null;
        if (cursor.accept("not", "null")) {
            draft.nullable = false;
            return true;
        }
        if (cursor.accept("null")) {
            draft.nullable = true;
            return true;
        }
        if (!cursor.atSequence("default", "on", "null") && cursor.accept("default")) {
            draft.defaultValue = expressions.read(cursor);
            draft.defaultName = grammar == Grammar.SQL_SERVER ? name : null;
            return true;
        }
        Optional<ConstraintDefinition> constraint = constraints.atColumn(cursor, from, name, draft.name);
        if (constraint.isPresent()) {
            draft.constraints.add(constraint.get());
            return true;
        }
        if (cursor.accept("collate")) {
            draft.collation = collation(cursor);
            return true;
        }
        return attributes.read(cursor, draft);
    }

    private String collation(TokenCursor cursor) {
        if (grammar == Grammar.MYSQL) {
            cursor.accept("=");
            return MySqlColumnAttributes.characterSet(cursor);
        }
        List<String> parts = names.parts(cursor);
        return String.join(".", parts);
    }
}
