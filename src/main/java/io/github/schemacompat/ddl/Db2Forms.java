package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statements of DB2 and of its compound statements that are not on tables or indexes, and the client's commands. */
final class Db2Forms {
    private final Language language;
    private final DropReader drops;
    private final SequenceReader sequences;
    private final AssignmentReader assignments;
    private final DataReader data;
    private final FunctionCallReader calls;
    private final DynamicStatements dynamic;

    Db2Forms(Language language, GuardReader guards) {
        this.language = language;
        this.drops = new DropReader(language);
        this.sequences = new SequenceReader(language);
        this.assignments = new AssignmentReader(language, guards);
        this.data = new DataReader(language);
        this.calls = new FunctionCallReader(language, assignments.texts(), data);
        this.dynamic = new DynamicStatements(language, assignments.texts());
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        modules(forms);
        objects(forms);
        drops(forms);
        rows(forms);
        body(forms);
        server(forms);
        return forms;
    }

    private void modules(StatementForms forms) {
        StatementForm views = new ViewReader(language);
        StatementForm routines = new Db2RoutineReader(language);
        StatementForm triggers = new TriggerReader(language);
        for (String create : List.of("create", "create or replace")) {
            forms.on(create + " view", views)
                    .on(create + " procedure|" + create + " function", routines)
                    .on(create + " trigger", triggers)
                    .on(create + " sequence", sequences::create)
                    .on(create + " type|" + create + " distinct", this::type)
                    .on(create + " alias|" + create + " synonym|" + create + " public", this::alias)
                    .on(create + " module", StatementForm.notFollowed("modules are not followed"))
                    .withoutEffect(
                            "object that no schema model holds",
                            create + " variable|" + create + " mask|" + create + " permission|" + create + " nickname");
        }
        forms.withoutEffect(
                        "routine option",
                        "alter procedure|alter function|alter specific|alter method|alter trigger|alter view")
                .on("alter module", StatementForm.notFollowed("modules are not followed"));
    }

    private void objects(StatementForms forms) {
        forms.on("alter sequence", this::alterSequence)
                .on("create schema", this::createSchema)
                .on("comment on", new CommentReader(language))
                .on("label on", StatementForm.withoutEffect("label"))
                .on("grant|revoke", new PrivilegeReader(language))
                .on("rename index", this::renameIndex)
                .withoutEffect("storage", "rename tablespace|rename stogroup")
                .withoutEffect(
                        "storage",
                        "create tablespace|create large|create regular|create user temporary|create system"
                                + "|create bufferpool|create database|create stogroup|create storage|create event|alter tablespace"
                                + "|alter bufferpool|alter database|alter stogroup|alter user|alter event|alter histogram")
                .withoutEffect(
                        "security principal",
                        "create role|alter role|create trusted|alter trusted|create security|alter security"
                                + "|create audit|alter audit|transfer")
                .withoutEffect(
                        "object that no schema model holds",
                        "alter mask|alter permission|alter nickname|create wrapper|create server|alter server"
                                + "|create user mapping|create function mapping|create threshold|create workload|create service"
                                + "|create work|alter work|alter workload|alter service|alter threshold|create method"
                                + "|create transform|create usage|create histogram|alter type");
    }

    private void drops(StatementForms forms) {
        drop(forms, ObjectKind.TABLE, "table");
        drop(forms, ObjectKind.VIEW, "view");
        drop(forms, ObjectKind.ROUTINE, "procedure", "function");
        drop(forms, ObjectKind.TRIGGER, "trigger");
        drop(forms, ObjectKind.SEQUENCE, "sequence");
        drop(forms, ObjectKind.TYPE, "type", "distinct type");
        drop(forms, ObjectKind.SYNONYM, "alias", "synonym", "public alias", "public synonym");
        drop(forms, ObjectKind.SCHEMA, "schema");
        drop(forms, ObjectKind.OTHER, "role", "variable", "mask", "permission", "nickname", "bufferpool");
        forms.on("drop specific", StatementForm.notFollowed("routines are not known by their specific names"))
                .on("drop module", StatementForm.notFollowed("modules are not followed"))
                .withoutEffect(
                        "storage",
                        "drop tablespace|drop xsrobject|drop database|drop stogroup|drop event|drop package|drop server|drop wrapper"
                                + "|drop user mapping|drop security|drop trusted|drop audit|drop threshold|drop workload"
                                + "|drop service|drop work|drop transform|drop method|drop usage|drop histogram");
    }

