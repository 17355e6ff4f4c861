package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** The statements that H2 and HSQLDB have in common, as the standard has them. */
final class StandardObjects {
    private final Language language;
    private final DropReader drops;
    private final SequenceReader sequences;
    private final DomainReader domains;
    private final DataReader data;
    private final FunctionCallReader calls;
    private final StatementForm elements;

    /** @param elements reads what CREATE SCHEMA holds */
    StandardObjects(Language language, GuardReader guards, StatementForm elements) {
        this.language = language;
        this.drops = new DropReader(language);
        this.sequences = new SequenceReader(language);
        this.domains = new DomainReader(language);
        this.data = new DataReader(language);
        this.calls = new FunctionCallReader(language, new TextExpressionReader(language, guards), data);
        this.elements = elements;
    }

    void addTo(StatementForms forms) {
        StatementForm views = new ViewReader(language);
        StatementForm triggers = new TriggerReader(language);
        forms.on("create view|create or replace view|create recursive", views)
                .on("create trigger|create or replace trigger", triggers)
                .on("alter view", this::alterView)
                .on("create sequence", sequences::create)
                .on("alter sequence", this::alterSequence)
                .on("create domain|create type", domains::createDomain)
                .on("alter domain", domains::alterDomain)
                .on("create schema", new SchemaReader(language, elements))
                .on("alter schema", this::alterSchema)
                .on("create synonym|create or replace synonym", this::synonym)
                .on("comment on", new CommentReader(language))
                .on("grant|revoke", new PrivilegeReader(language))
                .withoutEffect("security principal", "create user|alter user|create role|drop user|drop role");
        rows(forms);
        drop(forms, ObjectKind.TABLE, "table");
        drop(forms, ObjectKind.VIEW, "view");
        drop(forms, ObjectKind.TRIGGER, "trigger");
        drop(forms, ObjectKind.SEQUENCE, "sequence");
        drop(forms, ObjectKind.TYPE, "domain", "type");
        drop(forms, ObjectKind.SCHEMA, "schema");
        drop(forms, ObjectKind.SYNONYM, "synonym");
    }

    private void rows(StatementForms forms) {
        forms.on("insert|update|delete|merge|with|values|(|select|table", data::read)
                .on("call", calls::call)
                .withoutEffect("transaction", "begin|start transaction|commit|rollback|savepoint|release savepoint")
                .withoutEffect("lock", "lock")
                .withoutEffect("maintenance", "checkpoint|explain|backup|script");
    }

    /** @param words each of which can stand between DROP and the names */
    void drop(StatementForms forms, ObjectKind kind, String... words) {
        for (String each : words) {
            forms.on("drop " + each, drops.of(kind, each));
        }
    }

    private List<Operation> alterView(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "view");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        if (cursor.accept("recompile") || cursor.accept("compile")) {
            return List.of(new Operation.RefreshModule(cursor.spanFrom(from), name));
        }
        Operation common = PostgreSqlAlterReader.common(language, cursor, from, ObjectKind.VIEW, name, null, ifExists);
        if (common != null) {
            return List.of(common);
        }
        cursor.reset(from);
        return new ViewReader(language).read(cursor);
    }

    private List<Operation> alterSequence(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "sequence");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        Operation common =
                PostgreSqlAlterReader.common(language, cursor, from, ObjectKind.SEQUENCE, name, null, ifExists);
        return List.of(common != null ? common : sequences.alter(cursor, from, name, ifExists));
    }

    private List<Operation> alterSchema(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "schema");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        Operation common =
                PostgreSqlAlterReader.common(language, cursor, from, ObjectKind.SCHEMA, name, null, ifExists);
        if (common == null) {
            throw Expected.at(cursor, "RENAME TO");
        }
        return List.of(common);
    }

    private List<Operation> synonym(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        Expected.next(cursor, "synonym");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "for");
        return new SynonymReader(language).to(cursor, head.from(), name, mode);
    }
}
