package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads CALL, and SELECT or PERFORM where they only call a function: that can hide DDL. */
final class FunctionCallReader {
    /** A string that begins like DDL, not like a sentence: 'Create new users' is none. */
    private static final Pattern DDL = Pattern.compile(
            "\\s*(create\\s+(or\\s+replace\\s+)?((unique|temp|temporary|materialized|unlogged)\\s+)*"
                    + "(table|index|view|type|function|procedure|sequence|trigger|schema|domain)"
                    + "|alter\\s+(table|index|view|type|function|procedure|sequence|domain|schema)"
                    + "|drop\\s+(table|index|view|materialized|type|function|procedure|sequence|trigger|schema|domain)"
                    + "|rename\\s+table|truncate\\s+table)\\s+\\S.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Language language;
    private final TextExpressionReader texts;
    private final DataReader data;

    FunctionCallReader(Language language, TextExpressionReader texts, DataReader data) {
        this.language = language;
        this.texts = texts;
        this.data = data;
    }

    static boolean isDdl(String text) {
        return DDL.matcher(text).matches();
    }

    List<Operation> call(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "call");
        QualifiedName routine = language.name(cursor);
        List<Token> arguments = cursor.acceptParentheses();
        return List.of(new Operation.Call(
                cursor.spanFrom(from), routine, Argument.read(texts, cursor.source(), arguments), true));
    }

    /** SELECT or PERFORM. */
    List<Operation> select(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        if (cursor.peek().isName() && !cursor.peek().isAny("distinct", "all", "case", "exists", "not", "cast")) {
            int first = cursor.index();
            List<Operation> call = callOnly(cursor, from);
            if (!call.isEmpty()) {
                return call;
            }
            cursor.reset(first);
        }
        cursor.reset(from);
        List<Operation> operations = new ArrayList<>(data.read(cursor));
        boolean calls = false;
        Token before = TokenCursor.END;
        for (Token token : cursor.between(from, cursor.index())) {
            calls |= token.is("(") && before.kind() == TokenKind.WORD;
            if (calls && token.kind() == TokenKind.STRING && isDdl(language.string(token))) {
                operations.add(new Operation.NotUnderstood(
                        cursor.spanOf(token), "a string that holds DDL is given to a function"));
            }
            before = token;
        }
        return operations;
    }

    /** {@code f(…)} and nothing else, or no operation. */
    private List<Operation> callOnly(TokenCursor cursor, int from) {
        QualifiedName function;
        try {
            function = language.name(cursor);
        } catch (Expected noName) {
            return List.of();
        }
        List<Token> parentheses = cursor.acceptParentheses();
        if (parentheses.isEmpty()) {
            return List.of();
        }
        if (cursor.accept("as")) {
            cursor.next();
        }
        boolean only = cursor.atEnd() || cursor.at(";");
        String name = function.name().toLowerCase(Locale.ROOT);
        if (name.equals("setval") && (only || cursor.at("from"))) {
            return setval(cursor, from, parentheses);
        }
        if (!only) {
            return List.of();
        }
        Span span = cursor.spanFrom(from);
        List<Argument> arguments = Argument.read(texts, cursor.source(), parentheses);
        if (name.equals("set_config")
                && arguments.size() > 1
                && arguments.get(0).value() instanceof TextExpression.Literal setting
                && setting.text().text().equalsIgnoreCase("search_path")
                && arguments.get(1).value() instanceof TextExpression.Literal path) {
            return List.of(PostgreSqlForms.pathOf(span, path.text().text()));
        }
        if (name.startsWith("pg_") || name.equals("set_config")) {
            return List.of(new Operation.NoSchemaEffect(span, "system function"));
        }
        return List.of(new Operation.Call(span, function, arguments, false));
    }

    /** A sequence that is set to a number goes on there; one that follows its column's values is only put right. */
    private List<Operation> setval(TokenCursor cursor, int from, List<Token> parentheses) {
        cursor.rest();
        Span span = cursor.spanFrom(from);
        List<List<Token>> arguments = GuardReader.entries(parentheses);
        List<Token> sequence = arguments.get(0);
        boolean literal = !sequence.isEmpty()
                && sequence.get(0).kind() == TokenKind.STRING
                && arguments.size() > 1
                && arguments.get(1).size() == 1
                && arguments.get(1).get(0).kind() == TokenKind.NUMBER;
        List<String> parts = literal ? language.partsIn(language.string(sequence.get(0))) : List.of();
        if (parts.isEmpty()) {
            return List.of(new Operation.NoSchemaEffect(span, "sequence set to its column's values"));
        }
        String value = arguments.get(1).get(0).text();
        return List.of(new Operation.AlterSequence(
                span, language.qualified(parts), false, Map.of("restart", value), null, null, false));
    }
}
