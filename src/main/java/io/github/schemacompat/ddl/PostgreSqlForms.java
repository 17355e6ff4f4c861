package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statements of PostgreSQL and of PL/pgSQL bodies that are not on tables or indexes. */
final class PostgreSqlForms {
    private static final WordList CATALOG = WordList.of("""
            pg_attrdef pg_attribute pg_class pg_constraint pg_depend pg_enum pg_index pg_inherits pg_namespace pg_proc
            pg_rewrite pg_trigger pg_type
            """);

    private final Language language;
    private final StatementForm elements;
    private final DropReader drops;
    private final SequenceReader sequences;
    private final PostgreSqlTypeReader types;
    private final DomainReader domains;
    private final PostgreSqlAlterReader alters;
    private final AssignmentReader assignments;
    private final DataReader data;
    private final FunctionCallReader calls;
    private final CreateTableReader tables;
    private final AlterTableReader tableChanges;

    /** @param elements reads what CREATE SCHEMA holds */
    PostgreSqlForms(Language language, GuardReader guards, StatementForm elements) {
        this.language = language;
        this.elements = elements;
        this.drops = new DropReader(language);
        this.sequences = new SequenceReader(language);
        this.types = new PostgreSqlTypeReader(language);
        this.domains = new DomainReader(language);
        this.alters = new PostgreSqlAlterReader(language, drops, sequences);
        this.assignments = new AssignmentReader(language, guards);
        this.data = new DataReader(language);
        this.calls = new FunctionCallReader(language, assignments.texts(), data);
        this.tables = new CreateTableReader(language.dialect());
        this.tableChanges = new AlterTableReader(language.dialect());
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        modules(forms);
        objects(forms);
        drops(forms);
        rows(forms);
        settings(forms);
        body(forms);
        return forms;
    }

    private void modules(StatementForms forms) {
        StatementForm views = new ViewReader(language);
        StatementForm routines = new PostgreSqlRoutineReader(language);
        StatementForm triggers = new TriggerReader(language);
        for (String create : List.of("create", "create or replace")) {
            forms.on(create + " view|" + create + " recursive", views)
                    .on(create + " temp|" + create + " temporary|" + create + " local", this::temporary)
                    .on(create + " function|" + create + " procedure|" + create + " aggregate", routines)
                    .on(create + " trigger|" + create + " constraint", triggers)
                    .on(create + " rule", cursor -> rule(cursor));
        }
        forms.on("create materialized", views)
                .on("create event", triggers)
                .on("alter view|alter materialized", alters::view)
                .on("alter function|alter procedure|alter routine|alter aggregate", alters::routine)
                .on("alter trigger", alters::trigger)
                .on("alter event", alters::eventTrigger);
    }

    private void objects(StatementForms forms) {
        forms.on("create sequence|create unlogged sequence", sequences::create)
                .on("alter sequence", alters::sequence)
                .on("create type", types::createType)
                .on("alter type", types::alterType)
                .on("create domain", domains::createDomain)
                .on("alter domain", domains::alterDomain)
                .on("create schema", new SchemaReader(language, elements))
                .on("alter schema", alters::schema)
                .on("comment on", new CommentReader(language))
                .on("grant|revoke", new PrivilegeReader(language))
                .on("create foreign table", this::createForeignTable)
                .on("alter foreign table", this::alterForeignTable)
                .on("import foreign", StatementForm.notFollowed("tables of another server are not followed"))
                .withoutEffect("extension", "create extension|alter extension")
                .on("create policy|alter policy|drop policy", new RowPolicyReader(language))
                .withoutEffect("rule", "alter rule")
                .withoutEffect(
                        "operator, cast or text search",
                        "create cast|create operator|alter operator|create collation|alter collation|create conversion"
                                + "|create default|alter conversion|create text|alter text|create transform"
                                + "|create or replace transform|create language|create trusted|create procedural"
                                + "|create or replace language|create or replace trusted|alter language|alter procedural"
                                + "|create access")
                .withoutEffect("statistics", "create statistics|alter statistics")
                .withoutEffect(
                        "replication", "create publication|alter publication|create subscription|alter subscription")
                .withoutEffect(
                        "foreign server",
                        "create server|alter server|create user mapping|alter user mapping|create foreign data"
                                + "|alter foreign data")
                .withoutEffect(
                        "security principal",
                        "create role|alter role|create user|alter user|create group|alter group|alter default"
                                + "|reassign owned|security label")
                .withoutEffect(
                        "storage",
                        "create tablespace|alter tablespace|create database|alter database|alter system|alter large");
    }

