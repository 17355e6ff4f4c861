package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** The statements of H2 that are not on tables or indexes. */
final class H2Forms {
    private final Language language;
    private final StandardObjects objects;
    private final DynamicStatements dynamic;

    /** @param elements reads what CREATE SCHEMA holds */
    H2Forms(Language language, GuardReader guards, StatementForm elements) {
        this.language = language;
        this.objects = new StandardObjects(language, guards, elements);
        this.dynamic = new DynamicStatements(language, new AssignmentReader(language, guards).texts());
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        objects.addTo(forms);
        StatementForm views = new ViewReader(language);
        for (String create : List.of("create", "create or replace")) {
            forms.on(create + " force view|" + create + " materialized", views)
                    .on(create + " force trigger", new TriggerReader(language))
                    .on(create + " alias|" + create + " force alias", this::alias)
                    .on(create + " aggregate|" + create + " force aggregate", this::alias);
        }
        objects.drop(forms, ObjectKind.ROUTINE, "alias", "aggregate");
        objects.drop(forms, ObjectKind.TYPE, "datatype");
        objects.drop(forms, ObjectKind.VIEW, "materialized view");
        objects.drop(forms, ObjectKind.OTHER, "constant");
        forms.on("create datatype", new DomainReader(language)::createDomain)
                .on("drop all", StatementForm.notFollowed("everything is dropped"))
                .on("runscript", StatementForm.notFollowed(StatementForm.OTHER_FILE))
                .on("execute immediate", dynamic::execute)
                .withoutEffect("constant", "create constant")
                .withoutEffect("refresh of rows", "refresh materialized")
                .withoutEffect("maintenance", "analyze|shutdown|help|show")
                .on("use", this::schema)
                .on("set schema", this::schema)
                .withoutEffect("setting", "set");
        linkedTables(forms);
        return forms;
    }

    private static void linkedTables(StatementForms forms) {
        StatementForm linked = StatementForm.notFollowed("what a linked table holds is said in another database");
        for (String word : List.of("", "force ", "global ", "local ", "temporary ", "force local ", "force global ")) {
            forms.on("create " + word + "linked", linked);
        }
    }

    /** {@code CREATE ALIAS a FOR 'class.method'} or {@code AS $$ source $$}; aggregates are made alike. */
    private List<Operation> alias(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        boolean aggregate = head.words().contains("aggregate");
        if (!aggregate) {
            Expected.next(cursor, "alias");
        }
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        while (cursor.acceptAny("deterministic", "nobuffer")) {
            // how its results may be kept
        }
        if (!cursor.acceptAny("for", "as")) {
            throw Expected.at(cursor, "FOR or AS");
        }
        Token code = cursor.next();
        if (code == TokenCursor.END) {
            throw Expected.at(cursor, "a method or its source");
        }
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                aggregate ? "aggregate" : "function",
                mode,
                List.of(),
                null,
                "java",
                null,
                language.normal(cursor.between(afterName, cursor.index()))));
    }

    private List<Operation> schema(TokenCursor cursor) {
        int from = cursor.index();
        if (!cursor.accept("use")) {
            Expected.next(cursor, "set", "schema");
        }
        String schema = language.simpleName(cursor);
        return List.of(new Operation.SetDefaultSchema(cursor.spanFrom(from), schema));
    }
}
