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
            return cursorOf(cursor, from);
        }
        List<Operation> operations = new ArrayList<>();
        for (List<Token> declaration : Condition.split(cursor.rest(), ",")) {
            List<Token> head = Condition.split(declaration, "=").get(0);
            boolean tableVariable = head.stream().anyMatch(token -> token.isAny("table", "cursor"));
            if (!head.isEmpty() && head.get(0).kind() == TokenKind.VARIABLE && !tableVariable) {
                List<Token> value =
                        declaration.subList(Math.min(head.size() + 1, declaration.size()), declaration.size());
                operations.add(assign(
                        cursor.source(), cursor.spanFrom(from), head.get(0).text(), value));
            }
        }
        if (operations.isEmpty()) {
            operations.add(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
        }
        return operations;
    }

    /** {@code DECLARE c CURSOR … FOR SELECT a, b …}: what its columns are in any of its rows. */
    private List<Operation> cursorOf(TokenCursor cursor, int from) {
        String name = Language.lower(cursor.next());
        List<Token> rest = cursor.rest();
        Span span = cursor.spanFrom(from);
        List<Token> select = rest.subList(Math.min(indexOf(rest, "for") + 1, rest.size()), rest.size());
        if (select.isEmpty() || !select.get(0).is("select")) {
            return List.of(new Operation.NoSchemaEffect(span, "cursor"));
        }
        List<List<Token>> outputs = Condition.split(TextExpressionReader.output(select), ",");
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            TextExpression value = texts.perRow(cursor.source(), select, outputs.get(i));
            operations.add(new Operation.Assign(span, TextExpression.CURSOR + name + " " + i, value));
        }
        return operations;
    }

    /** {@code FETCH NEXT FROM c INTO @a, @b}. */
    List<Operation> fetch(TokenCursor cursor) {
        int from = cursor.index();
        List<Token> rest = cursor.rest();
        Span span = cursor.spanFrom(from);
        int into = indexOf(rest, "into");
        if (into == 0 || into >= rest.size()) {
            return List.of(new Operation.NoSchemaEffect(span, "cursor"));
        }
        String name = Language.lower(rest.get(into - 1));
        List<List<Token>> variables = Condition.split(rest.subList(into + 1, rest.size()), ",");
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            if (!variables.get(i).isEmpty()) {
                operations.add(new Operation.Assign(
                        span,
                        variable(variables.get(i).get(0)),
                        new TextExpression.Variable(TextExpression.CURSOR + name + " " + i)));
            }
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
        if (rest.isEmpty() || rest.get(0).isAny("cursor", "condition")) {
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
        }
        int at = 0;
        while (at < rest.size() && !rest.get(at).isAny("default", ":=", "=")) {
            at++;
        }
        List<Token> value = rest.subList(Math.min(at + 1, rest.size()), rest.size());
        return variables.stream()
                .<Operation>map(each -> assign(cursor.source(), cursor.spanFrom(from), each, value))
                .toList();
    }

    /** The whole DECLARE section of a PL/pgSQL block. */
    List<Operation> declarations(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "declare");
        List<Operation> operations = new ArrayList<>();
        for (List<Token> each : Condition.split(cursor.rest(), ";")) {
            operations.addAll(declared(cursor.source(), each));
        }
        if (operations.isEmpty()) {
            operations.add(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
        }
        return operations;
    }

    /** A variable of a PL/pgSQL or PL/SQL block with the value that it begins with. */
    List<Operation> declared(SourceText source, List<Token> declaration) {
        if (declaration.size() == 4
                && declaration.get(1).is("alias")
                && declaration.get(2).is("for")) {
            return List.of(assign(
                    source,
                    Language.span(source, declaration),
                    Language.lower(declaration.get(0)),
                    declaration.subList(3, 4)));
        }
        int value = 0;
        while (value < declaration.size() && !declaration.get(value).isAny(":=", "=", "default")) {
            value++;
        }
        boolean other = declaration.stream().anyMatch(token -> token.isAny("record", "cursor", "alias", "pragma"));
        if (value == 0 || !declaration.get(0).isName() || other) {
            return List.of();
        }
        String variable = language.simpleName(new TokenCursor(source, declaration));
        int first = Math.min(value + 1, declaration.size());
        return List.of(assign(
                source,
                Language.span(source, declaration),
                variable.toLowerCase(java.util.Locale.ROOT),
                declaration.subList(first, declaration.size())));
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
        if (!tokens.get(1).is("+=")) {
            return assign;
        }
        return new Operation.Assign(
                span,
                variable,
                new TextExpression.Concatenation(List.of(new TextExpression.Variable(variable), assign.value())));
    }

    private static String variable(Token token) {
        return token.kind() == TokenKind.VARIABLE ? token.text() : Language.lower(token);
    }

    private Operation.Assign assign(SourceText source, Span span, String variable, List<Token> value) {
        return new Operation.Assign(
                span, variable, value.isEmpty() ? new TextExpression.Null() : texts.read(source, value));
    }

    /** SQL Server's {@code SELECT @a = …, @b = … [FROM …]}, or null if the statement is another SELECT. */
    @Nullable
    List<Operation> select(TokenCursor cursor) {
        int from = cursor.index();
        int first = !cursor.peek(1).is("top") ? 1 : cursor.peek(2).is("(") ? 5 : 3;
        if (cursor.peek(first).kind() != TokenKind.VARIABLE
                || !cursor.peek(first + 1).isAny("=", "+=")) {
            return null;
        }
        cursor.next();
        List<Token> rest = cursor.rest();
        Span span = cursor.spanFrom(from);
        int end = indexOf(rest, "from");
        List<Operation> operations = new ArrayList<>();
        for (List<Token> each : Condition.split(withoutTop(rest.subList(0, end)), ",")) {
            if (each.size() < 3) {
                continue;
            }
            operations.add(
                    end < rest.size()
                            ? fromRows(cursor.source(), span, each, rest.subList(end, rest.size()))
                            : assigned(cursor.source(), span, each));
        }
        return operations;
    }

    private static List<Token> withoutTop(List<Token> output) {
        return output.size() > 2 && output.get(0).is("top")
                ? output.subList(output.get(1).is("(") ? 4 : 2, output.size())
                : output;
    }

    /** A variable keeps its value if there is no row; one that is put behind itself collects all rows. */
    private Operation fromRows(SourceText source, Span span, List<Token> assignment, List<Token> from) {
        String variable = assignment.get(0).text();
        TextExpression itself = new TextExpression.Variable(variable);
        TextExpression collected = itself;
        List<Token> value = assignment.subList(2, assignment.size());
        List<List<Token>> parts = Condition.split(value, "+");
        boolean collects = assignment.get(1).is("+=");
        if (!collects && parts.size() > 1 && isItself(parts.get(0), variable)) {
            collects = true;
            collected = texts.read(source, parts.get(0));
            value = value.subList(parts.get(0).size() + 1, value.size());
        }
        List<Token> select = new ArrayList<>();
        select.add(new Token(TokenKind.WORD, "SELECT", span.start(), span.start()));
        select.addAll(value);
        select.addAll(from);
        TextExpression found = texts.query(source, select);
        if (!collects) {
            boolean always = found instanceof TextExpression.Choice;
            return new Operation.Assign(
                    span, variable, always ? found : new TextExpression.FirstOf(List.of(found, itself)));
        }
        TextExpression.Literal nothing = TextExpressionReader.literal(source, assignment.get(0), "");
        TextExpression all = found instanceof TextExpression.PerRow perRow
                ? new TextExpression.PerRow(perRow.search(), perRow.value(), nothing)
                : found;
        return new Operation.Assign(
                span,
                variable,
                new TextExpression.Concatenation(
                        List.of(collected, new TextExpression.FirstOf(List.of(all, nothing)))));
    }

    /** {@code @v}, {@code ISNULL(@v, '')}, {@code COALESCE(@v + ';', '')}: what has been collected so far. */
    private static boolean isItself(List<Token> part, String variable) {
        return part.stream().anyMatch(token -> token.text().equalsIgnoreCase(variable))
                && (part.size() == 1 || part.get(0).isAny("isnull", "coalesce"));
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
        List<Token> output = TextExpressionReader.output(select);
        List<List<Token>> outputs = Condition.split(output, ",");
        List<Token> rows = select.subList(1 + output.size(), select.size());
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).isEmpty()) {
                continue;
            }
            List<Token> one = new ArrayList<>(List.of(select.get(0)));
            one.addAll(outputs.get(Math.min(i, outputs.size() - 1)));
            one.addAll(rows);
            String variable = variable(variables.get(i).get(0));
            TextExpression value = outputs.size() == variables.size()
                    ? texts.query(cursor.source(), one)
                    : new TextExpression.Unknown(Language.shown(select), null, null);
            operations.add(new Operation.Assign(span, variable, kept(variable, value)));
        }
        return operations;
    }

    /** MySQL leaves the variable as it is if there is no row; PL/pgSQL makes it NULL. */
    private TextExpression kept(String variable, TextExpression value) {
        boolean keeps = !language.is(Grammar.POSTGRESQL) && value instanceof TextExpression.PerRow;
        return keeps ? new TextExpression.FirstOf(List.of(value, new TextExpression.Variable(variable))) : value;
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
