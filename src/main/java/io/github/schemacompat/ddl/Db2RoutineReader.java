package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads procedures and functions of DB2. */
final class Db2RoutineReader implements StatementForm {
    private static final WordList BODY = WordList.of("begin return with select insert update delete merge set if call");

    private final Language language;

    Db2RoutineReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        boolean function = cursor.accept("function");
        if (!function && !cursor.accept("procedure")) {
            throw Expected.at(cursor, "PROCEDURE or FUNCTION");
        }
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        List<ParameterDefinition> parameters = parameters(cursor);
        String returns = null;
        String external = null;
        while (!cursor.atEnd() && !BODY.holds(cursor.peek()) && !cursor.at(";")) {
            if (cursor.accept("returns") && !cursor.at("null")) {
                returns = returns(cursor);
            } else if (cursor.accept("language")) {
                external = Language.lower(cursor.next());
            } else if (cursor.accept("specific")) {
                language.name(cursor);
            } else if (cursor.acceptAny("called", "reads", "modifies", "contains")) {
                passWords(cursor);
            } else if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        List<Token> text = cursor.rest();
        boolean sql = external == null || external.equals("sql");
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                function ? "function" : "procedure",
                head.mode(),
                parameters,
                returns,
                sql ? "sql" : "external",
                !sql || text.isEmpty() ? null : Language.span(cursor.source(), text),
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    /** {@code MODIFIES SQL DATA}, {@code CALLED ON NULL INPUT}. */
    private static void passWords(TokenCursor cursor) {
        while (cursor.acceptAny("sql", "data", "on", "null", "input")) {
            // one of a fixed phrase
        }
    }

    private List<ParameterDefinition> parameters(TokenCursor cursor) {
        List<ParameterDefinition> parameters = new ArrayList<>();
        if (!cursor.accept("(") || cursor.accept(")")) {
            return parameters;
        }
        do {
            parameters.add(parameter(cursor));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return parameters;
    }

    private ParameterDefinition parameter(TokenCursor cursor) {
        String mode = "in";
        if (cursor.peek().isAny("in", "out", "inout")
                && cursor.peek(1).isName()
                && cursor.peek(2).isName()) {
            mode = Language.lower(cursor.next());
        }
        String name = null;
        if (cursor.peek(1).isName() && !cursor.peek(1).isAny("as", "for")) {
            name = language.simpleName(cursor);
        }
        var type = language.type(cursor);
        if (cursor.accept("as", "locator")) {
            mode = mode.isEmpty() ? "in" : mode;
        }
        boolean hasDefault = cursor.acceptAny("default", "=");
        while (hasDefault && !cursor.atEnd() && !cursor.peek().isAny(",", ")")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return new ParameterDefinition(name, type, hasDefault, mode);
    }

    private String returns(TokenCursor cursor) {
        if (cursor.acceptAny("table", "row")) {
            String kind = Language.lower(cursor.previous());
            return kind + language.normal(cursor.acceptParentheses());
        }
        if (cursor.accept("generic", "table")) {
            return "table";
        }
        return language.type(cursor).toString();
    }
}
