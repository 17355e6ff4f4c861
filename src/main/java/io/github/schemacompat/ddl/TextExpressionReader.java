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
            return new Unknown("", null, null);
        }
        List<Token> inside = Condition.withoutParentheses(tokens);
        if (Condition.nesting(inside) > Condition.DEEPEST) {
            return unknown(source, tokens);
        }
        String plus = language.is(Grammar.SQL_SERVER) ? "+" : "||";
        List<List<Token>> parts = Condition.split(tokens, plus);
        if (parts.size() > 1) {
            return new Concatenation(
                    parts.stream().map(part -> read(source, part)).toList(), language.is(Grammar.ORACLE));
        }
        if (inside.size() < tokens.size()) {
            return !inside.isEmpty() && inside.get(0).is("select") ? query(source, inside) : read(source, inside);
        }
        Token first = tokens.get(0);
        if (tokens.size() == 1) {
            return single(source, first);
        }
        if (first.kind() == TokenKind.WORD && Condition.enclosed(tokens.subList(1, tokens.size()))) {
            List<Token> inner = tokens.subList(2, tokens.size() - 1);
            return function(source, first, inner, tokens);
        }
        List<List<Token>> casts = Condition.split(tokens, "::");
        if (casts.size() > 1 && !casts.get(0).isEmpty()) {
            return read(source, casts.get(0));
        }
        if (first.is("array")
                && tokens.get(1).is("[")
                && tokens.get(tokens.size() - 1).is("]")) {
            List<Token> elements = tokens.subList(2, tokens.size() - 1);
            return new TextExpression.Each(Condition.split(elements, ",").stream()
                    .filter(each -> !elements.isEmpty())
                    .map(each -> read(source, each))
                    .toList());
        }
        if (first.is("case") && tokens.get(tokens.size() - 1).is("end")) {
            return caseOf(source, tokens);
        }
        boolean field = tokens.size() == 3
                && !language.is(Grammar.SQL_SERVER)
                && first.kind() == TokenKind.WORD
                && tokens.get(1).is(".")
                && tokens.get(2).isName();
        return field
                ? new Variable(Language.lower(first) + "." + Language.lower(tokens.get(2)))
                : unknown(source, tokens);
    }

    /** {@code CASE WHEN condition THEN a [ELSE b] END}; one with several branches is nobody's way to write a statement. */
    private TextExpression caseOf(SourceText source, List<Token> tokens) {
        List<Token> inner = tokens.subList(1, tokens.size() - 1);
        List<List<Token>> branches = Condition.split(inner, "when");
        if (branches.size() != 2 || !branches.get(0).isEmpty()) {
            return unknown(source, tokens);
        }
        List<List<Token>> sides = Condition.split(branches.get(1), "then");
        if (sides.size() != 2) {
            return unknown(source, tokens);
        }
        List<List<Token>> results = Condition.split(sides.get(1), "else");
        return new Choice(
                guards.read(source, sides.get(0)),
                read(source, results.get(0)),
                results.size() > 1 ? read(source, results.get(1)) : new TextExpression.Null());
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
        if (token.is("null")) {
            return new TextExpression.Null();
        }
        boolean localVariable = token.kind() == TokenKind.WORD && !language.is(Grammar.SQL_SERVER);
        return localVariable && !token.isAny("true", "false", "default")
                ? new Variable(Language.lower(token))
                : unknown(source, List.of(token));
    }

    private TextExpression function(SourceText source, Token name, List<Token> inner, List<Token> all) {
        List<List<Token>> arguments = Condition.split(inner, ",");
        List<TextExpression> read =
                arguments.stream().map(argument -> read(source, argument)).toList();
        switch (Language.lower(name)) {
            case "concat":
                return new Concatenation(read, !language.is(Grammar.MYSQL) && !language.is(Grammar.DB2));
            case "quotename", "quote_ident":
                return arguments.size() == 1 || isBracket(arguments.get(1))
                        ? new QuotedName(read.get(0))
                        : unknown(source, all);
            case "coalesce", "isnull", "ifnull":
                return new TextExpression.FirstOf(read);
            case "replace":
                return arguments.size() == 3
                        ? new TextExpression.Replaced(read.get(0), read.get(1), read.get(2))
                        : unknown(source, all);
            case "upper", "lower", "ucase", "lcase":
                return new TextExpression.Cased(read(source, inner), name.isAny("upper", "ucase"));
            case "ltrim", "rtrim", "trim":
                return arguments.size() == 1 ? read.get(0) : unknown(source, all);
            case "format":
                return language.is(Grammar.POSTGRESQL)
                        ? new Format(read.get(0), read.subList(1, read.size()))
                        : unknown(source, all);
            case "cast":
                return cast(source, inner, all);
            case "convert":
                return arguments.size() > 1 && language.is(Grammar.SQL_SERVER) ? read.get(1) : unknown(source, all);
            case "char", "nchar", "chr":
                return character(source, inner, all);
            case "if", "iif":
                return arguments.size() == 3
                        ? new Choice(guards.read(source, arguments.get(0)), read.get(1), read.get(2))
                        : unknown(source, all);
            case "database", "schema", "schema_name", "current_schema":
                return inner.isEmpty() ? new TextExpression.CurrentSchema() : unknown(source, all);
            default:
                return unknown(source, all);
        }
    }

    private TextExpression cast(SourceText source, List<Token> inner, List<Token> all) {
        List<List<Token>> sides = Condition.split(inner, "as");
        boolean toText = sides.size() == 2
                && sides.get(1).get(0).isAny("varchar", "nvarchar", "char", "nchar", "text", "sysname", "character");
        return toText ? read(source, sides.get(0)) : unknown(source, all);
    }

    private static TextExpression character(SourceText source, List<Token> inner, List<Token> all) {
        if (inner.size() == 1 && inner.get(0).text().matches("9|10|13|32|39")) {
            String text = Character.toString(Integer.parseInt(inner.get(0).text()));
            return literal(source, inner.get(0), text);
        }
        return unknown(source, all);
    }

    private boolean isBracket(List<Token> argument) {
        String quote = guards.constant(argument);
        return quote != null && (quote.equals("[") || quote.equals("]"));
    }

    /**
     * A query as a value: {@code (SELECT IF(COUNT(*) > 0, 'ALTER …', 'SELECT 1') FROM information_schema.columns WHERE …)},
     * {@code (SELECT COUNT(*) FROM …)} and {@code (SELECT name FROM sys.default_constraints …)} depend on what the catalog
     * holds.
     */
    TextExpression query(SourceText source, List<Token> select) {
        List<Token> output = output(select);
        List<Token> from = select.subList(1 + output.size(), select.size());
        if (from.isEmpty() || from.size() == 2 && from.get(1).isAny("dual", "sysdummy1")) {
            return read(source, output);
        }
        Token first = select.get(0);
        if (isCount(output)) {
            Guard guard = guards.exists(source, select);
            return guard instanceof Guard.Unknown
                    ? unknownQuery(source, select, output)
                    : new Choice(guard, literal(source, first, "1"), literal(source, first, "0"));
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
                return new Choice(guard, read(source, arguments.get(1)), read(source, arguments.get(2)));
            }
        }
        return perRow(source, select, output);
    }

    /** The tokens between SELECT and FROM. */
    static List<Token> output(List<Token> select) {
        int depth = 0;
        int at = 1;
        for (; at < select.size(); at++) {
            Token token = select.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is("from")) {
                break;
            }
        }
        return select.subList(1, at);
    }

    /**
     * The value of one output of a query over the catalog.
     *
     * @param output its tokens
     */
    TextExpression perRow(SourceText source, List<Token> select, List<Token> output) {
        List<Token> value = withoutTop(output);
        List<List<Token>> named = Condition.split(value, "as");
        if (named.size() == 2 && named.get(1).size() == 1) {
            value = named.get(0);
        }
        TextExpression separator = null;
        boolean call = value.size() > 3 && Condition.enclosed(value.subList(1, value.size()));
        if (call && value.get(0).isAny("min", "max")) {
            value = value.subList(2, value.size() - 1);
        } else if (call && value.get(0).is("string_agg")) {
            List<List<Token>> arguments = Condition.split(value.subList(2, value.size() - 1), ",");
            separator = arguments.size() == 2 ? read(source, arguments.get(1)) : new TextExpression.Null();
            value = arguments.get(0);
        } else if (call && value.get(0).is("group_concat")) {
            List<List<Token>> arguments = Condition.split(value.subList(2, value.size() - 1), "separator");
            separator = arguments.size() == 2 ? read(source, arguments.get(1)) : literal(source, value.get(0), ",");
            value = arguments.get(0);
        }
        CatalogQueryReader.Found found = guards.search(source, select, value);
        return found == null
                ? unknownQuery(source, select, output)
                : new TextExpression.PerRow(found.search(), read(source, found.output()), separator);
    }

    private static List<Token> withoutTop(List<Token> output) {
        List<Token> value = output;
        if (!value.isEmpty() && value.get(0).isAny("distinct", "all")) {
            value = value.subList(1, value.size());
        }
        if (value.size() > 2 && value.get(0).is("top")) {
            value = value.subList(value.get(1).is("(") ? 4 : 2, value.size());
        }
        return value;
    }

    private TextExpression unknownQuery(SourceText source, List<Token> select, List<Token> output) {
        List<Token> again = new ArrayList<>(List.of(symbol("("), select.get(0)));
        again.addAll(output);
        again.addAll(select.subList(1 + output(select).size(), select.size()));
        again.add(symbol(")"));
        TextExpression beginning = output.isEmpty() ? null : read(source, withoutTop(output));
        boolean known = beginning instanceof Literal || beginning instanceof Concatenation;
        return new Unknown(Language.shown(select), new Fragment(source, again), known ? beginning : null);
    }

    private static Token symbol(String text) {
        return new Token(TokenKind.SYMBOL, text, 0, text.length());
    }

    static boolean isCount(List<Token> tokens) {
        return tokens.size() > 2
                && tokens.get(0).isAny("count", "count_big")
                && tokens.get(1).is("(")
                && Condition.enclosed(tokens.subList(1, tokens.size()));
    }

    private static Unknown unknown(SourceText source, List<Token> tokens) {
        return new Unknown(Language.shown(tokens), new Fragment(source, tokens), null);
    }
}
