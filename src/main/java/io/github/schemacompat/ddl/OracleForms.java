package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of Oracle that are not on tables or indexes, and the commands of SQL*Plus. */
final class OracleForms {
    /** What such a line says after its first word is no SQL. */
    static final String COMMAND = "SQL*Plus command";

    private final Language language;
    private final DropReader drops;
    private final SequenceReader sequences;
    private final OracleTypeReader types;
    private final AssignmentReader assignments;
    private final DataReader data;
    private final PlSqlForms block;

    OracleForms(Language language, GuardReader guards) {
        this.language = language;
        this.drops = new DropReader(language);
        this.sequences = new SequenceReader(language);
        this.types = new OracleTypeReader(language);
        this.assignments = new AssignmentReader(language, guards);
        this.data = new DataReader(language);
        this.block = new PlSqlForms(language, assignments, data);
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        forms.on("create", new Create());
        alters(forms);
        drops(forms);
        rows(forms);
        block.register(forms);
        session(forms);
        commands(forms);
        return forms;
    }

    /** Assignments and calls, which no word of a statement begins. */
    @Nullable
    StatementForm wordless(TokenCursor cursor) {
        return block.wordless(cursor);
    }

    /** The kind comes behind OR REPLACE, EDITIONABLE, FORCE and their like. */
    private final class Create implements StatementForm {
        private final StatementForm views = new ViewReader(language);
        private final StatementForm routines = new OracleRoutineReader(language);
        private final StatementForm packages = new OraclePackageReader(language);
        private final StatementForm triggers = new TriggerReader(language);

        @Override
        public List<Operation> read(TokenCursor cursor) {
            int from = cursor.index();
            ModuleHead head = ModuleHead.read(cursor);
            boolean log = cursor.at("view") && cursor.peek(1).is("log") || cursor.at("zonemap");
            String kind = Language.lower(cursor.peek());
            boolean materialized = head.words().contains("materialized");
            cursor.reset(from);
            if (materialized && log) {
                return StatementForm.withoutEffect("log of a materialized view").read(cursor);
            }
            return switch (kind) {
                case "view" -> views.read(cursor);
                case "procedure", "function" -> routines.read(cursor);
                case "package" -> packages.read(cursor);
                case "trigger" -> triggers.read(cursor);
                case "type" -> types.create(cursor);
                case "sequence" -> sequences.create(cursor);
                case "synonym" -> synonym(cursor);
                case "schema" -> throw Expected.that("several objects in one CREATE SCHEMA are not followed");
                case "user" -> user(cursor);
                case "role", "profile" ->
                    StatementForm.withoutEffect("security principal").read(cursor);
                case "tablespace",
                        "bigfile",
                        "smallfile",
                        "undo",
                        "directory",
                        "database",
                        "pluggable",
                        "controlfile",
                        "pfile",
                        "spfile",
                        "diskgroup",
                        "rollback",
                        "shared",
                        "restore",
                        "lockdown",
                        "flashback" -> StatementForm.withoutEffect("storage").read(cursor);
                case "context",
                        "edition",
                        "dimension",
                        "operator",
                        "indextype",
                        "outline",
                        "library",
                        "java",
                        "and",
                        "attribute",
                        "analytic",
                        "hierarchy",
                        "audit",
                        "cluster",
                        "inmemory",
                        "domain" ->
                    StatementForm.withoutEffect("object that no schema model holds")
                            .read(cursor);
                default -> {
                    ModuleHead.read(cursor);
                    throw Expected.at(cursor, "the kind of object that is created");
                }
            };
        }
    }

    private List<Operation> synonym(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        Expected.next(cursor, "synonym");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        if (cursor.accept("sharing", "=")) {
            cursor.next();
        }
        Expected.next(cursor, "for");
        return new SynonymReader(language).to(cursor, head.from(), name, mode);
    }

