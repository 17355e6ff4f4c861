package io.github.schemacompat.query;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Goes through the statements of a body: queries and rows to JSqlParser, the rest searched for subqueries and calls. */
final class BodyWalk {
    private static final String INSERTED = "inserted";

    /** Cursors over tokens alone need no text. */
    private final SourceText nowhere = SourceText.of("", "");

    private final QueryReader reader;
    private final Relations relations;
    private final Names names;
    private final SortedSet<String> uses = new TreeSet<>();
    private final SortedSet<String> unresolved = new TreeSet<>();
    private int statements;
    private int read;

    BodyWalk(QueryReader reader, Relations relations, Names names) {
        this.reader = reader;
        this.relations = relations;
        this.names = names;
    }

    BodyReading reading() {
        return new BodyReading(uses, statements, read, unresolved);
    }

    void use(SortedSet<String> others) {
        uses.addAll(others);
    }

    void all(List<Statement> body) {
        body.forEach(this::one);
    }

    private void one(Statement statement) {
        if (statement instanceof Statement.If choice) {
            fragments(reader.tokens(choice.condition()));
            all(choice.then());
            all(choice.otherwise());
        } else if (statement instanceof Statement.Loop loop) {
            header(reader.tokens(loop.header()));
            all(loop.body());
        } else if (statement instanceof Statement.Block block) {
            all(block.body());
            all(block.handlers());
        } else if (statement instanceof Statement.Simple simple) {
            simple(simple.span());
        }
    }

    private void simple(Span span) {
        List<Token> tokens = reader.tokens(span);
        TokenCursor cursor = new TokenCursor(span.source(), tokens);
        Token head = cursor.next();
        if (head.isAny("return", "perform")) {
            cursor.acceptAny("query", "next");
            boolean query = cursor.peek().isAny("select", "with", "values", "table");
            if (query) {
                query(cursor.rest());
            } else if (head.is("perform")) {
                query(afterSelect(cursor.rest()));
            } else {
                fragments(cursor.rest());
            }
        } else if (head.isAny("exec", "execute", "call")) {
            call(cursor);
        } else if (head.is("declare")) {
            cursor(cursor);
        } else if (head.isAny("insert", "replace")) {
            insert(tokens);
        } else if (head.isAny("select", "with", "update", "delete", "merge", "values", "table", "(")) {
            query(tokens);
        } else {
            fragments(tokens);
        }
    }

    /** {@code DECLARE name CURSOR … FOR query}, or variables with values. */
    private void cursor(TokenCursor cursor) {
        List<Token> rest = cursor.rest();
        for (int i = 0; i + 1 < rest.size(); i++) {
            if (rest.get(i).is("for") && rest.get(i + 1).isAny("select", "with")) {
                query(rest.subList(i + 1, rest.size()));
                return;
            }
        }
        fragments(rest);
    }