    private void drop(StatementForms forms, ObjectKind kind, String... words) {
        for (String each : words) {
            forms.on("drop " + each, drops.of(kind, each));
        }
    }

    private void rows(StatementForms forms) {
        forms.on("insert|update|delete|merge|with|values|(", data::read)
                .on("select", this::select)
                .on("call", this::call);
    }

    private void body(StatementForms forms) {
        forms.on("declare", this::declare)
                .on("set", this::set)
                .on("prepare", dynamic::prepare)
                .on("execute", dynamic::execute)
                .on("return|leave|signal|resignal|goto", this::leave)
                .withoutEffect("loop control", "iterate")
                .withoutEffect("diagnostics", "get diagnostics|get current|get stacked")
                .withoutEffect("nothing", "null")
                .withoutEffect("cursor", "open|fetch|close|allocate|associate|pipe");
    }

    private void server(StatementForms forms) {
        forms.on("reorg table", this::reorganize)
                .on("connect", StatementForm.withoutEffect("connection"))
                .withoutEffect("connection", "disconnect|terminate|quit|attach|detach|release")
                .withoutEffect("transaction", "commit|rollback|savepoint|release savepoint")
                .withoutEffect("lock", "lock|unlock|quiesce|unquiesce")
                .withoutEffect(
                        "maintenance",
                        "reorg|runstats|reorgchk|rebind|bind|flush|refresh|explain|load|backup|restore|activate"
                                + "|deactivate|reset|prune|archive|force|list|describe|help|export|update command"
                                + "|update dbm|update db|update database|get db|get dbm|get snapshot|audit")
                .withoutEffect("client command", "echo|!|?")
                .on("import", StatementForm.notFollowed("IMPORT may create a table, or replace its rows"));
    }

    // ---- objects

    private List<Operation> type(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        cursor.accept("distinct");
        Expected.next(cursor, "type");
        QualifiedName name = language.name(cursor);
        int afterName = cursor.index();
        cursor.accept("as");
        boolean other = cursor.at("(") || cursor.peek().isAny("under", "row", "cursor", "ref", "array");
        ColumnType base = other ? null : language.type(cursor);
        boolean collection = cursor.at("array");
        cursor.rest();
        boolean alias = base != null && !collection;
        return List.of(new Operation.CreateType(
                cursor.spanFrom(head.from()),
                name,
                head.mode(),
                alias ? "alias" : "other",
                List.of(),
                List.of(),
                List.of(),
                alias ? base : null,
                false,
                null,
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    private List<Operation> alias(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        if (!cursor.acceptAny("alias", "synonym")) {
            throw Expected.at(cursor, "ALIAS");
        }
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "for");
        if (cursor.peek(1).isName()) {
            cursor.acceptAny("table", "sequence", "module");
        }
        return new SynonymReader(language).to(cursor, head.from(), name, head.mode());
    }

    private List<Operation> alterSequence(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "sequence");
        QualifiedName name = language.name(cursor);
        return List.of(sequences.alter(cursor, from, name, false));
    }

    private List<Operation> createSchema(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "schema");
        String name = cursor.at("authorization") ? "" : language.simpleName(cursor);
        if (cursor.accept("authorization")) {
            String owner = language.simpleName(cursor);
            name = name.isEmpty() ? owner : name;
        }
        return List.of(new Operation.CreateSchema(cursor.spanFrom(from), name, CreateMode.CREATE, List.of()));
    }

