package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A boolean expression cut at its AND, OR and NOT down to comparisons, whatever the operands are. */
sealed interface Condition {
    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    record Negation(Condition part) implements Condition {}

    /** @param operator {@code =}, {@code <>}, {@code <} …, {@code is}, {@code is not}, {@code in}, {@code not in}, {@code like} … */
    record Comparison(List<Token> left, String operator, List<Token> right, List<Token> all) implements Condition {
        Comparison(List<Token> left, String operator, List<Token> right) {
            this(left, operator, right, List.of());
        }
    }

    /** Without an operator: EXISTS (…), a function, a variable. */
    record Bare(List<Token> tokens) implements Condition {}

    /** Deeper than people nest what they want to read again. */
    int DEEPEST = 100;

    static Condition of(List<Token> tokens) {
        return of(tokens, 0);
    }

    private static Condition of(List<Token> enclosed, int depth) {
        List<Token> tokens = withoutParentheses(enclosed);
        if (depth > DEEPEST) {
            return new Bare(tokens);
        }
        List<List<Token>> ors = split(tokens, "or");
        if (ors.size() > 1) {
            return new Any(ors.stream().map(part -> of(part, depth + 1)).toList());
        }
        List<List<Token>> ands = split(tokens, "and");
        if (ands.size() > 1) {
            return new All(ands.stream().map(part -> of(part, depth + 1)).toList());
        }
        if (!tokens.isEmpty() && tokens.get(0).isAny("not", "!")) {
            return new Negation(of(tokens.subList(1, tokens.size()), depth + 1));
        }
        return comparison(tokens);
    }

    /** Without the parentheses that hold all of it, however many they are. */
    static List<Token> withoutParentheses(List<Token> tokens) {
        int size = tokens.size();
        int opening = 0;
        while (opening < size && tokens.get(opening).is("(")) {
            opening++;
        }
        int closing = 0;
        while (closing < size - opening && tokens.get(size - 1 - closing).is(")")) {
            closing++;
        }
        int depth = opening;
        int least = Math.min(opening, closing);
        for (int i = opening; i < size - closing; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            least = Math.min(least, depth);
        }
        boolean balanced = depth == closing && least > 0;
        return balanced ? tokens.subList(least, size - least) : tokens;
    }

    /** How deep parentheses and CASE stand inside each other. */
    static int nesting(List<Token> tokens) {
        int depth = 0;
        int deepest = 0;
        for (Token token : tokens) {
            depth += token.isAny("(", "case") ? 1 : token.isAny(")", "end") ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Whether one pair of parentheses holds all of it. */
    static boolean enclosed(List<Token> tokens) {
        if (tokens.size() < 2 || !tokens.get(0).is("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                depth++;
            } else if (tokens.get(i).is(")")) {
                depth--;
                if (depth == 0) {
                    return i == tokens.size() - 1;
                }
            }
        }
        return false;
    }

    /** The stretches between the separators that stand outside of parentheses and CASE. */
    static List<List<Token>> split(List<Token> tokens, String separator) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean between = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isAny("(", "case")) {
                depth++;
            } else if (token.isAny(")", "end")) {
                depth--;
            } else if (depth == 0 && token.is("between")) {
                between = true;
            } else if (depth == 0 && token.is(separator)) {
                if (between && separator.equals("and")) {
                    between = false;
                } else {
                    parts.add(tokens.subList(from, i));
                    from = i + 1;
                }
            }
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    private static Condition comparison(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isAny("(", "case")) {
                depth++;
            } else if (token.isAny(")", "end")) {
                depth--;
            } else if (depth == 0) {
                int length = operatorLength(tokens, i);
                if (length > 0) {
                    return new Comparison(
                            tokens.subList(0, i),
                            operator(tokens.subList(i, i + length)),
                            tokens.subList(i + length, tokens.size()),
                            tokens);
                }
            }
        }
        return new Bare(tokens);
    }

    private static int operatorLength(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : token;
        if (token.isAny("<", ">", "!")) {
            return next != token && next.isAny("=", ">", "<") ? 2 : 1;
        }
        if (token.isAny("=", "<>", "!=", "<=", ">=", "==", "<=>", "like", "ilike", "in", "between")) {
            return 1;
        }
        if (token.is("is")) {
            return next.is("not") ? 2 : 1;
        }
        return token.is("not") && next.isAny("in", "like", "ilike", "between") ? 2 : 0;
    }

    private static String operator(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if (!text.isEmpty() && Character.isLetter(token.text().charAt(0))) {
                text.append(' ');
            }
            text.append(token.text().toLowerCase(Locale.ROOT));
        }
        return switch (text.toString()) {
            case "!=" -> "<>";
            case "==" -> "=";
            default -> text.toString();
        };
    }
}