    private void drops(StatementForms forms) {
        drop(forms, ObjectKind.TABLE, "table", "foreign table");
        drop(forms, ObjectKind.VIEW, "view", "materialized view");
        drop(forms, ObjectKind.ROUTINE, "function", "procedure", "routine", "aggregate");
        drop(forms, ObjectKind.TRIGGER, "trigger", "event trigger");
        drop(forms, ObjectKind.SEQUENCE, "sequence");
        drop(forms, ObjectKind.TYPE, "type", "domain");
        drop(forms, ObjectKind.SCHEMA, "schema");
        drop(
                forms,
                ObjectKind.OTHER,
                "rule",
                "role",
                "user",
                "group",
                "collation",
                "conversion",
                "statistics",
                "publication",
                "subscription",
                "server",
                "language");
        forms.on("drop owned", StatementForm.notFollowed("what a role owns is not known"))
                .on("drop extension", StatementForm.notFollowed("what the extension brought goes with it"))
                .on(
                        "drop cast|drop operator|drop text",
                        StatementForm.notFollowed("statements that count on it fail, and which do is not known"))
                .withoutEffect("language", "drop transform|drop access|drop procedural")
                .withoutEffect("foreign server", "drop user mapping|drop foreign data")
                .withoutEffect("storage", "drop database|drop tablespace");
    }

    private void drop(StatementForms forms, ObjectKind kind, String... words) {
        for (String each : words) {
            forms.on("drop " + each, drops.of(kind, each));
        }
    }

    private void rows(StatementForms forms) {
        forms.on("insert|update|delete", this::rows)
                .on("merge|with|values|(|table", data::read)
                .on("select", this::select)
                .on("copy", this::copy)
                .on("\\copy", StatementForm.withoutEffect("psql command"))
                .on("call", calls::call);
    }

    private void settings(StatementForms forms) {
        forms.on("set", this::set)
                .on("reset", this::reset)
                .on("discard", this::reset)
                .on("do", this::anonymousBlock)
                .on("\\", this::psql)
                .withoutEffect("session setting", "show|load")
                .withoutEffect(
                        "maintenance", "analyze|analyse|vacuum|cluster|reindex|checkpoint|refresh|explain|repack")
                .withoutEffect("lock", "lock")
                .withoutEffect("notification", "listen|notify|unlisten")
                .withoutEffect(
                        "transaction",
                        "begin|start transaction|commit|rollback|end|abort|savepoint|release|prepare transaction")
                .withoutEffect("prepared statement", "prepare|deallocate")
                .on("declare", this::declare)
                .withoutEffect("cursor", "fetch|move|close|open");
    }

    /** Statements of PL/pgSQL bodies; names alone are assignments. */
    private void body(StatementForms forms) {
        forms.on("perform", this::select)
                .on("execute", this::execute)
                .on("return", this::leave)
                .on("raise", this::raise)
                .on("exit|continue", StatementForm.withoutEffect("loop control"))
                .on("get", StatementForm.withoutEffect("diagnostics"))
                .on("assert", StatementForm.withoutEffect("assertion"))
                .on("null", StatementForm.withoutEffect("nothing"))
                .on("<<", StatementForm.withoutEffect("label"));
    }

    /** What is written into the catalog is the schema itself. */
    private List<Operation> rows(TokenCursor cursor) {
        int at = 1;
        while (cursor.peek(at).isAny("into", "from", "only", "pg_catalog", ".")) {
            at++;
        }
        return CATALOG.holds(cursor.peek(at))
                ? StatementForm.notFollowed("the catalog is written by hand").read(cursor)
                : data.read(cursor);
    }

    /** {@code v := value}, which no word of a statement begins with; null if it is something else. */
    @Nullable
    StatementForm assignment(TokenCursor cursor) {
        if (!cursor.source().isInner() || !cursor.peek().isName()) {
            return null;
        }
        int ahead = 1;
        while (cursor.peek(ahead).is(".") && cursor.peek(ahead + 1).isName()) {
            ahead += 2;
        }
        if (cursor.peek(ahead).is("[")) {
            while (cursor.peek(ahead) != TokenCursor.END && !cursor.peek(ahead).isAny(":=", "=")) {
                ahead++;
            }
        }
        if (!cursor.peek(ahead).isAny(":=", "=")) {
            return null;
        }
        boolean simple = ahead == 1;
        return at -> {
            int from = at.index();
            if (simple) {
                Token variable = at.next();
                at.next();
                List<Token> value = at.rest();
                TextExpression text = assignments.texts().read(at.source(), value);
                return List.of(new Operation.Assign(at.spanFrom(from), Language.lower(variable), text));
            }
            at.rest();
            return List.of(new Operation.NoSchemaEffect(at.spanFrom(from), "assignment to a field"));
        };
    }