    /** A user is a schema. */
    private List<Operation> user(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "user");
        boolean guarded = language.acceptIfNotExists(cursor);
        String name = language.simpleName(cursor);
        cursor.rest();
        CreateMode mode = guarded ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        return List.of(new Operation.CreateSchema(cursor.spanFrom(from), name, mode, List.of()));
    }

    private void alters(StatementForms forms) {
        forms.on("alter sequence", this::alterSequence)
                .on("alter type", types::alter)
                .on("alter trigger", this::alterTrigger)
                .on("alter session", this::alterSession)
                .withoutEffect(
                        "recompilation",
                        "alter view|alter procedure|alter function|alter package|alter synonym|alter public synonym"
                                + "|alter java|alter library|alter operator|alter indextype|alter dimension|alter outline")
                .withoutEffect("refresh of a materialized view", "alter materialized view|alter materialized zonemap")
                .withoutEffect("security principal", "alter user|alter role|alter profile")
                .withoutEffect(
                        "storage",
                        "alter tablespace|alter database|alter system|alter cluster|alter diskgroup|alter resource"
                                + "|alter rollback|alter pluggable|alter flashback|alter audit|alter lockdown|alter inmemory");
    }

    private List<Operation> alterSequence(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "sequence");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        return List.of(sequences.alter(cursor, from, name, ifExists));
    }

    private List<Operation> alterTrigger(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "trigger");
        QualifiedName name = language.name(cursor);
        if (cursor.acceptAny("enable", "disable")) {
            boolean enabled = cursor.previous().is("enable");
            return List.of(new Operation.SetTriggerEnabled(cursor.spanFrom(from), name, null, enabled));
        }
        if (cursor.accept("rename", "to")) {
            QualifiedName to = language.name(cursor);
            return List.of(
                    new Operation.RenameObject(cursor.spanFrom(from), ObjectKind.TRIGGER, null, name, null, to, false));
        }
        if (!cursor.acceptAny("compile", "editionable", "noneditionable")) {
            throw Expected.at(cursor, "ENABLE, DISABLE, RENAME or COMPILE");
        }
        cursor.rest();
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "recompilation"));
    }

    private List<Operation> alterSession(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "session");
        if (cursor.accept("set", "current_schema")) {
            cursor.accept("=");
            String schema = language.simpleName(cursor);
            return List.of(new Operation.SetDefaultSchema(cursor.spanFrom(from), schema));
        }
        cursor.rest();
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "session setting"));
    }

    private void drops(StatementForms forms) {
        drop(forms, ObjectKind.TABLE, "table");
        drop(forms, ObjectKind.VIEW, "view", "materialized view");
        drop(forms, ObjectKind.ROUTINE, "procedure", "function", "package", "type body");
        drop(forms, ObjectKind.TRIGGER, "trigger");
        drop(forms, ObjectKind.SEQUENCE, "sequence");
        drop(forms, ObjectKind.TYPE, "type");
        drop(forms, ObjectKind.SYNONYM, "synonym", "public synonym");
        drop(forms, ObjectKind.SCHEMA, "user");
        drop(forms, ObjectKind.OTHER, "role", "profile");
        forms.on("drop package body", this::dropPackageBody)
                .withoutEffect("log of a materialized view", "drop materialized view log|drop materialized zonemap")
                .withoutEffect(
                        "object that no schema model holds",
                        "drop context|drop edition|drop dimension|drop operator|drop indextype|drop outline|drop library"
                                + "|drop java|drop cluster|drop attribute|drop analytic|drop hierarchy|drop audit|drop domain"
                                + "|drop inmemory")
                .withoutEffect(
                        "storage",
                        "drop tablespace|drop directory|drop database|drop public database|drop rollback|drop diskgroup"
                                + "|drop restore|drop pluggable|drop flashback|drop lockdown");
    }

    private void drop(StatementForms forms, ObjectKind kind, String... words) {
        for (String each : words) {
            forms.on("drop " + each, drops.of(kind, each));
        }
    }

    private List<Operation> dropPackageBody(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "drop", "package", "body");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        return List.of(new Operation.DropPackageBody(cursor.spanFrom(from), name, ifExists));
    }

    private void rows(StatementForms forms) {
        forms.on("insert|update|delete|merge|with|(", data::read)
                .on("comment on", new CommentReader(language))
                .on("grant|revoke", new PrivilegeReader(language));
    }

    private static void session(StatementForms forms) {
        forms.withoutEffect("transaction", "commit|rollback|savepoint|set transaction|set constraint|set constraints")
                .withoutEffect("session setting", "set role")
                .withoutEffect("lock", "lock table")
                .withoutEffect(
                        "maintenance", "analyze|explain plan|purge|associate|disassociate|truncate cluster|administer")
                .withoutEffect("auditing", "audit|noaudit")
                .on("flashback", StatementForm.notFollowed("what comes back by FLASHBACK is not known"));
    }

    private void commands(StatementForms forms) {
        forms.withoutEffect(
                        COMMAND,
                        "accept|archive|break|btitle|clear|col|column|compute|copy|def|define|desc|describe|disc"
                                + "|disconnect|exit|host|pause|print|pro|prompt|quit|rem|remark|set|sho|show|spo|spool"
                                + "|timing|ttitle|undef|undefine|var|variable|whenever|!")
                .on("exec|execute", this::execute)
                .on("conn|connect", this::connect)
                .on("@|start", StatementForm.notFollowed(StatementForm.OTHER_FILE));
    }

    /** {@code EXEC p(…)} is short for a block around one statement; EXECUTE IMMEDIATE stands in blocks. */
    private List<Operation> execute(TokenCursor cursor) {
        if (cursor.peek(1).is("immediate")) {
            return block.executeImmediate(cursor);
        }
        cursor.next();
        StatementForm form = block.wordless(cursor);
        if (form == null) {
            throw Expected.at(cursor, "a call");
        }
        return form.read(cursor);
    }

    /** Another user's names mean another schema. */
    private List<Operation> connect(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        boolean named = cursor.peek().isName() && cursor.peek(1).is("/");
        String user = named ? language.simpleName(cursor) : null;
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(
                user == null
                        ? new Operation.NoSchemaEffect(span, COMMAND)
                        : new Operation.SetDefaultSchema(span, user));
    }
}
