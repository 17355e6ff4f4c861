package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** The statements of MySQL and MariaDB, and of their routines' bodies, that are not on tables or indexes. */
final class MySqlForms {
    private final Language language;
    private final DropReader drops;
    private final SequenceReader sequences;
    private final AssignmentReader assignments;
    private final DataReader data;
    private final FunctionCallReader calls;
    private final DynamicStatements dynamic;

    MySqlForms(Language language, GuardReader guards) {
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
        drops(forms);
        rows(forms);
        body(forms);
        server(forms);
        return forms;
    }

    private void modules(StatementForms forms) {
        ModuleForm modules = new ModuleForm();
        for (String create : List.of("create", "create or replace", "alter")) {
            for (String word : List.of("view", "algorithm", "definer", "sql")) {
                forms.on(create + " " + word, modules);
            }
            if (!create.equals("alter")) {
                forms.on(
                                create + " procedure|" + create + " function|" + create + " trigger|" + create
                                        + " event",
                                modules)
                        .on(create + " aggregate", modules)
                        .on(create + " sequence", sequences::create)
                        .on(create + " temporary sequence", sequences::create)
                        .on(create + " database|" + create + " schema", this::createDatabase)
                        .on(create + " package", StatementForm.notFollowed("packages are not followed"));
            }
        }
        forms.on("alter sequence", this::alterSequence)
                .withoutEffect("routine option", "alter procedure|alter function")
                .withoutEffect("scheduled event", "alter event")
                .withoutEffect("database option", "alter database|alter schema")
                .on("grant|revoke", new PrivilegeReader(language));
    }

    /** The kind comes behind DEFINER and its like. */
    private final class ModuleForm implements StatementForm {
        private final StatementForm views = new ViewReader(language);
        private final StatementForm routines = new MySqlRoutineReader(language);
        private final StatementForm triggers = new TriggerReader(language);

        @Override
        public List<Operation> read(TokenCursor cursor) {
            int from = cursor.index();
            ModuleHead head = ModuleHead.read(cursor);
            String kind = head.words().contains("event") ? "event" : Language.lower(cursor.peek());
            cursor.reset(from);
            return switch (kind) {
                case "view" -> views.read(cursor);
                case "procedure", "function" -> routines.read(cursor);
                case "trigger" -> triggers.read(cursor);
                case "event" -> event(cursor);
                default -> {
                    ModuleHead.read(cursor);
                    throw Expected.at(cursor, "VIEW, PROCEDURE, FUNCTION, TRIGGER or EVENT");
                }
            };
        }
    }

    /** What it changes in rows, it does some time; what it changes in the schema breaks whoever runs then. */
    private static List<Operation> event(TokenCursor cursor) {
        int from = cursor.index();
        boolean ddl = false;
        boolean begins = false;
        while (!cursor.atEnd()) {
            ddl |= begins && cursor.peek().isAny("alter", "create", "drop", "rename", "truncate");
            begins = cursor.peek().isAny("do", "begin", ";", "then", "else");
            cursor.next();
        }
        return List.of(
                ddl
                        ? new Operation.NotUnderstood(
                                cursor.spanFrom(from), "the event changes the schema at some time")
                        : new Operation.NoSchemaEffect(cursor.spanFrom(from), "scheduled event"));
    }

    private void drops(StatementForms forms) {
        drop(forms, ObjectKind.TABLE, "table", "tables", "temporary table", "temporary tables");
        drop(forms, ObjectKind.VIEW, "view");
        drop(forms, ObjectKind.ROUTINE, "procedure", "function");
        drop(forms, ObjectKind.TRIGGER, "trigger");
        drop(forms, ObjectKind.SEQUENCE, "sequence", "temporary sequence");
        drop(forms, ObjectKind.SCHEMA, "schema", "database");
        drop(forms, ObjectKind.OTHER, "event", "server");
        forms.on("drop package", StatementForm.notFollowed("packages are not followed"))
                .on("drop prepare|deallocate prepare", StatementForm.withoutEffect("prepared statement"))
                .withoutEffect("security principal", "drop user|drop role")
                .withoutEffect("storage", "drop tablespace|drop undo|drop logfile|drop resource|drop spatial");
    }

    private void drop(StatementForms forms, ObjectKind kind, String... words) {
        for (String each : words) {
            forms.on("drop " + each, drops.of(kind, each));
        }
    }

