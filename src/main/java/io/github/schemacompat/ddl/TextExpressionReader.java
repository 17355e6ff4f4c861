package io.github.schemacompat.ddl;

import io.github.schemacompat.ddl.TextExpression.Choice;
import io.github.schemacompat.ddl.TextExpression.Concatenation;
import io.github.schemacompat.ddl.TextExpression.Format;
import io.github.schemacompat.ddl.TextExpression.Literal;
import io.github.schemacompat.ddl.TextExpression.QuotedName;
import io.github.schemacompat.ddl.TextExpression.Unknown;
import io.github.schemacompat.ddl.TextExpression.Variable;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the expressions that scripts put statements together with. What it can't fold, it says is unknown. */
final class TextExpressionReader {
    private final Language language;
    private final GuardReader guards;

    TextExpressionReader(Language language, GuardReader guards) {
        this.language = language;
        this.guards = guards;
    }

    /** A text of our own that stands where the token does. */
    static Literal literal(SourceText source, Token at, String text) {
        int[] offsets = new int[text.length() + 1];
        java.util.Arrays.fill(offsets, at.start());
        return new Literal(SourceText.within(source, text, offsets).whole());
    }

    /** @param tokens all tokens of the expression */
    TextExpression read(SourceText source, List<Token> tokens) {
        if (tokens.isEmpty()) {
            return new Unknown("");
        }
        String plus = language.is(Grammar.SQL_SERVER) ? "+" : "||";
        List<List<Token>> parts = Condition.split(tokens, plus);
        if (parts.size() > 1) {
            return new Concatenation(
                    parts.stream().map(part -> read(source, part)).toList());
        }
        if (Condition.enclosed(tokens)) {
            List<Token> inner = tokens.subList(1, tokens.size() - 1);
            return !inner.isEmpty() && inner.get(0).is("select") ? query(source, inner) : read(source, inner);
        }
        Token first = tokens.get(0);
        if (tokens.size() == 1) {
            return single(source, first);
        }
        if (first.kind() == TokenKind.WORD && Condition.enclosed(tokens.subList(1, tokens.size()))) {
            List<Token> inner = tokens.subList(2, tokens.size() - 1);
            return function(source, first, inner, tokens);
        }
        if (tokens.size() > 2 && tokens.get(1).is("::") && first.kind() == TokenKind.STRING) {
            return single(source, first);
        }
        return unknown(tokens);
    }

    private TextExpression single(SourceText source, Token token) {
        if (token.kind() == TokenKind.STRING) {
            return new Literal(language.content(source, token).whole());
        }
        if (token.kind() == TokenKind.VARIABLE) {
            return new Variable(token.text());
        }
        if (token.kind() == TokenKind.NUMBER) {
            return new Literal(source.span(token.start(), token.end()));
        }
        boolean localVariable = token.kind() == TokenKind.WORD && !language.is(Grammar.SQL_SERVER);
        return localVariable && !token.isAny("null", "true", "false", "default")
                ? new Variable(Language.lower(token))
                : unknown(List.of(token));
    }

    private TextExpression function(SourceText source, Token name, List<Token> inner, List<Token> all) {
        List<List<Token>> arguments = Condition.split(inner, ",");
        List<TextExpression> read =
                arguments.stream().map(argument -> read(source, argument)).toList();
        switch (Language.lower(name)) {
            case "concat":
                return new Concatenation(read);
            case "quotename", "quote_ident":
                return arguments.size() == 1 ? new QuotedName(read.get(0)) : unknown(all);
            case "format":
                return language.is(Grammar.POSTGRESQL)
                        ? new Format(read.get(0), read.subList(1, read.size()))
                        : unknown(all);
            case "cast":
                return cast(source, inner, all);
            case "convert":
                return arguments.size() > 1 && language.is(Grammar.SQL_SERVER) ? read.get(1) : unknown(all);
            case "char", "nchar", "chr":
                return character(source, inner, all);
            case "if", "iif":
                return arguments.size() == 3
                        ? new Choice(guards.read(source, arguments.get(0)), read.get(1), read.get(2))
                        : unknown(all);
            default:
                return unknown(all);
        }
    }

    private TextExpression cast(SourceText source, List<Token> inner, List<Token> all) {
        List<List<Token>> sides = Condition.split(inner, "as");
        boolean toText = sides.size() == 2
                && sides.get(1).get(0).isAny("varchar", "nvarchar", "char", "nchar", "text", "sysname", "character");
        return toText ? read(source, sides.get(0)) : unknown(all);
    }

    private static TextExpression character(SourceText source, List<Token> inner, List<Token> all) {
        if (inner.size() == 1 && inner.get(0).text().matches("9|10|13|32|39")) {
            String text = Character.toString(Integer.parseInt(inner.get(0).text()));
            return literal(source, inner.get(0), text);
        }
        return unknown(all);
    }

    /**
     * A query as a value: {@code (SELECT IF(COUNT(*) > 0, 'ALTER …', 'SELECT 1') FROM information_schema.columns WHERE …)}
     * and {@code (SELECT COUNT(*) FROM …)} depend on what the catalog holds.
     */
    TextExpression query(SourceText source, List<Token> select) {
        List<Token> output = new ArrayList<>();
        int depth = 0;
        int at = 1;
        for (; at < select.size(); at++) {
            Token token = select.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is("from")) {
                break;
            }
            output.add(token);
        }
        if (at == select.size()) {
            return read(source, output);
        }
        Token first = select.get(0);
        if (isCount(output)) {
            return choice(
                    guards.exists(source, select), literal(source, first, "1"), literal(source, first, "0"), select);
        }
        boolean onCount = output.size() > 3
                && output.get(0).isAny("if", "iif")
                && Condition.enclosed(output.subList(1, output.size()));
        if (onCount) {
            List<List<Token>> arguments = Condition.split(output.subList(2, output.size() - 1), ",");
            if (arguments.size() == 3
                    && Condition.of(arguments.get(0)) instanceof Condition.Comparison counted
                    && isCount(counted.left())) {
                Guard guard = guards.counted(guards.exists(source, select), counted.operator(), counted.right());
                return choice(guard, read(source, arguments.get(1)), read(source, arguments.get(2)), select);
            }
        }
        return unknown(select);
    }

    private static TextExpression choice(
            Guard guard, TextExpression then, TextExpression otherwise, List<Token> tokens) {
        return guard instanceof Guard.Unknown ? unknown(tokens) : new Choice(guard, then, otherwise);
    }

    static boolean isCount(List<Token> tokens) {
        return tokens.size() > 2
                && tokens.get(0).isAny("count", "count_big")
                && tokens.get(1).is("(")
                && Condition.enclosed(tokens.subList(1, tokens.size()));
    }

    private static Unknown unknown(List<Token> tokens) {
        return new Unknown(Language.shown(tokens));
    }
}