    private List<Operation> temporary(TokenCursor cursor) {
        int ahead = 0;
        while (cursor.peek(ahead)
                .isAny("create", "or", "replace", "local", "global", "temp", "temporary", "recursive")) {
            ahead++;
        }
        return cursor.peek(ahead).is("sequence") ? sequences.create(cursor) : new ViewReader(language).read(cursor);
    }

    /** A rule rewrites the statements of every release: what becomes of them is not followed, and must not pass unseen. */
    private List<Operation> rule(TokenCursor cursor) {
        int from = cursor.index();
        cursor.rest();
        return List.of(new Operation.NotUnderstood(
                cursor.spanFrom(from), "what a rewrite rule makes of an application's statements is not followed"));
    }

    /** A foreign table is a table whose rows live elsewhere. */
    private List<Operation> createForeignTable(TokenCursor cursor) {
        int from = cursor.index();
        List<Token> tokens = new ArrayList<>();
        tokens.add(cursor.next());
        cursor.next();
        while (!cursor.atEnd() && !cursor.at("server")) {
            List<Token> parentheses = cursor.acceptParentheses();
            if (parentheses.isEmpty()) {
                tokens.add(cursor.next());
            } else {
                tokens.addAll(withoutOptions(parentheses));
            }
        }
        Expected.next(cursor, "server");
        cursor.rest();
        cursor.spanFrom(from);
        return tables.read(new TokenCursor(cursor.source(), tokens));
    }

