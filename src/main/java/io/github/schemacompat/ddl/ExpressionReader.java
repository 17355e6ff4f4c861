package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.NormalForm;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads expressions: it only has to know where they end, what they say is their normal form. */
final class ExpressionReader {
    /** Words that are never an operand, so that a missing expression isn't made up from what follows. */
    private static final WordList NO_OPERANDS = WordList.of("""
            not constraint primary unique check references foreign collate generated for on with using where and or
            """);

    private final Dialect dialect;
    private final Grammar grammar;
    private final NameReader names;
    private final TypeReader types;

    ExpressionReader(Dialect dialect) {
        this.dialect = dialect;
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
    }

    String normal(List<Token> tokens) {
        return NormalForm.of(dialect, tokens);
    }

    /**
     * Operands and the operators between them, as they can stand without parentheses behind DEFAULT; ends where no operator
     * follows an operand.
     *
     * @return the normal form
     * @throws Expected if no expression comes next
     */
    String read(TokenCursor cursor) {
        int from = cursor.index();
        while (grammar == Grammar.H2 && cursor.accept("not")) {
            // a condition needs no parentheses there, so that DEFAULT NOT NULL is a default
        }
        operand(cursor);
        while (operator(cursor)) {
            operand(cursor);
        }
        return normal(cursor.between(from, cursor.index()));
    }

    /**
     * An expression in parentheses.
     *
     * @return the normal form of what they hold
     * @throws Expected if there are none, or if they are not closed
     */
    String parenthesised(TokenCursor cursor) {
        return normal(parentheses(cursor));
    }

    /**
     * A condition or a value, with comparisons, AND, OR, NOT, IN and the like; ends where nothing goes on.
     *
     * @return the normal form
     * @throws Expected if no expression comes next
     */
    String condition(TokenCursor cursor) {
        int from = cursor.index();
        do {
            while (cursor.accept("not")) {
                // as often as it is written
            }
            operand(cursor);
            predicates(cursor);
        } while (connective(cursor));
        return normal(cursor.between(from, cursor.index()));
    }

    private void predicates(TokenCursor cursor) {
        boolean read = true;
        while (read) {
            if (cursor.accept("is")) {
                cursor.accept("not");
                if (cursor.accept("distinct", "from")) {
                    operand(cursor);
                } else if (!cursor.acceptAny("null", "true", "false", "unknown", "document")) {
                    throw Expected.at(cursor, "what IS compares with");
                }
            } else if (cursor.accept("in") || cursor.accept("not", "in")) {
                parentheses(cursor);
            } else if (cursor.accept("collate")) {
                names.parts(cursor);
            } else {
                read = cursor.acceptAny("isnull", "notnull");
            }
        }
    }

    private static boolean connective(TokenCursor cursor) {
        int ahead = cursor.at("not") ? 1 : 0;
        if (cursor.peek(ahead).isAny("like", "ilike", "similar", "between")) {
            if (ahead == 1) {
                cursor.next();
            }
            if (cursor.next().is("similar")) {
                Expected.next(cursor, "to");
            }
            return true;
        }
        return cursor.acceptAny("and", "or", "escape", "=") || operator(cursor);
    }

    /** The tokens of a pair of parentheses, with them; it has to be closed and readable. */
    List<Token> parentheses(TokenCursor cursor) {
        if (!cursor.at("(")) {
            throw Expected.at(cursor, "(");
        }
        int from = cursor.index();
        int depth = 0;
        do {
            Token token = cursor.peek();
            if (token.kind() == TokenKind.UNKNOWN) {
                throw Expected.at(cursor, ")");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            cursor.next();
        } while (depth > 0);
        return cursor.between(from, cursor.index());
    }

    /** Every name in an expression that can be a column's, in order. */
    List<String> mentioned(List<Token> tokens) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            if (names.canBeColumn(tokens.get(i)) && !called) {
                found.add(names.catalogName(tokens.get(i)));
            }
        }
        return new ArrayList<>(found);
    }

    private void operand(TokenCursor cursor) {
        while (cursor.peek().isAny("-", "+", "~")
                || grammar == Grammar.H2 && cursor.at("not") && !cursor.peek(1).is("null")) {
            cursor.next();
        }
        Token token = cursor.peek();
        if (token.is("(")) {
            parentheses(cursor);
        } else if (token.is("case")) {
            caseExpression(cursor);
        } else if (token.kind() == TokenKind.STRING) {
            strings(cursor);
        } else if (token.kind() == TokenKind.NUMBER || token.kind() == TokenKind.VARIABLE || token.is("null")) {
            cursor.next();
        } else if (cursor.accept("next", "value", "for")) {
            names.read(cursor);
            if (cursor.accept("over")) {
                parentheses(cursor);
            }
        } else if (NO_OPERANDS.holds(token) || !token.isName()) {
            throw Expected.at(cursor, "an expression");
        } else {
            nameOrCall(cursor);
        }
        postfix(cursor);
    }

    private static void strings(TokenCursor cursor) {
        while (cursor.peek().kind() == TokenKind.STRING) {
            cursor.next();
        }
    }

    /** A column, a function with its arguments, or a literal behind the name of its type. */
    private void nameOrCall(TokenCursor cursor) {
        if (cursor.atSequence("all", "(")) {
            cursor.next();
            parentheses(cursor);
            return;
        }
        for (String type : List.of("timestamp", "time")) {
            if (cursor.accept(type, "with", "time", "zone") || cursor.accept(type, "without", "time", "zone")) {
                strings(cursor);
                return;
            }
        }
        boolean register =
                grammar == Grammar.DB2 && cursor.at("current") && cursor.peek(1).isName();
        if (register) {
            cursor.next();
        }
        names.parts(cursor);
        if (cursor.at("(")) {
            parentheses(cursor);
        }
        while (cursor.at(".") && cursor.peek(1).isName()) {
            cursor.next();
            cursor.next();
            if (cursor.at("(")) {
                parentheses(cursor);
            }
        }
        strings(cursor);
    }

    private void postfix(TokenCursor cursor) {
        while (true) {
            if (grammar == Grammar.POSTGRESQL && cursor.accept("::")) {
                types.read(cursor);
            } else if (hasArrays() && cursor.at("[")) {
                subscript(cursor);
            } else if (cursor.accept("at", "time", "zone")) {
                operand(cursor);
            } else {
                return;
            }
        }
    }

    private boolean hasArrays() {
        return grammar == Grammar.POSTGRESQL || grammar == Grammar.H2 || grammar == Grammar.HSQLDB;
    }

    private static void subscript(TokenCursor cursor) {
        int depth = 0;
        do {
            if (cursor.peek().kind() == TokenKind.UNKNOWN) {
                throw Expected.at(cursor, "]");
            }
            depth += cursor.at("[") ? 1 : cursor.at("]") ? -1 : 0;
            cursor.next();
        } while (depth > 0);
    }

    private static void caseExpression(TokenCursor cursor) {
        int depth = 0;
        do {
            if (cursor.peek().kind() == TokenKind.UNKNOWN) {
                throw Expected.at(cursor, "END");
            }
            depth += cursor.at("case") ? 1 : cursor.at("end") ? -1 : 0;
            cursor.next();
        } while (depth > 0);
    }

    private static boolean operator(TokenCursor cursor) {
        Token token = cursor.peek();
        boolean punctuation = token.isAny("(", ")", ",", ";", ".", "[", "]", "{", "}", "=");
        if (token.kind() == TokenKind.SYMBOL && !punctuation) {
            cursor.next();
            return true;
        }
        return cursor.acceptAny("div", "mod");
    }
}
