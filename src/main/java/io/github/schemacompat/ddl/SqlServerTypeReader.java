package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads CREATE TYPE of SQL Server: table types and aliases. */
final class SqlServerTypeReader implements StatementForm {
    private final Language language;
    private final TableBody body;

    SqlServerTypeReader(Language language) {
        this.language = language;
        this.body = new TableBody(language);
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "type");
        QualifiedName name = language.name(cursor);
        int afterName = cursor.index();
        if (cursor.accept("from")) {
            ColumnType base = language.type(cursor);
            boolean notNull = cursor.accept("not", "null");
            cursor.accept("null");
            return List.of(new Operation.CreateType(
                    cursor.spanFrom(from),
                    name,
                    CreateMode.CREATE,
                    "alias",
                    List.of(),
                    List.of(),
                    List.of(),
                    base,
                    notNull,
                    null,
                    language.normal(cursor.between(afterName, cursor.index()))));
        }
        if (cursor.accept("external", "name")) {
            cursor.rest();
            return List.of(other(cursor, from, name, afterName));
        }
        Expected.next(cursor, "as", "table");
        List<Token> columns = cursor.acceptParentheses();
        if (columns.isEmpty()) {
            throw Expected.at(cursor, "(");
        }
        Operation.CreateTable table = body.read(cursor.source(), columns);
        if (cursor.accept("with")) {
            cursor.acceptParentheses();
        }
        return List.of(new Operation.CreateType(
                cursor.spanFrom(from),
                name,
                CreateMode.CREATE,
                "table",
                List.of(),
                table.columns(),
                table.constraints(),
                null,
                false,
                null,
                language.normal(cursor.between(afterName, cursor.index()))));
    }

    private Operation other(TokenCursor cursor, int from, QualifiedName name, int afterName) {
        return new Operation.CreateType(
                cursor.spanFrom(from),
                name,
                CreateMode.CREATE,
                "other",
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                null,
                language.normal(cursor.between(afterName, cursor.index())));
    }
}
