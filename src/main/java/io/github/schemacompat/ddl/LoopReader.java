package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads loops: what their variables are in each pass, as far as the script or the catalog tells. */
final class LoopReader {
    /** More passes than a script makes over numbers that it writes down. */
    private static final int MOST = 100;

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\s*\\.\\.\\s*(\\d{1,4})");

    private final Language language;
    private final TextExpressionReader texts;
    private final LoopLabels labels = new LoopLabels();

    LoopReader(Language language, TextExpressionReader texts) {
        this.language = language;
        this.texts = texts;
    }

    /** @param body what the statements in the loop say */
    Operation read(Statement.Loop loop, List<Operation> body) {
        Span header = loop.header();
        Map<String, TextExpression> rows = rows(language.cursor(header));
        List<Operation> operations = new ArrayList<>();
        if (rows.isEmpty()) {
            FilledVariables.ofLoop(language, language.cursor(header).rest())
                    .forEach(variable -> operations.add(FilledVariables.filled(header, variable)));
        }
        operations.addAll(labels.withoutOwnLeave(loop, body));
        return new Operation.Loop(loop.span(), header.text().strip(), rows, operations);
    }

    /** The variables and what they are in each row; empty if it loops over something else. */
    private Map<String, TextExpression> rows(TokenCursor cursor) {
        boolean each = cursor.at("foreach");
        if (!cursor.acceptAny("for", "foreach") || !cursor.peek().isName()) {
            return Map.of();
        }
        List<String> variables = new ArrayList<>();
        do {
            variables.add(Language.lower(cursor.next()));
        } while (cursor.accept(",") && cursor.peek().isName());
        if (!cursor.accept("in") || each && !cursor.accept("array")) {
            return Map.of();
        }
        List<Token> over = cursor.rest();
        if (!over.isEmpty() && over.get(over.size() - 1).is("loop")) {
            over = over.subList(0, over.size() - 1);
        }
        over = Condition.withoutParentheses(over);
        SourceText source = cursor.source();
        if (over.isEmpty()) {
            return Map.of();
        }
        if (each) {
            return variables.size() == 1 ? Map.of(variables.get(0), texts.read(source, over)) : Map.of();
        }
        if (over.get(0).is("values")) {
            return rows(source, variables, columnNames(List.of()), over.subList(1, over.size()));
        }
        if (over.get(0).is("select")) {
            return select(source, variables, over);
        }
        return numbers(source, variables, over);
    }

    private Map<String, TextExpression> select(SourceText source, List<String> variables, List<Token> select) {
        List<Token> output = TextExpressionReader.output(select);
        List<List<Token>> outputs = Condition.split(output, ",");
        List<Token> from = select.subList(Math.min(output.size() + 2, select.size()), select.size());
        if (from.isEmpty()) {
            return isCall(output, "unnest") && outputs.size() == 1
                    ? row(variables, List.of("unnest"), List.of(texts.read(source, inside(output))))
                    : Map.of();
        }
        Map<String, TextExpression> written = written(source, variables, outputs, from);
        if (!written.isEmpty()) {
            return written;
        }
        List<String> names = new ArrayList<>();
        List<TextExpression> values = new ArrayList<>();
        for (List<Token> each : outputs) {
            values.add(texts.perRow(source, select, each));
            Token name = each.isEmpty() ? select.get(0) : each.get(each.size() - 1);
            names.add(name.isName() ? Language.lower(name) : "");
        }
        return row(variables, names, values);
    }

