package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** The statements of HSQLDB, and of its routines' bodies, that are not on tables or indexes. */
final class HsqldbForms {
    private final Language language;
    private final StandardObjects objects;

    /** @param elements reads what CREATE SCHEMA holds */
    HsqldbForms(Language language, GuardReader guards, StatementForm elements) {
        this.language = language;
        this.objects = new StandardObjects(language, guards, elements);
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        objects.addTo(forms);
        StatementForm routines = new HsqldbRoutineReader(language);
        forms.on("create procedure|create function|create aggregate", routines)
                .on("alter routine", this::renameRoutine)
                .on(
                        "alter procedure|alter function|alter specific",
                        StatementForm.notFollowed(
                                "the body of a routine that is altered by its specific name is not followed"))
                .on("alter constraint", this::renameConstraint)
                .on("drop specific", StatementForm.notFollowed("specific names of routines are not followed"))
                .withoutEffect(
                        "character set, collation or translation",
                        "create character|create collation|create translation|drop character|drop collation"
                                + "|drop translation|drop assembly|create module|drop module|create cast|drop cast")
                .withoutEffect(
                        "session or database setting",
                        "alter session|alter catalog|disconnect|shutdown"
                                + "|perform|connect|declare|open|close|fetch|export|import")
                .on("set schema", this::schema)
                .on("set table", this::setTable)
                .withoutEffect("setting", "set")
                .withoutEffect("loop control", "iterate")
                .withoutEffect("diagnostics", "get")
                .on("return|leave|signal|resignal", HsqldbForms::leave);
        objects.drop(forms, ObjectKind.ROUTINE, "procedure", "function", "routine", "aggregate function", "aggregate");
        return forms;
    }

    private static List<Operation> leave(TokenCursor cursor) {
        int from = cursor.index();
        cursor.rest();
        return List.of(new Operation.Leave(cursor.spanFrom(from)));
    }

    /** The one thing that can be altered of a routine by its name. */
    private List<Operation> renameRoutine(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "routine");
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "rename", "to");
        QualifiedName to = QualifiedName.of(language.name(cursor).name());
        Span span = cursor.spanFrom(from);
        return List.of(new Operation.RenameObject(span, ObjectKind.ROUTINE, null, name, null, to, false));
    }

    /** {@code ALTER CONSTRAINT a RENAME TO b}: constraints are named once per schema. */
    private List<Operation> renameConstraint(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "constraint");
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "rename", "to");
        QualifiedName to = QualifiedName.of(language.name(cursor).name());
        Span span = cursor.spanFrom(from);
        return List.of(new Operation.RenameObject(span, ObjectKind.CHECK, null, name, null, to, false));
    }

    /** {@code SET TABLE t READ ONLY}, {@code READONLY TRUE}; the rest is about where its rows are kept. */
    private List<Operation> setTable(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "set", "table");
        QualifiedName table = language.name(cursor);
        boolean only = cursor.accept("read", "only") || cursor.accept("readonly", "true");
        boolean write = cursor.accept("read", "write") || cursor.accept("readonly", "false");
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(
                only || write
                        ? new Operation.AlterTable(span, table, false, List.of(new TableAction.ReadOnly(span, only)))
                        : new Operation.NoSchemaEffect(span, "setting"));
    }

    private List<Operation> schema(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "set", "schema");
        if (cursor.accept("default")) {
            return List.of(new Operation.SetDefaultSchema(cursor.spanFrom(from), null));
        }
        Token said = cursor.peek();
        String schema = said.kind() == io.github.schemacompat.sql.TokenKind.STRING
                ? language.string(cursor)
                : language.simpleName(cursor);
        return List.of(new Operation.SetDefaultSchema(cursor.spanFrom(from), schema));
    }
}
