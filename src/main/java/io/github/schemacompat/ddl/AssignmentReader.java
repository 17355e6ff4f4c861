package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what gives script variables their values: DECLARE, SET, SELECT @v = …, v := …, SELECT … INTO v. */
final class AssignmentReader {
    private final Language language;
    private final GuardReader guards;
    private final TextExpressionReader texts;

    AssignmentReader(Language language, GuardReader guards) {
        this.language = language;
        this.guards = guards;
        this.texts = new TextExpressionReader(language, guards);
    }

    TextExpressionReader texts() {
        return texts;
    }

    /** SQL Server's DECLARE: variables, table variables, cursors. */
    List<Operation> declare(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        if (cursor.peek().kind() != TokenKind.VARIABLE) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "cursor"));
        }
        List<Operation> operations = new ArrayList<>();
        for (List<Token> declaration : Condition.split(cursor.rest(), ",")) {
            List<List<Token>> sides = Condition.split(declaration, "=");
            if (sides.size() > 1 && !sides.get(0).isEmpty()) {
                String variable = sides.get(0).get(0).text();
                List<Token> value = declaration.subList(sides.get(0).size() + 1, declaration.size());
                operations.add(assign(cursor.source(), cursor.spanFrom(from), variable, value));
            }
        }
        if (operations.isEmpty()) {
            operations.add(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
        }
        return operations;
    }

    /** DECLARE of MySQL and PL/pgSQL: {@code DECLARE a, b type [DEFAULT value]}, handlers, cursors. */
    List<Operation> declareLocal(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "declare");
        if (cursor.peek().isAny("continue", "exit", "undo") && cursor.peek(1).is("handler")) {
            return handler(cursor, from);
        }
        List<String> variables = new ArrayList<>();
        do {
            variables.add(language.simpleName(cursor));
        } while (cursor.accept(","));
        List<Token> rest = cursor.rest();
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i).isAny("default", ":=", "=")) {
                List<Token> value = rest.subList(i + 1, rest.size());
                return variables.stream()
                        .<Operation>map(each -> assign(cursor.source(), cursor.spanFrom(from), each, value))
                        .toList();
            }
        }
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
    }

    /** The whole DECLARE section of a PL/pgSQL block. */
    List<Operation> declarations(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "declare");
        List<Operation> operations = new ArrayList<>();
        for (List<Token> each : Condition.split(cursor.rest(), ";")) {
            int value = 0;
            while (value < each.size() && !each.get(value).isAny(":=", "=", "default")) {
                value++;
            }
            if (value > 0 && value + 1 < each.size() && each.get(0).isName()) {
                Span span = Language.span(cursor.source(), each);
                String variable = language.simpleName(new TokenCursor(cursor.source(), each));
                operations.add(assign(cursor.source(), span, variable, each.subList(value + 1, each.size())));
            }
        }
        if (operations.isEmpty()) {
            operations.add(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
        }
        return operations;
    }

    /** What a handler runs could be anything; a plain assignment or an empty block is nothing. */
    private static List<Operation> handler(TokenCursor cursor, int from) {
        for (Token token : cursor.rest()) {
            if (token.isAny("create", "alter", "drop", "truncate", "rename", "call", "execute")) {
                return List.of(new Operation.NotUnderstood(
                        cursor.spanFrom(from),
                        "a handler that runs " + token.text().toUpperCase(java.util.Locale.ROOT)));
            }
        }
        return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
    }

    /** {@code @v = value}, {@code v := value}; several are separated by commas. */
    List<Operation> assignments(TokenCursor cursor, int from) {
        List<Operation> operations = new ArrayList<>();
        List<Token> rest = cursor.rest();
        Span span = cursor.spanFrom(from);
        for (List<Token> each : Condition.split(rest, ",")) {
            if (each.size() < 3 || !each.get(1).isAny("=", ":=", "+=")) {
                return List.of(new Operation.NoSchemaEffect(span, "session setting"));
            }
            operations.add(assigned(cursor.source(), span, each));
        }
        return operations;
    }

    private Operation assigned(SourceText source, Span span, List<Token> tokens) {
        String variable = variable(tokens.get(0));
        Operation.Assign assign = assign(source, span, variable, tokens.subList(2, tokens.size()));
        TextExpression value = assign.value();
        if (!tokens.get(1).is("+=") || value == null) {
            return assign;
        }
        return new Operation.Assign(
                span,
                variable,
                new TextExpression.Concatenation(List.of(new TextExpression.Variable(variable), value)));
    }

    private static String variable(Token token) {
        return token.kind() == TokenKind.VARIABLE ? token.text() : Language.lower(token);
    }

    private Operation.Assign assign(SourceText source, Span span, String variable, List<Token> value) {
        boolean none = value.isEmpty() || value.size() == 1 && value.get(0).is("null");
        return new Operation.Assign(span, variable, none ? null : texts.read(source, value));
    }

    /** SQL Server's {@code SELECT @a = …, @b = … [FROM …]}, or null if the statement is another SELECT. */
    @Nullable
    List<Operation> select(TokenCursor cursor) {
        int from = cursor.index();
        if (cursor.peek(1).kind() != TokenKind.VARIABLE || !cursor.peek(2).isAny("=", "+=")) {
            return null;
        }
        cursor.next();
        List<Token> rest = cursor.rest();
        Span span = cursor.spanFrom(from);
        int end = indexOf(rest, "from");
        List<Operation> operations = new ArrayList<>();
        List<Token> select = cursor.between(from, cursor.index());
        for (List<Token> each : Condition.split(rest.subList(0, end), ",")) {
            if (each.size() < 3) {
                continue;
            }
            Operation assigned = assigned(cursor.source(), span, each);
            List<Token> value = each.subList(2, each.size());
            if (end < rest.size() && TextExpressionReader.isCount(value)) {
                operations.add(new Operation.Assign(span, each.get(0).text(), counted(cursor.source(), select)));
            } else {
                operations.add(
                        end < rest.size()
                                ? perRow((Operation.Assign) assigned, rest.subList(end, rest.size()))
                                : assigned);
            }
        }
        return operations;
    }

    /** A count that the catalog gives is 1 or 0, as far as guards ask. */
    private TextExpression counted(SourceText source, List<Token> select) {
        Guard guard = guards.exists(source, select);
        Token first = select.get(0);
        return guard instanceof Guard.Unknown unknown
                ? new TextExpression.Unknown(unknown.text())
                : new TextExpression.Choice(
                        guard,
                        TextExpressionReader.literal(source, first, "1"),
                        TextExpressionReader.literal(source, first, "0"));
    }

    /** What is assigned once per row depends on the rows. */
    private static Operation perRow(Operation.Assign assign, List<Token> rest) {
        TextExpression rows = new TextExpression.Unknown(Language.shown(rest));
        TextExpression value = assign.value();
        return new Operation.Assign(
                assign.span(),
                assign.variable(),
                value == null ? rows : new TextExpression.Concatenation(List.of(value, rows)));
    }

    /** {@code SELECT … INTO v [, w] FROM …} of MySQL and PL/pgSQL, or null if nothing is filled. */
    @Nullable
    List<Operation> selectInto(TokenCursor cursor) {
        int from = cursor.index();
        List<Token> all = cursor.between(from, from + remaining(cursor));
        int into = indexOf(all, "into");
        if (into == all.size()
                || all.get(into + 1 < all.size() ? into + 1 : into).isAny("outfile", "dumpfile")) {
            return null;
        }
        int end = into + 1;
        if (end < all.size() && all.get(end).is("strict")) {
            end++;
        }
        int firstVariable = end;
        while (end < all.size()
                && (all.get(end).isName()
                        || all.get(end).kind() == TokenKind.VARIABLE
                        || all.get(end).isAny(",", "."))) {
            if (all.get(end).isAny("from", "where", "limit", "order", "group", "union")) {
                break;
            }
            end++;
        }
        if (end == firstVariable) {
            return null;
        }
        List<Token> select = new ArrayList<>(all.subList(0, into));
        select.addAll(all.subList(end, all.size()));
        cursor.rest();
        Span span = cursor.spanFrom(from);
        List<List<Token>> variables = Condition.split(all.subList(firstVariable, end), ",");
        List<Token> output = select.subList(1, indexOf(select, "from"));
        List<List<Token>> outputs = Condition.split(output, ",");
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).isEmpty()) {
                continue;
            }
            String variable = variable(variables.get(i).get(0));
            TextExpression value = outputs.size() == 1
                    ? texts.query(cursor.source(), select)
                    : new TextExpression.Unknown(Language.shown(select));
            operations.add(new Operation.Assign(span, variable, value));
        }
        return operations;
    }

    private static int remaining(TokenCursor cursor) {
        int count = 0;
        while (cursor.peek(count) != TokenCursor.END) {
            count++;
        }
        return count;
    }

    /** Where the word stands outside of parentheses, or the size. */
    private static int indexOf(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                return i;
            }
        }
        return tokens.size();
    }
}