    private void rows(StatementForms forms) {
        forms.on("insert|update|delete|replace|with|values|(|table", data::read)
                .on("select", this::select)
                .on("do", StatementForm.withoutEffect("expression"))
                .on("load data|load xml", this::load)
                .on("load index", StatementForm.withoutEffect("maintenance"))
                .on("handler", StatementForm.withoutEffect("reading rows"))
                .on("call", calls::call);
    }

    private void body(StatementForms forms) {
        forms.on("declare", assignments::declareLocal)
                .on("set", this::set)
                .on("prepare", dynamic::prepare)
                .on("execute", dynamic::execute)
                .on("return|leave|signal|resignal", this::leave)
                .withoutEffect("loop control", "iterate")
                .withoutEffect("diagnostics", "get diagnostics|get current|get stacked|get")
                .withoutEffect("cursor", "open|fetch|close");
    }

    private void server(StatementForms forms) {
        forms.on("use", this::use)
                .withoutEffect("transaction", "begin|start transaction|commit|rollback|savepoint|release savepoint|xa")
                .withoutEffect("lock", "lock|unlock")
                .withoutEffect(
                        "maintenance",
                        "analyze|optimize|check|repair|checksum|flush|reset|purge|kill|cache|explain|describe|desc|show"
                                + "|help|binlog|backup|shutdown|restart|clone")
                .withoutEffect("replication", "change|start|stop")
                .withoutEffect("plugin", "install|uninstall")
                .withoutEffect(
                        "security principal",
                        "create user|create or replace user|alter user|create role|create or replace role|alter role"
                                + "|rename user")
                .withoutEffect(
                        "storage",
                        "create tablespace|alter tablespace|create undo|alter undo|create logfile|alter logfile"
                                + "|create server|alter server|create resource|alter resource|create spatial"
                                + "|alter instance")
                .withoutEffect("client command", "delimiter")
                .on("source", StatementForm.notFollowed(StatementForm.OTHER_FILE))
                .on("\\", this::backslash);
    }

    private List<Operation> createDatabase(TokenCursor cursor) {
        int from = cursor.index();
        ModuleHead head = ModuleHead.read(cursor);
        cursor.next();
        CreateMode mode = head.orIfNotExists(cursor);
        String name = language.simpleName(cursor);
        cursor.rest();
        return List.of(new Operation.CreateSchema(cursor.spanFrom(from), name, mode, List.of()));
    }

    private List<Operation> alterSequence(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "sequence");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        return List.of(sequences.alter(cursor, from, name, ifExists));
    }

    private List<Operation> select(TokenCursor cursor) {
        List<Operation> filled = assignments.selectInto(cursor);
        return filled != null ? filled : data.read(cursor);
    }

    private List<Operation> load(TokenCursor cursor) {
        int from = cursor.index();
        while (!cursor.atEnd() && !cursor.atSequence("into", "table")) {
            cursor.next();
        }
        Expected.next(cursor, "into", "table");
        QualifiedName target = language.name(cursor);
        cursor.rest();
        return List.of(new Operation.Data(cursor.spanFrom(from), "insert", target, List.of(), false, List.of()));
    }

    /** SET gives variables values, or changes a setting; one statement can do both. */
    private List<Operation> set(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "set");
        if (cursor.atEnd()) {
            throw Expected.at(cursor, "a variable or a setting");
        }
        Token first = cursor.peek();
        boolean setting = first.text().startsWith("@@")
                || first.isAny(
                        "names",
                        "charset",
                        "character",
                        "global",
                        "session",
                        "local",
                        "persist",
                        "persist_only",
                        "password",
                        "role",
                        "default",
                        "transaction",
                        "statement",
                        "resource");
        boolean row = first.isAny("new", "old") && cursor.peek(1).is(".");
        boolean assigns = cursor.peek(1).isAny("=", ":=");
        if (setting || row || !assigns) {
            cursor.rest();
            String reason = row ? "value of a row" : "session setting";
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), reason));
        }
        return assignments.assignments(cursor, from);
    }

    private List<Operation> leave(TokenCursor cursor) {
        int from = cursor.index();
        cursor.rest();
        return List.of(new Operation.Leave(cursor.spanFrom(from)));
    }

    /** {@code \. file} runs it; the others print, or set how the client prints. */
    private List<Operation> backslash(TokenCursor cursor) {
        StatementForm form = cursor.peek(1).is(".")
                ? StatementForm.notFollowed(StatementForm.OTHER_FILE)
                : StatementForm.withoutEffect("client command");
        return form.read(cursor);
    }

    private List<Operation> use(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "use");
        String schema = language.simpleName(cursor);
        Span span = cursor.spanFrom(from);
        return List.of(new Operation.SetDefaultSchema(span, schema));
    }
}
