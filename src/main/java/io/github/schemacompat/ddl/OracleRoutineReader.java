package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads procedures and functions of Oracle, alone or within packages. */
final class OracleRoutineReader implements StatementForm {
    private final Language language;

    OracleRoutineReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        return List.of(routine(cursor, head.from(), head.mode(), null));
    }

    /**
     * From the word PROCEDURE or FUNCTION on, to the last token.
     *
     * @param within the package that it stands in, or null
     */
    Operation.CreateRoutine routine(TokenCursor cursor, int from, CreateMode mode, @Nullable String within) {
        boolean function = cursor.accept("function");
        if (!function && !cursor.accept("procedure")) {
            throw Expected.at(cursor, "PROCEDURE or FUNCTION");
        }
        CreateMode said = cursor.accept("if", "not", "exists") ? CreateMode.IF_NOT_EXISTS : mode;
        QualifiedName name =
                within == null ? language.name(cursor) : new QualifiedName(within, language.simpleName(cursor));
        Span span = cursor.spanFrom(from);
        int afterName = cursor.index();
        List<ParameterDefinition> parameters = parameters(cursor);
        String returns = function ? returns(cursor) : null;
        while (!cursor.atEnd() && !cursor.peek().isAny("is", "as", ";")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        int beginning = cursor.index();
        boolean body = cursor.acceptAny("is", "as");
        if (!body && within == null && !(function && cursor.previous().is("using"))) {
            throw Expected.at(cursor, "IS or AS");
        }
        boolean external = cursor.peek().isAny("language", "external", "mle");
        boolean empty = cursor.rest().isEmpty();
        // with the word before its declarations, by which they are known for what they are
        List<Token> text = cursor.between(beginning, cursor.index());
        return new Operation.CreateRoutine(
                span,
                name,
                function ? "function" : "procedure",
                said,
                parameters,
                returns,
                external ? "external" : "plsql",
                external || !body || empty ? null : Language.span(cursor.source(), text),
                language.definition(cursor.between(afterName, cursor.index())));
    }

    private List<ParameterDefinition> parameters(TokenCursor cursor) {
        List<ParameterDefinition> parameters = new ArrayList<>();
        if (!cursor.accept("(")) {
            return parameters;
        }
        do {
            parameters.add(parameter(cursor));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return parameters;
    }

    private ParameterDefinition parameter(TokenCursor cursor) {
        String name = language.simpleName(cursor);
        boolean in = cursor.accept("in");
        boolean out = cursor.accept("out");
        cursor.accept("nocopy");
        ColumnType type = type(cursor);
        boolean hasDefault = cursor.acceptAny("default", ":=");
        while (hasDefault && !cursor.atEnd() && !cursor.peek().isAny(",", ")")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return new ParameterDefinition(name, type, hasDefault, out ? in ? "inout" : "out" : "in");
    }

    private ColumnType type(TokenCursor cursor) {
        return ColumnType.of(language.type(cursor).toString());
    }

    private String returns(TokenCursor cursor) {
        Expected.next(cursor, "return");
        if (cursor.accept("self", "as", "result")) {
            return "self";
        }
        return language.type(cursor).toString();
    }
}
