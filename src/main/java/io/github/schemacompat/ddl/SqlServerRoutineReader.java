package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads procedures and functions of SQL Server; they run to the end of their batch. */
final class SqlServerRoutineReader implements StatementForm {
    private final Language language;

    SqlServerRoutineReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        boolean function = cursor.accept("function");
        if (!function && !cursor.acceptAny("proc", "procedure")) {
            throw Expected.at(cursor, "PROCEDURE or FUNCTION");
        }
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        if (cursor.accept(";")) {
            cursor.next();
        }
        List<ParameterDefinition> parameters = parameters(cursor);
        String returns = function ? returns(cursor) : null;
        options(cursor);
        boolean as = cursor.accept("as");
        if (!as && !function) {
            throw Expected.at(cursor, "AS");
        }
        Span body = null;
        String language2 = "tsql";
        if (cursor.accept("external", "name")) {
            cursor.rest();
            language2 = "clr";
        } else if (!cursor.atEnd()) {
            body = Language.span(cursor.source(), cursor.rest());
        }
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                function ? "function" : "procedure",
                head.mode(),
                parameters,
                returns,
                language2,
                body,
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    private List<ParameterDefinition> parameters(TokenCursor cursor) {
        List<ParameterDefinition> parameters = new ArrayList<>();
        boolean bracket = cursor.accept("(");
        while (cursor.peek().kind() == TokenKind.VARIABLE) {
            parameters.add(parameter(cursor));
            if (!cursor.accept(",")) {
                break;
            }
        }
        if (bracket) {
            Expected.next(cursor, ")");
        }
        return parameters;
    }

    private ParameterDefinition parameter(TokenCursor cursor) {
        String name = cursor.next().text();
        cursor.accept("as");
        ColumnType type = language.type(cursor);
        cursor.accept("varying");
        cursor.accept("not");
        cursor.accept("null");
        boolean hasDefault = cursor.accept("=");
        if (hasDefault) {
            cursor.accept("-");
            Token value = cursor.next();
            boolean literal = value.kind() == TokenKind.STRING || value.kind() == TokenKind.NUMBER || value.isName();
            if (!literal && value.kind() != TokenKind.VARIABLE) {
                throw Expected.at(cursor, "a parameter's default");
            }
        }
        String mode = "in";
        while (cursor.peek().isAny("output", "out", "readonly")) {
            mode = cursor.next().is("readonly") ? mode : "inout";
        }
        return new ParameterDefinition(name, type, hasDefault, mode);
    }

    private @Nullable String returns(TokenCursor cursor) {
        Expected.next(cursor, "returns");
        if (cursor.accept("table")) {
            List<Token> columns = cursor.acceptParentheses();
            return "table" + language.normal(columns);
        }
        if (cursor.peek().kind() == TokenKind.VARIABLE) {
            cursor.next();
            Expected.next(cursor, "table");
            return "table" + language.normal(cursor.acceptParentheses());
        }
        return language.type(cursor).toString();
    }

    private static void options(TokenCursor cursor) {
        if (cursor.accept("with")) {
            do {
                option(cursor);
            } while (cursor.accept(","));
        }
        cursor.accept("for", "replication");
    }

    private static void option(TokenCursor cursor) {
        if (cursor.acceptAny("execute", "exec")) {
            Expected.next(cursor, "as");
            cursor.next();
            return;
        }
        boolean known = cursor.acceptAny("recompile", "encryption", "schemabinding", "native_compilation")
                || cursor.accept("returns", "null", "on", "null", "input")
                || cursor.accept("called", "on", "null", "input");
        if (known) {
            return;
        }
        if (cursor.accept("inline", "=")) {
            cursor.next();
            return;
        }
        throw Expected.at(cursor, "an option of a routine");
    }
}