    /** {@code FROM unnest(ARRAY[…]) AS x}, {@code FROM (VALUES (…), (…)) AS t (a, b)}, with nothing behind. */
    private Map<String, TextExpression> written(
            SourceText source, List<String> variables, List<List<Token>> outputs, List<Token> from) {
        int end = 0;
        int depth = 0;
        do {
            depth += from.get(end).is("(") ? 1 : from.get(end).is(")") ? -1 : 0;
            end++;
        } while (end < from.size() && (depth > 0 || from.get(end).is("(") && end == 1));
        List<Token> what = from.subList(0, end);
        List<Token> alias = from.subList(end, from.size());
        List<String> names = columnNames(alias);
        boolean plain = alias.stream().allMatch(token -> token.isName() || token.isAny("(", ")", ",", "as"))
                && alias.stream().noneMatch(token -> token.isAny("where", "join", "order", "limit", "cross", "union"));
        if (!plain) {
            return Map.of();
        }
        if (isCall(what, "unnest")) {
            return outputs.size() == 1 && !outputs.get(0).isEmpty()
                    ? row(variables, names, List.of(texts.read(source, inside(what))))
                    : Map.of();
        }
        List<Token> values = Condition.withoutParentheses(what);
        boolean all = outputs.size() == 1
                && outputs.get(0).size() == 1
                && outputs.get(0).get(0).is("*");
        List<String> asked = outputs.stream()
                .map(each -> each.isEmpty() ? "" : Language.lower(each.get(each.size() - 1)))
                .toList();
        return !values.isEmpty() && values.get(0).is("values") && (all || asked.equals(names))
                ? rows(source, variables, names, values.subList(1, values.size()))
                : Map.of();
    }

    /** {@code ('a', 'b'), ('c', 'd')}. */
    private Map<String, TextExpression> rows(
            SourceText source, List<String> variables, List<String> names, List<Token> tuples) {
        List<List<TextExpression>> columns = new ArrayList<>();
        for (List<Token> tuple : Condition.split(tuples, ",")) {
            if (!Condition.enclosed(tuple)) {
                return Map.of();
            }
            List<List<Token>> values = Condition.split(tuple.subList(1, tuple.size() - 1), ",");
            for (int i = 0; i < values.size(); i++) {
                if (columns.size() <= i) {
                    columns.add(new ArrayList<>());
                }
                columns.get(i).add(texts.read(source, values.get(i)));
            }
        }
        List<TextExpression> each =
                columns.stream().<TextExpression>map(TextExpression.Each::new).toList();
        List<String> called = names.isEmpty()
                ? IntStream.rangeClosed(1, each.size())
                        .mapToObj(i -> "column" + i)
                        .toList()
                : names;
        return row(variables, called, each);
    }

    private Map<String, TextExpression> numbers(SourceText source, List<String> variables, List<Token> over) {
        Matcher numbers = NUMBERS.matcher(source.text()
                .substring(over.get(0).start(), over.get(over.size() - 1).end()));
        if (variables.size() != 1 || !numbers.matches()) {
            return Map.of();
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = Integer.parseInt(numbers.group(2));
        if (last < first || last - first >= MOST) {
            return Map.of();
        }
        return Map.of(
                variables.get(0),
                new TextExpression.Each(IntStream.rangeClosed(first, last)
                        .<TextExpression>mapToObj(
                                i -> TextExpressionReader.literal(source, over.get(0), Integer.toString(i)))
                        .toList()));
    }

    /** One variable takes the row as a record, or its only column; several take a column each. */
    private static Map<String, TextExpression> row(
            List<String> variables, List<String> names, List<TextExpression> values) {
        Map<String, TextExpression> row = new LinkedHashMap<>();
        if (variables.size() > 1) {
            for (int i = 0; i < variables.size() && variables.size() == values.size(); i++) {
                row.put(variables.get(i), values.get(i));
            }
            return row;
        }
        for (int i = 0; i < values.size(); i++) {
            if (i < names.size() && !names.get(i).isEmpty()) {
                row.put(variables.get(0) + "." + names.get(i), values.get(i));
            }
        }
        if (values.size() == 1) {
            row.put(variables.get(0), values.get(0));
        }
        return row;
    }

    /** {@code [AS] t (a, b)}, or the alias itself. */
    private static List<String> columnNames(List<Token> alias) {
        List<String> names = alias.stream()
                .filter(token -> token.isName() && !token.is("as"))
                .map(Language::lower)
                .toList();
        return names.size() > 1 ? names.subList(1, names.size()) : names;
    }

    private static boolean isCall(List<Token> tokens, String function) {
        return tokens.size() > 3 && tokens.get(0).is(function) && Condition.enclosed(tokens.subList(1, tokens.size()));
    }

    private static List<Token> inside(List<Token> call) {
        return call.subList(2, call.size() - 1);
    }
}
