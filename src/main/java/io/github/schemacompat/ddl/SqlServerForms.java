package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of SQL Server that are not on tables or indexes. */
final class SqlServerForms {
    private static final Pattern NOTHING_BEHIND = Pattern.compile("(?i)[\\s;]*(?:GO[\\s;]*)*");

    private final Language language;
    private final DropReader drops;
    private final AssignmentReader assignments;
    private final SequenceReader sequences;
    private final DataReader data;

    SqlServerForms(Language language, GuardReader guards) {
        this.language = language;
        this.drops = new DropReader(language);
        this.assignments = new AssignmentReader(language, guards);
        this.sequences = new SequenceReader(language);
        this.data = new DataReader(language);
    }

    /** {@code name:}, where GOTO goes on. */
    static @Nullable StatementForm label(TokenCursor cursor) {
        boolean label = cursor.peek().isName()
                && cursor.peek(1).is(":")
                && cursor.peek().end() == cursor.peek(1).start();
        return label ? SqlServerForms::readLabel : null;
    }

    private static List<Operation> readLabel(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        cursor.next();
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "label"));
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        modules(forms);
        objects(forms);
        drops(forms);
        control(forms);
        server(forms);
        return forms;
    }

    private void modules(StatementForms forms) {
        StatementForm routines = new SqlServerRoutineReader(language);
        StatementForm triggers = new TriggerReader(language);
        StatementForm views = new ViewReader(language);
        for (String create : List.of("create", "alter", "create or alter")) {
            forms.on(create + " procedure|" + create + " proc|" + create + " function", routines)
                    .on(create + " trigger", triggers)
                    .on(create + " view", views);
        }
        forms.on("enable trigger", cursor -> triggerEnabled(cursor, true))
                .on("disable trigger", cursor -> triggerEnabled(cursor, false));
    }

    private void objects(StatementForms forms) {
        forms.on("create type", new SqlServerTypeReader(language))
                .on("create synonym", this::synonym)
                .on("create sequence", sequences::create)
                .on("alter sequence", this::alterSequence)
                .on("create schema", this::createSchema)
                .on("alter schema", this::transfer)
                .on("grant|revoke|deny", new PrivilegeReader(language))
                .on("create security policy|alter security policy", this::securityPolicy)
                .on("create aggregate", this::aggregate)
                .withoutEffect("default that counts where it is bound", "create default")
                .on("create rule", StatementForm.notFollowed("rules of this old kind are not followed"))
                .on("create xml schema", StatementForm.withoutEffect("XML schema collection"))
                .on("alter xml schema", StatementForm.withoutEffect("XML schema collection"))
                .on("add signature|add counter", StatementForm.withoutEffect("signature"));
    }

    private void drops(StatementForms forms) {
        drop(forms, ObjectKind.TABLE, "table", "external table");
        drop(forms, ObjectKind.VIEW, "view");
        drop(forms, ObjectKind.ROUTINE, "procedure", "proc", "function", "aggregate");
        drop(forms, ObjectKind.TRIGGER, "trigger");
        drop(forms, ObjectKind.SEQUENCE, "sequence");
        drop(forms, ObjectKind.TYPE, "type");
        drop(forms, ObjectKind.SYNONYM, "synonym");
        drop(forms, ObjectKind.SCHEMA, "schema");
        drop(
                forms,
                ObjectKind.OTHER,
                "default",
                "rule",
                "role",
                "user",
                "login",
                "security policy",
                "partition function",
                "partition scheme",
                "assembly",
                "xml schema collection");
        forms.withoutEffect(
                "server object",
                "drop database|drop certificate|drop symmetric|drop asymmetric|drop master|drop credential|drop service"
                        + "|drop queue|drop contract|drop message|drop route|drop broker|drop event|drop endpoint"
                        + "|drop server|drop availability|drop application|drop fulltext catalog|drop fulltext stoplist"
                        + "|drop search|drop column|drop external data|drop external file|drop resource|drop workload"
                        + "|drop cryptographic|drop signature|drop counter|drop remote|drop sensitivity");
        forms.withoutEffect("statistics", "drop statistics|create statistics|update statistics");
    }

    private void drop(StatementForms forms, ObjectKind kind, String... words) {
        for (String each : words) {
            forms.on("drop " + each, drops.of(kind, each));
        }
    }

    private void control(StatementForms forms) {
        SqlServerExecuteReader execute = new SqlServerExecuteReader(language, assignments.texts());
        forms.on("exec|execute", execute)
                .on("sp_rename|sp_refreshview|sp_refreshsqlmodule|sp_executesql|sp_addextendedproperty", execute)
                .on("sp_updateextendedproperty|sp_dropextendedproperty|sp_recompile|sp_addtype|sp_droptype", execute)
                .on("declare", assignments::declare)
                .on("set", this::set)
                .on("select", this::select)
                .on("update|delete|merge|with|(", data::read)
                .on("insert", cursor -> insert(cursor, execute))
                .on("bulk insert", this::bulkInsert)
                .on("use", this::use)
                .on("return|throw|raiserror", this::leave)
                .withoutEffect("transaction", "begin tran|begin transaction|begin distributed|commit|rollback|save|end")
                .withoutEffect("conversation", "begin dialog|begin conversation|end conversation|send|receive|get|move")
                .on("fetch", assignments::fetch)
                .withoutEffect("cursor", "open|close|deallocate")
                .withoutEffect("output", "print")
                .withoutEffect("waiting", "waitfor")
                .withoutEffect("loop control", "break|continue|goto")
                .withoutEffect("session setting", "revert|setuser")
                .withoutEffect("large value", "readtext|writetext|updatetext");
    }

    private void server(StatementForms forms) {
        forms.on("dbcc", this::dbcc)
                .withoutEffect(
                        "maintenance",
                        "checkpoint|kill|backup|restore|reconfigure|shutdown|alter database|alter index all|create database")
                .withoutEffect(
                        "security principal",
                        "create role|alter role|create user|alter user|create login|alter login|create application"
                                + "|alter application|alter authorization|create certificate|alter certificate"
                                + "|create symmetric|alter symmetric|create asymmetric|alter asymmetric|create master"
                                + "|alter master|create credential|alter credential|create database scoped"
                                + "|create database audit|create server|alter server|create column|open symmetric"
                                + "|open master|close symmetric|close master|close all|create cryptographic"
                                + "|add sensitivity|alter service master|create external data|alter external data"
                                + "|create external file|create external resource|create external library")
                .withoutEffect(
                        "storage",
                        "create partition function|alter partition function|create partition scheme"
                                + "|alter partition scheme|create fulltext catalog|alter fulltext catalog"
                                + "|create fulltext stoplist|alter fulltext stoplist|create search|alter search"
                                + "|create assembly|alter assembly|create resource|alter resource|create workload")
                .withoutEffect(
                        "messaging",
                        "create service|alter service|create queue|alter queue|create contract|create message"
                                + "|alter message|create route|alter route|create broker|create event|create endpoint"
                                + "|alter endpoint|create availability|alter availability|create remote|alter remote")
                .on(
                        ":setvar|:r|:on|:connect|:out|:error|:exit|:quit|:reset|:serverlist|:list|:xml|:listvar",
                        cursor -> {
                            int from = cursor.index();
                            boolean included = cursor.peek().text().equalsIgnoreCase(":r");
                            cursor.rest();
                            Span span = cursor.spanFrom(from);
                            return List.of(
                                    included
                                            ? new Operation.NotUnderstood(span, StatementForm.OTHER_FILE)
                                            : new Operation.NoSchemaEffect(span, "sqlcmd command"));
                        })
                .on("exit|quit", SqlServerForms::exit);
    }

    /** sqlcmd and osql take these two without a colon as well: nothing behind them is run. */
    private static List<Operation> exit(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        cursor.accept(";");
        boolean alone = cursor.atEnd();
        cursor.rest();
        Span span = cursor.spanFrom(from);
        String behind = span.source().text().substring(span.end());
        return List.of(
                alone && NOTHING_BEHIND.matcher(behind).matches()
                        ? new Operation.NoSchemaEffect(span, "sqlcmd command")
                        : new Operation.NotUnderstood(span, "sqlcmd ends here, and what stands behind it is not run"));
    }

    private List<Operation> select(TokenCursor cursor) {
        List<Operation> assigned = assignments.select(cursor);
        return assigned != null ? assigned : data.read(cursor);
    }

    private List<Operation> set(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        if (cursor.peek().kind() == TokenKind.VARIABLE && cursor.peek(1).isAny("=", "+=")) {
            // a comma can't stand between two assignments here
            String operator = cursor.peek(1).text();
            List<Operation> read = assignments.assignments(cursor, from);
            if (read.size() != 1) {
                throw Expected.at(cursor, "one value behind " + operator);
            }
            return read;
        }
        if (cursor.atEnd()) {
            throw Expected.at(cursor, "an option");
        }
        List<Token> said = cursor.rest();
        Span span = cursor.spanFrom(from);
        Token value = said.get(said.size() - 1);
        List<Operation> stored = new ArrayList<>();
        for (Token option : said) {
            if (option.isAny("quoted_identifier", "ansi_nulls") && value.isAny("on", "off")) {
                stored.add(new Operation.SetStoredOption(span, Language.lower(option), value.is("on")));
            } else if (option.isAny("ansi_null_dflt_on", "ansi_null_dflt_off") && value.isAny("on", "off")) {
                boolean nullable = option.is("ansi_null_dflt_on") == value.is("on");
                stored.add(new Operation.SetStoredOption(span, Operation.NULLABLE_BY_DEFAULT, nullable));
            }
        }
        return stored.isEmpty() ? List.of(new Operation.NoSchemaEffect(span, "session setting")) : stored;
    }

    private List<Operation> leave(TokenCursor cursor) {
        int from = cursor.index();
        boolean error = cursor.at("raiserror");
        cursor.rest();
        // RAISERROR goes on behind it, as long as nothing catches it
        return List.of(
                error
                        ? new Operation.NoSchemaEffect(cursor.spanFrom(from), "output")
                        : new Operation.Leave(cursor.spanFrom(from)));
    }

    private List<Operation> use(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "use");
        language.simpleName(cursor);
        // another database, not another schema
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "session setting"));
    }

    /** {@code INSERT INTO t EXEC …} runs that, and keeps its rows. */
    private List<Operation> insert(TokenCursor cursor, SqlServerExecuteReader execute) {
        int from = cursor.index();
        List<Operation> operations = new ArrayList<>(data.read(cursor));
        List<Token> tokens = cursor.between(from, cursor.index());
        int at = 1;
        while (at < tokens.size() && !tokens.get(at).isAny("exec", "execute", "select", "values")) {
            at++;
        }
        if (at < tokens.size() && tokens.get(at).isAny("exec", "execute")) {
            operations.addAll(execute.read(new TokenCursor(cursor.source(), tokens.subList(at, tokens.size()))));
        }
        return operations;
    }

    private List<Operation> bulkInsert(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "bulk", "insert");
        QualifiedName target = language.name(cursor);
        cursor.rest();
        return List.of(new Operation.Data(cursor.spanFrom(from), "insert", target, List.of(), false, List.of()));
    }

    private List<Operation> synonym(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "synonym");
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "for");
        return new SynonymReader(language).to(cursor, from, name, CreateMode.CREATE);
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
        String name =
                cursor.at("authorization") ? language.simpleName(authorized(cursor)) : language.simpleName(cursor);
        if (cursor.accept("authorization")) {
            language.simpleName(cursor);
        }
        return List.of(new Operation.CreateSchema(cursor.spanFrom(from), name, CreateMode.CREATE, List.of()));
    }

    private static TokenCursor authorized(TokenCursor cursor) {
        cursor.next();
        return cursor;
    }

    private List<Operation> transfer(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "schema");
        String schema = language.simpleName(cursor);
        Expected.next(cursor, "transfer");
        ObjectKind kind = null;
        if (cursor.peek(1).is("::")) {
            if (cursor.at("type")) {
                kind = ObjectKind.TYPE;
            } else if (!cursor.at("object")) {
                kind = ObjectKind.OTHER;
            }
            cursor.next();
            cursor.next();
        } else if (cursor.peek(2).is(":") || cursor.peek(1).is(":")) {
            throw Expected.at(cursor, "OBJECT:: or TYPE::");
        }
        QualifiedName name = language.name(cursor);
        return List.of(new Operation.MoveObject(cursor.spanFrom(from), kind, name, null, schema, false));
    }

    private List<Operation> aggregate(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "aggregate");
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(from);
        int afterName = cursor.index();
        cursor.rest();
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                "aggregate",
                CreateMode.CREATE,
                List.of(),
                null,
                "clr",
                null,
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    /** A policy hides rows of the tables that it names, or refuses them. */
    private List<Operation> securityPolicy(TokenCursor cursor) {
        int from = cursor.index();
        List<Operation> operations = new ArrayList<>();
        boolean dropped = false;
        while (!cursor.atEnd()) {
            if (cursor.accept("with", "(", "state", "=", "off")) {
                cursor.rest();
                return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "policy that is switched off"));
            }
            if (cursor.at("drop")) {
                dropped = true;
            } else if (cursor.at("add") || cursor.at("alter")) {
                dropped = false;
            }
            if (cursor.accept("on") && cursor.peek().isName()) {
                QualifiedName table = language.name(cursor);
                Span span = cursor.spanFrom(from);
                operations.add(new Operation.AlterTable(
                        span, table, false, List.of(new TableAction.RowSecurity(span, !dropped))));
            } else if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        if (operations.isEmpty()) {
            operations.add(
                    new Operation.NotUnderstood(cursor.spanFrom(from), "the tables of the policy are not named"));
        }
        return operations;
    }

    private List<Operation> triggerEnabled(TokenCursor cursor, boolean enabled) {
        int from = cursor.index();
        cursor.next();
        Expected.next(cursor, "trigger");
        List<QualifiedName> triggers = new ArrayList<>();
        boolean all = cursor.accept("all");
        if (!all) {
            triggers.addAll(language.nameList(cursor));
        }
        Expected.next(cursor, "on");
        QualifiedName table = null;
        if (!cursor.accept("database") && !cursor.accept("all", "server")) {
            table = language.name(cursor);
        }
        Span span = cursor.spanFrom(from);
        if (all) {
            return List.of(new Operation.SetTriggerEnabled(span, null, table, enabled));
        }
        QualifiedName on = table;
        return triggers.stream()
                .<Operation>map(each -> new Operation.SetTriggerEnabled(span, each, on, enabled))
                .toList();
    }

    /** CHECKIDENT with RESEED sets where a table's numbering goes on; the rest looks and repairs. */
    private List<Operation> dbcc(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "dbcc");
        if (!cursor.accept("checkident")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "maintenance"));
        }
        Expected.next(cursor, "(");
        List<String> parts = cursor.peek().kind() == TokenKind.STRING
                ? language.partsIn(language.string(cursor))
                : language.nameParts(cursor);
        if (parts.isEmpty()) {
            throw Expected.at(cursor, "a table");
        }
        QualifiedName table = language.qualified(parts);
        boolean reseed = cursor.accept(",", "reseed");
        String value = null;
        if (reseed && cursor.accept(",")) {
            String sign = cursor.accept("-") ? "-" : "";
            value = sign + cursor.next().text();
        }
        cursor.rest();
        Span span = cursor.spanFrom(from);
        if (value == null) {
            // corrects the numbering to the highest value there is, if at all
            return List.of(new Operation.NoSchemaEffect(span, "maintenance"));
        }
        return List.of(
                new Operation.AlterTable(span, table, false, List.of(new TableAction.RestartIdentity(span, value))));
    }
}