    private List<Operation> renameIndex(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "rename", "index");
        QualifiedName index = language.name(cursor);
        Expected.next(cursor, "to");
        QualifiedName to = QualifiedName.of(language.simpleName(cursor));
        return List.of(
                new Operation.RenameObject(cursor.spanFrom(from), ObjectKind.INDEX, null, index, null, to, false));
    }

    // ---- statements of bodies

    private List<Operation> declare(TokenCursor cursor) {
        if (cursor.peek(1).is("global") && cursor.peek(2).is("temporary")) {
            return StatementForm.withoutEffect("table of the session").read(cursor);
        }
        return assignments.declareLocal(cursor);
    }

    private List<Operation> select(TokenCursor cursor) {
        List<Operation> filled = assignments.selectInto(cursor);
        return filled != null ? filled : data.read(cursor);
    }

    /** SET gives variables values, changes a setting, or says what names without a schema mean. */
    private List<Operation> set(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "set");
        int setting = cursor.index();
        boolean current = cursor.accept("current");
        if (cursor.acceptAny("schema", "sqlid")) {
            cursor.accept("=");
            return List.of(new Operation.SetDefaultSchema(cursor.spanFrom(from), schema(cursor)));
        }
        cursor.reset(setting);
        boolean assigns = cursor.peek(1).is("=") && !current;
        if (!assigns) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "session setting"));
        }
        return assignments.assignments(cursor, from);
    }

    private @Nullable String schema(TokenCursor cursor) {
        if (cursor.peek().kind() == TokenKind.STRING) {
            return language.string(cursor);
        }
        String name = language.simpleName(cursor);
        boolean own = List.of("USER", "SESSION_USER", "SYSTEM_USER", "CURRENT_USER", "DEFAULT")
                .contains(name);
        return own ? null : name;
    }

    private List<Operation> leave(TokenCursor cursor) {
        int from = cursor.index();
        boolean label = cursor.at("leave");
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(label ? new Operation.NoSchemaEffect(span, "loop control") : new Operation.Leave(span));
    }

    // ---- maintenance

    /** ADMIN_CMD runs what otherwise only the client can: of that, only REORG TABLE changes what a table allows. */
    private List<Operation> call(TokenCursor cursor) {
        int from = cursor.index();
        List<Operation> read = calls.call(cursor);
        if (read.size() != 1 || !(read.get(0) instanceof Operation.Call call)) {
            return read;
        }
        if (call.routine().name().toUpperCase(Locale.ROOT).equals("ADMIN_DROP_SCHEMA")) {
            return dropSchema(cursor.spanFrom(from), call);
        }
        if (!call.routine().name().toUpperCase(Locale.ROOT).equals("ADMIN_CMD")
                || call.arguments().isEmpty()) {
            return read;
        }
        Span span = cursor.spanFrom(from);
        TextExpression command = call.arguments().get(0).value();
        if (!(command instanceof TextExpression.Literal literal)) {
            return List.of(new Operation.NoSchemaEffect(span, "maintenance"));
        }
        List<Token> tokens = new Lexer(language.dialect()).tokens(literal.text());
        TokenCursor inner = new TokenCursor(literal.text().source(), tokens);
        return inner.at("reorg") && inner.peek(1).is("table")
                ? reorganize(inner)
                : List.of(new Operation.NoSchemaEffect(span, "maintenance"));
    }

    /** The one way to drop a schema that holds something. */
    private static List<Operation> dropSchema(Span span, Operation.Call call) {
        if (call.arguments().isEmpty() || !(call.arguments().get(0).value() instanceof TextExpression.Literal name)) {
            return List.of(new Operation.NotUnderstood(span, "the schema that is dropped is not said"));
        }
        String schema = name.text().text().replace("'", "").strip();
        return List.of(
                new Operation.DropObject(span, ObjectKind.SCHEMA, QualifiedName.of(schema), null, null, false, true));
    }

    private List<Operation> reorganize(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "reorg", "table");
        QualifiedName table = language.name(cursor);
        cursor.rest();
        return List.of(new Operation.Reorganize(cursor.spanFrom(from), table));
    }
}
