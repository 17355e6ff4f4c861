package io.github.schemacompat.sql;

import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Transact-SQL, in which a statement ends where the next one begins. */
final class TransactSqlWalker extends StatementWalker {
    TransactSqlWalker(TokenStream in) {
        super(in);
    }

    @Override
    @Nullable
    Statement next() {
        while (in.at(";") || in.atBoundary() && in.peek() != TokenCursor.END) {
            in.next();
        }
        if (in.peek() == TokenCursor.END) {
            return null;
        }
        Token first = in.peek();
        Statement statement = statement(0);
        if (broken) {
            broken = false;
            return new Statement.Unstructured(rest(first));
        }
        return statement;
    }

    private Statement statement(int depth) {
        Token first = in.peek();
        if (in.atClientLine()) {
            return new Statement.Simple(spanFrom(in.next()));
        }
        if (depth > DEEPEST) {
            broken = true;
            return simple();
        }
        if (first.is("IF")) {
            return ifStatement(depth);
        }
        if (first.is("WHILE")) {
            Span condition = condition();
            List<Statement> body = nested(depth);
            return new Statement.Loop(spanFrom(first), in.span(first.start(), condition.end()), body);
        }
        if (first.is("BEGIN") && !in.peek(1).isAny("TRAN", "TRANSACTION", "DISTRIBUTED", "DIALOG", "CONVERSATION")) {
            return block(depth);
        }
        return simple();
    }

    private Statement ifStatement(int depth) {
        Token first = in.peek();
        Span condition = condition();
        List<Statement> then = nested(depth);
        List<Statement> otherwise = List.of();
        if (!broken && elseFollows()) {
            in.next();
            otherwise = nested(depth);
        }
        return new Statement.If(spanFrom(first), condition, then, otherwise);
    }

    /** Passes the terminators between a statement and its ELSE. */
    private boolean elseFollows() {
        int semicolons = 0;
        while (in.peek(semicolons).is(";")) {
            semicolons++;
        }
        if (!in.peek(semicolons).is("ELSE")) {
            return false;
        }
        for (int i = 0; i < semicolons; i++) {
            in.next();
        }
        return true;
    }

    /** Passes IF or WHILE and what it asks. */
    private Span condition() {
        OpenStatement open = new OpenStatement(in);
        open.pass(in.next());
        Token start = in.peek();
        while (!atEndOfText() && !open.endsHere()) {
            open.pass(in.next());
        }
        if (in.previous().start() < start.start()) {
            broken = true;
        }
        return textFrom(start);
    }

    /** The one statement behind IF, ELSE or WHILE. */
    private List<Statement> nested(int depth) {
        if (broken) {
            return List.of();
        }
        if (in.atBoundary() || in.at(";") || in.at("END") || in.at("ELSE")) {
            broken = true;
            return List.of();
        }
        return List.of(statement(depth + 1));
    }

    private Statement block(int depth) {
        Token first = in.next();
        boolean attempt = in.at("TRY");
        if (attempt || in.at("CATCH")) {
            in.next();
        } else if (in.at("ATOMIC") && in.peek(1).is("WITH")) {
            passAtomic();
        }
        List<Statement> body = statements(depth);
        if (!broken && attempt) {
            in.accept("TRY");
            int semicolons = 0;
            while (in.peek(semicolons).is(";")) {
                semicolons++;
            }
            if (in.peek(semicolons).is("BEGIN") && in.peek(semicolons + 1).is("CATCH")) {
                for (int i = 0; i < semicolons + 2; i++) {
                    in.next();
                }
                List<Statement> handlers = statements(depth);
                in.accept("CATCH");
                return new Statement.Block(spanFrom(first), body, handlers);
            }
        } else if (!broken) {
            in.accept("CATCH");
        }
        return new Statement.Block(spanFrom(first), body, List.of());
    }

    private void passAtomic() {
        in.next();
        in.next();
        Nesting nesting = new Nesting();
        do {
            nesting.pass(in.next());
        } while (nesting.inParentheses() && !in.atBoundary());
    }

    /** The statements up to END, which is passed. */
    private List<Statement> statements(int depth) {
        List<Statement> statements = new ArrayList<>();
        while (!broken) {
            while (in.accept(";")) {
                // between statements
            }
            if (in.at("END") && !in.peek(1).is("CONVERSATION")) {
                in.next();
                break;
            }
            if (in.atBoundary()) {
                broken = true;
                break;
            }
            statements.add(statement(depth + 1));
        }
        return statements;
    }

    private boolean atEndOfText() {
        return in.atBoundary() || in.atClientLine() || in.at(";");
    }

    private Statement simple() {
        Token first = in.peek();
        OpenStatement open = new OpenStatement(in);
        open.pass(in.next());
        if (open.isModule()) {
            return new Statement.Simple(rest(first));
        }
        if (first.kind() == TokenKind.WORD && in.at(":")) {
            in.next();
            return new Statement.Simple(spanFrom(first));
        }
        while (!atEndOfText() && !open.endsHere()) {
            open.pass(in.next());
        }
        return new Statement.Simple(spanFrom(first));
    }
}