    /** Columns of a foreign table can have OPTIONS (…), which say nothing of the column. */
    private static List<Token> withoutOptions(List<Token> tokens) {
        List<Token> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("options")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("(")) {
                while (i < tokens.size() && !tokens.get(i).is(")")) {
                    i++;
                }
            } else {
                left.add(tokens.get(i));
            }
        }
        return left;
    }

    private List<Operation> alterForeignTable(TokenCursor cursor) {
        List<Token> tokens = new ArrayList<>();
        tokens.add(cursor.next());
        cursor.next();
        tokens.addAll(cursor.rest());
        return tableChanges.read(new TokenCursor(cursor.source(), tokens));
    }

    private List<Operation> declare(TokenCursor cursor) {
        if (cursor.source().isInner()) {
            return assignments.declarations(cursor);
        }
        return StatementForm.withoutEffect("cursor").read(cursor);
    }

    private List<Operation> select(TokenCursor cursor) {
        if (cursor.source().isInner() && cursor.at("select")) {
            List<Operation> filled = assignments.selectInto(cursor);
            if (filled != null) {
                return filled;
            }
        }
        return calls.select(cursor);
    }

    private List<Operation> copy(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "copy");
        if (cursor.at("(")) {
            cursor.rest();
            Span span = cursor.spanFrom(from);
            return List.of(new Operation.Data(span, "copy", null, List.of(), false, List.of()));
        }
        QualifiedName table = language.name(cursor);
        List<String> columns = language.columnList(cursor);
        boolean in = cursor.accept("from");
        if (!in && !cursor.accept("to")) {
            throw Expected.at(cursor, "FROM or TO");
        }
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(
                in
                        ? new Operation.Data(span, "copy", table, List.of(), false, columns)
                        : new Operation.Data(span, "copy", null, List.of(table), false, List.of()));
    }

    private List<Operation> set(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "set");
        cursor.acceptAny("session", "local");
        if (cursor.accept("search_path")) {
            if (!cursor.acceptAny("to", "=")) {
                throw Expected.at(cursor, "TO");
            }
            return List.of(searchPath(cursor, from));
        }
        if (cursor.accept("schema") && cursor.peek().kind() == TokenKind.STRING) {
            String schema = language.string(cursor);
            return List.of(new Operation.SetDefaultSchema(cursor.spanFrom(from), schema));
        }
        if (cursor.atEnd()) {
            throw Expected.at(cursor, "a setting");
        }
        cursor.rest();
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "session setting"));
    }

    /** Names without a schema mean the first schema of the path. */
    private Operation searchPath(TokenCursor cursor, int from) {
        Token first = cursor.next();
        cursor.rest();
        Span span = cursor.spanFrom(from);
        if (first.is("default")) {
            return new Operation.SetDefaultSchema(span, null);
        }
        String schema = first.kind() == TokenKind.STRING
                ? language.string(first)
                : language.simpleName(new TokenCursor(cursor.source(), List.of(first)));
        return defaultSchema(span, schema);
    }

    /** @param path a list of names as a string: {@code "Odd, name", public} */
    static Operation pathOf(Span span, String path) {
        String list = path.strip();
        if (!list.startsWith("\"")) {
            return defaultSchema(span, list.split(",")[0].strip().toLowerCase(Locale.ROOT));
        }
        int end = 1;
        while (end < list.length() && (list.charAt(end) != '"' || list.startsWith("\"\"", end))) {
            end += list.charAt(end) == '"' ? 2 : 1;
        }
        return defaultSchema(
                span, list.substring(1, Math.min(end, list.length())).replace("\"\"", "\""));
    }

    private static Operation defaultSchema(Span span, String first) {
        if (first.isEmpty() || first.equals("pg_catalog")) {
            // pg_dump empties the path and qualifies every name
            return new Operation.NoSchemaEffect(span, "session setting");
        }
        return new Operation.SetDefaultSchema(span, first.equals("$user") ? null : first);
    }

    private List<Operation> reset(TokenCursor cursor) {
        int from = cursor.index();
        boolean reset = cursor.next().is("reset");
        boolean path = cursor.peek().isAny("search_path", "all");
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(
                path && (reset || cursor.previous().is("all"))
                        ? new Operation.SetDefaultSchema(span, null)
                        : new Operation.NoSchemaEffect(span, "session setting"));
    }

    private List<Operation> anonymousBlock(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "do");
        String name = "plpgsql";
        Span body = null;
        while (!cursor.atEnd() && !cursor.at(";")) {
            if (cursor.accept("language")) {
                Token word = cursor.next();
                name = (word.kind() == TokenKind.STRING ? language.string(word) : word.text()).toLowerCase(Locale.ROOT);
            } else if (body == null && cursor.peek().kind() == TokenKind.STRING) {
                body = language.content(cursor.source(), cursor.next()).whole();
            } else {
                throw Expected.at(cursor, "the body in a string");
            }
        }
        if (body == null) {
            throw Expected.at(cursor, "the body in a string");
        }
        return List.of(new Operation.AnonymousBlock(cursor.spanFrom(from), name, body));
    }

    private List<Operation> psql(TokenCursor cursor) {
        int from = cursor.index();
        String word = Language.lower(cursor.peek(1));
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(
                switch (word) {
                    case "i", "ir", "include", "include_relative" ->
                        new Operation.NotUnderstood(span, StatementForm.OTHER_FILE);
                    case "gexec" -> new Operation.NotUnderstood(span, "what it runs is not read");
                    case "if" ->
                        new Operation.NotUnderstood(
                                span, "which lines psql leaves out is not worked out; all of them are read");
                    default -> new Operation.NoSchemaEffect(span, "psql command");
                });
    }

    /** {@code EXECUTE text [INTO v] [USING a, b]}; outside of a body it runs a prepared statement on rows. */
    private List<Operation> execute(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "execute");
        if (!cursor.source().isInner() && cursor.peek().isName()) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "prepared statement"));
        }
        int first = cursor.index();
        while (!cursor.atEnd() && !cursor.peek().isAny("into", "using", ";")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        List<Token> text = cursor.between(first, cursor.index());
        if (text.isEmpty()) {
            throw Expected.at(cursor, "the text to run");
        }
        cursor.rest();
        return List.of(
                new Operation.Execute(cursor.spanFrom(from), assignments.texts().read(cursor.source(), text)));
    }

    private List<Operation> leave(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "return");
        boolean goesOn = cursor.peek().isAny("next", "query");
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(goesOn ? new Operation.NoSchemaEffect(span, "result") : new Operation.Leave(span));
    }

    /** RAISE leaves, unless it only says something. */
    private List<Operation> raise(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "raise");
        boolean says = cursor.peek().isAny("debug", "log", "info", "notice", "warning");
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(says ? new Operation.NoSchemaEffect(span, "output") : new Operation.Leave(span));
    }
}
