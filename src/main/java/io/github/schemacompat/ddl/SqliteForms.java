package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The statements of SQLite that are not on tables or indexes. */
final class SqliteForms {
    private static final WordList SCHEMA_TABLES = WordList.of("sqlite_master sqlite_schema sqlite_temp_master");

    private final Language language;
    private final DropReader drops;
    private final DataReader data;

    SqliteForms(Language language) {
        this.language = language;
        this.drops = new DropReader(language);
        this.data = new DataReader(language);
    }

    StatementForms all() {
        StatementForms forms = new StatementForms();
        StatementForm views = new ViewReader(language);
        StatementForm triggers = new TriggerReader(language);
        forms.on("create view", views)
                .on("create trigger", triggers)
                .on(
                        "create temp|create temporary",
                        cursor -> cursor.peek(2).is("view") ? views.read(cursor) : triggers.read(cursor))
                .on("create virtual", this::virtualTable)
                .on("drop table", drops.of(ObjectKind.TABLE, "table"))
                .on("drop view", drops.of(ObjectKind.VIEW, "view"))
                .on("drop trigger", drops.of(ObjectKind.TRIGGER, "trigger"))
                .on("insert|update|delete|replace|with|values|(|select", this::rows)
                .on("pragma", this::pragma)
                .withoutEffect("transaction", "begin|commit|end|rollback|savepoint|release")
                .withoutEffect("another database file", "attach|detach")
                .withoutEffect("maintenance", "analyze|vacuum|reindex|explain")
                .withoutEffect("client command", ".")
                .on(". read", StatementForm.notFollowed(StatementForm.OTHER_FILE));
        return forms;
    }

    /** {@code PRAGMA legacy_alter_table = ON} lets references stay when a table gets another name. */
    private List<Operation> pragma(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "pragma");
        boolean legacy = cursor.accept("legacy_alter_table") && cursor.acceptAny("=", "(");
        boolean on = cursor.peek().isAny("on", "1", "true", "yes");
        cursor.rest();
        Span span = cursor.spanFrom(from);
        return List.of(
                legacy
                        ? new Operation.SetStoredOption(span, Operation.REFERENCES_FOLLOW, !on)
                        : new Operation.NoSchemaEffect(span, "setting"));
    }

    /** What is written into the engine's own table of statements is the schema itself. */
    private List<Operation> rows(TokenCursor cursor) {
        boolean schema = cursor.peek().isAny("update", "insert", "delete", "replace")
                && SCHEMA_TABLES.words().stream().anyMatch(table -> names(cursor, table));
        return schema
                ? StatementForm.notFollowed("the schema is written by hand").read(cursor)
                : data.read(cursor);
    }

    private static boolean names(TokenCursor cursor, String table) {
        for (int i = 1; i < 5; i++) {
            if (cursor.peek(i).is(table)) {
                return true;
            }
        }
        return false;
    }

    /** {@code CREATE VIRTUAL TABLE t USING fts5(a, b, tokenize = …)}: what names no option is a column. */
    private List<Operation> virtualTable(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "virtual", "table");
        CreateMode mode = language.acceptIfNotExists(cursor) ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        QualifiedName name = language.name(cursor);
        Expected.next(cursor, "using");
        language.simpleName(cursor);
        List<ColumnDefinition> columns = new ArrayList<>();
        for (List<Token> argument : GuardReader.entries(cursor.acceptParentheses())) {
            boolean column = !argument.isEmpty()
                    && argument.get(0).isName()
                    && argument.stream().noneMatch(token -> token.is("="));
            if (column) {
                TokenCursor at = new TokenCursor(cursor.source(), argument);
                columns.add(untyped(Language.span(cursor.source(), argument), language.simpleName(at)));
            }
        }
        return List.of(new Operation.CreateTable(
                cursor.spanFrom(from),
                name,
                mode,
                false,
                columns,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null));
    }

    private static ColumnDefinition untyped(Span span, String name) {
        return new ColumnDefinition(
                span,
                name,
                ColumnType.of(""),
                null,
                null,
                null,
                Identity.NONE,
                false,
                Map.of(),
                null,
                null,
                null,
                null,
                false,
                null,
                List.of());
    }
}