    /** {@code FOR row IN query LOOP}, or a condition. */
    private void header(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("in") && tokens.get(i + 1).isAny("select", "with")) {
                boolean loop = tokens.get(tokens.size() - 1).is("loop");
                query(tokens.subList(i + 1, loop ? tokens.size() - 1 : tokens.size()));
                return;
            }
        }
        fragments(tokens);
    }

    /** An INSERT, also of what a procedure returns. */
    private void insert(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isAny("exec", "execute")) {
                List<Token> head = new ArrayList<>(tokens.subList(0, i));
                head.addAll(
                        afterSelect(List.of(new Token(TokenKind.NUMBER, "1", Integer.MAX_VALUE, Integer.MAX_VALUE))));
                query(head);
                call(new TokenCursor(nowhere, tokens.subList(i + 1, tokens.size())));
                return;
            }
        }
        query(tokens);
    }

    private static List<Token> afterSelect(List<Token> expression) {
        List<Token> query = new ArrayList<>();
        int at = expression.isEmpty() ? 0 : expression.get(0).start() - 1;
        query.add(new Token(TokenKind.WORD, "SELECT", at, at));
        query.addAll(expression);
        return query;
    }

    /** {@code EXEC @result = schema.name …}, {@code CALL name(…)}. */
    private void call(TokenCursor cursor) {
        if (cursor.peek().kind() == TokenKind.VARIABLE && cursor.peek(1).is("=")) {
            cursor.next();
            cursor.next();
        }
        if (cursor.peek().isName()) {
            List<String> parts = new ArrayList<>();
            do {
                parts.add(cursor.next().text());
            } while (cursor.accept(".") && cursor.peek().isName());
            routine(names.qualified(parts));
        }
        fragments(cursor.rest());
    }

    private void routine(QualifiedName name) {
        uses.addAll(relations.routines(name));
    }

    /** The columns of the rows that fire a trigger, wherever they stand: {@code NEW.total}, {@code UPDATE(Total)}. */
    void rows(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token name = tokens.get(i);
            Token column = tokens.get(i + 2);
            String text = name.text().startsWith(":") ? name.text().substring(1) : name.text();
            boolean asked = name.is("update") && tokens.get(i + 1).is("(");
            if (column.isName() && (asked || tokens.get(i + 1).is("."))) {
                relations.row(asked ? INSERTED : names.keyOfWritten(text)).ifPresent(row -> row(row, column.text()));
            }
        }
    }

    private void row(Relations.Relation row, String column) {
        String key = names.keyOfWritten(column);
        Source source = new Source("", row.key(), row.columns(), row.invisible());
        if (source.column(key, names).isPresent()) {
            uses.add(row.key() + "." + QualifiedName.quoted(key));
        }
    }

    /** What isn't read as a whole is searched for the queries in its parentheses, and for calls. */
    void fragments(List<Token> tokens) {
        TokenCursor cursor = new TokenCursor(nowhere, tokens);
        while (!cursor.atEnd()) {
            if (cursor.at("(") && cursor.peek(1).isAny("select", "with")) {
                List<Token> parentheses = cursor.acceptParentheses();
                query(parentheses.subList(1, Math.max(1, parentheses.size() - 1)));
                continue;
            }
            Token token = cursor.next();
            if (token.isName() && cursor.at("(")) {
                List<String> parts = new ArrayList<>();
                boolean qualified = cursor.peek(-2).is(".") && cursor.peek(-3).isName();
                if (qualified) {
                    parts.add(cursor.peek(-3).text());
                }
                parts.add(token.text());
                routine(names.qualified(parts));
            }
        }
    }

    private void query(List<Token> tokens) {
        statements++;
        QueryReader.Outcome outcome = reader.parse(withoutVariables(tokens));
        if (outcome.statement() == null) {
            uses.addAll(new NameSearch(relations, names).uses(tokens));
            return;
        }
        QueryWalk walk = new QueryWalk(relations, names);
        try {
            if (new DataWalk(walk).statement(outcome.statement())) {
                read++;
                uses.addAll(walk.uses().found());
                unresolved.addAll(walk.uses().unresolved());
            }
        } catch (RuntimeException | StackOverflowError e) {
            unresolved.add("a statement whose tree could not be walked: " + e);
        }
    }

    /** Leaves out {@code INTO variable, …}, which would be read as a table; in SQL Server it is one. */
    private List<Token> withoutVariables(List<Token> tokens) {
        if (names.dialect().id().equals("sqlserver")) {
            return tokens;
        }
        List<Token> kept = new ArrayList<>();
        TokenCursor cursor = new TokenCursor(nowhere, tokens);
        while (!cursor.atEnd()) {
            boolean target = cursor.previous().isAny("insert", "ignore", "replace", "merge", "delayed", "priority");
            if (!cursor.at("into") || target) {
                kept.add(cursor.next());
                continue;
            }
            cursor.next();
            cursor.accept("strict");
            do {
                cursor.next();
                while (cursor.accept(".")) {
                    cursor.next();
                }
            } while (cursor.accept(","));
        }
        return kept;
    }
}
