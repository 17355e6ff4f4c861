package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column: its name, its type and what is said of it, in any order. It stops at the first word that says nothing of
 * a column; whether something may stand there is for the caller to say.
 */
final class ColumnDefinitionReader {
    /** What may follow the name of a column of Oracle whose type is left out. */
    private static final WordList ORACLE_ATTRIBUTES = WordList.of("""
            not null default primary unique references check constraint generated as invisible visible encrypt decrypt
            collate sort drop add modify
            """);

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
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

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
        if (draft.jsonAsText) {
            completeJson(draft, cursor.spanFrom(from));
        }
        draft.addImpliedKey(cursor.spanFrom(from));
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
        boolean oracle = grammar == Grammar.ORACLE && (none || ORACLE_ATTRIBUTES.holds(first) || first.is(";"));
        boolean untyped = oracle
                || grammar == Grammar.POSTGRESQL
                        && (none
                                || first.isAny(
                                        "not",
                                        "null",
                                        "default",
                                        "primary",
                                        "unique",
                                        "check",
                                        "constraint",
                                        "generated")
                                || cursor.atSequence("with", "options"));
        boolean standard = grammar == Grammar.H2 || grammar == Grammar.HSQLDB;
        if (untyped || none && standard) {
            return;
        }
        if (grammar == Grammar.SQLITE
                && (none || TypeReader.BEHIND_ANY_TYPE.holds(first) || cursor.atSequence("generated", "always"))) {
            draft.type = ColumnType.of("");
            return;
        }
        String word = first.kind() == TokenKind.WORD ? Language.lower(first) : "";
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
        } else if (standard && word.equals("identity")) {
            cursor.next();
            draft.type = dialect.canonical(ColumnType.of(grammar == Grammar.H2 ? "bigint" : "integer"));
            draft.identity = Identity.BY_DEFAULT;
            draft.isKey = true;
        } else {
            draft.type = types.read(cursor);
            draft.identity = grammar == Grammar.H2 && SERIALS.containsKey(word) ? Identity.BY_DEFAULT : Identity.NONE;
            draft.jsonAsText = dialect.columnsOwnChecks() && word.equals("json");
            boolean national = word.equals("nchar") || word.equals("nvarchar") || word.equals("national");
            draft.charset = grammar == Grammar.MYSQL && national ? "utf8mb3" : null;
        }
    }

    /** MariaDB's JSON is a text that is compared by its bytes and checked. */
    private static void completeJson(ColumnDraft draft, Span span) {
        draft.charset = "utf8mb4";
        draft.collation = draft.collation == null ? "utf8mb4_bin" : draft.collation;
        if (draft.constraints.stream().noneMatch(ConstraintDefinition.CheckDefinition.class::isInstance)) {
            boolean plain = PLAIN.matcher(draft.name).matches();
            String name = plain ? draft.name : '"' + draft.name.replace("\"", "\"\"") + '"';
            draft.constraints.add(new ConstraintDefinition.CheckDefinition(
                    span, draft.name, "json_valid(" + name + ")", List.of(draft.name), false, true, false, draft.name));
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
            // Oracle lists a NOT NULL that isn't checked
            draft.nullable = !constraints.state(cursor);
            return true;
        }
        if (cursor.accept("null")) {
            draft.nullable = true;
            return true;
        }
        boolean onNull = grammar != Grammar.ORACLE && cursor.atSequence("default", "on", "null");
        if (!onNull && cursor.accept("default")) {
            draft.defaultValue = defaultValue(cursor, draft);
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

    private String defaultValue(TokenCursor cursor, ColumnDraft draft) {
        if (grammar == Grammar.DB2) {
            return Db2ColumnAttributes.defaultOf(cursor, draft.type, expressions);
        }
        if (grammar != Grammar.ORACLE) {
            return expressions.read(cursor);
        }
        if (cursor.accept("on", "null")) {
            // a NULL that is written becomes the default, so that the column never holds one
            draft.nullable = false;
            if (cursor.accept("for", "insert", "only") || cursor.accept("for", "insert", "and", "update")) {
                // which statements it holds for
            }
        }
        return expressions.read(cursor);
    }

    /** SQLite's BINARY is what a column has that says none. */
    private @Nullable String collation(TokenCursor cursor) {
        if (grammar == Grammar.MYSQL) {
            cursor.accept("=");
            return MySqlColumnAttributes.characterSet(cursor);
        }
        String name = String.join(".", names.parts(cursor));
        return grammar == Grammar.SQLITE && name.equalsIgnoreCase("binary") ? null : name;
    }
}
