package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Separation;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bodies in which every statement ends with a semicolon: PL/pgSQL, and what MySQL and MariaDB store. */
final class RoutineWalker extends StatementWalker {
    /** PL/pgSQL, and PL/SQL, which it was made after. */
    private final boolean plpgsql;
    /** What is read may be the body of a PL/SQL unit, whose declarations stand before it without the word DECLARE. */
    private boolean unit;

    RoutineWalker(TokenStream in, Separation separation) {
        super(in);
        this.plpgsql = separation == Separation.SEMICOLONS || separation == Separation.SLASH_LINES;
        this.unit = separation == Separation.SLASH_LINES;
    }

    @Override
    @Nullable
    Statement next() {
        while (in.accept(";")) {
            // between statements
        }
        if (in.peek() == TokenCursor.END) {
            return null;
        }
        Token first = in.peek();
        Statement statement = unit && first.isAny("IS", "AS") ? declaring(first) : statement(0);
        unit = false;
        if (broken) {
            broken = false;
            return new Statement.Unstructured(rest(first));
        }
        return statement;
    }

    /** Reads one statement; look at {@link #broken} before using it. */
    Statement statement(int depth) {
        Token first = in.peek();
        if (in.atBoundary()) {
            broken = true;
            return new Statement.Simple(textFrom(first));
        }
        if (depth > DEEPEST) {
            broken = true;
            return simple(first);
        }
        passLabel();
        Token head = in.peek();
        if (head.is("IF")) {
            return ifStatement(first, depth);
        }
        if (head.is("CASE")) {
            return caseStatement(first, depth);
        }
        if (head.is("LOOP")) {
            in.next();
            return loop(first, spanFrom(head), "LOOP", depth);
        }
        if (head.isAny("WHILE", "FOR") || plpgsql && head.is("FOREACH")) {
            in.next();
            boolean found = passUntil(plpgsql ? "LOOP" : "DO");
            Span header = spanFrom(head);
            in.next();
            String closing = plpgsql ? "LOOP" : head.text();
            return found ? loop(first, header, closing, depth) : broken(first);
        }
        if (!plpgsql && head.is("REPEAT")) {
            return repeat(first, depth);
        }
        if (head.is("BEGIN") || plpgsql && head.is("DECLARE")) {
            return block(first, depth);
        }
        return simple(first);
    }

    private Statement broken(Token first) {
        broken = true;
        return new Statement.Simple(spanFrom(first));
    }

    private void passLabel() {
        if (plpgsql) {
            if (in.at("<<") && in.peek(2).is(">>")) {
                in.next();
                in.next();
                in.next();
            }
        } else if (in.peek().isName()
                && in.peek(1).is(":")
                && in.peek(2).isAny("BEGIN", "LOOP", "WHILE", "REPEAT", "FOR")) {
            in.next();
            in.next();
        }
    }

    private void passEndLabel() {
        if (in.peek().isName() && (in.peek(1).is(";") || in.peek(1) == TokenCursor.END)) {
            in.next();
        }
    }

    /** The statements up to one of these words, which isn't passed. */
    private List<Statement> statements(int depth, String... closing) {
        List<Statement> statements = new ArrayList<>();
        while (!broken) {
            while (in.accept(";")) {
                // between statements
            }
            if (in.peek().isAny(closing)) {
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

    /** Passes everything before this word; false if the statement ends before it comes. */
    private boolean passUntil(String word) {
        Nesting nesting = new Nesting();
        while (!in.atBoundary() && !in.at(";")) {
            if (nesting.none() && in.at(word)) {
                return true;
            }
            nesting.pass(in.next());
        }
        return false;
    }

    private Statement ifStatement(Token first, int depth) {
        Statement statement = branch(first, depth);
        if (!broken && !(in.accept("END") && in.accept("IF"))) {
            broken = true;
        }
        return statement instanceof Statement.If branch
                ? new Statement.If(spanFrom(first), branch.condition(), branch.then(), branch.otherwise())
                : statement;
    }

    /** IF or ELSIF with its condition, and all that may follow, up to END. */
    private Statement branch(Token first, int depth) {
        in.next();
        Token conditionStart = in.peek();
        boolean found = passUntil("THEN");
        Span condition = textFrom(conditionStart);
        if (!found || depth > DEEPEST) {
            return broken(first);
        }
        in.next();
        List<Statement> then = statements(depth, "ELSIF", "ELSEIF", "ELSE", "END");
        List<Statement> otherwise = List.of();
        if (!broken && in.peek().isAny("ELSIF", "ELSEIF")) {
            otherwise = List.of(branch(in.peek(), depth + 1));
        } else if (!broken && in.accept("ELSE")) {
            otherwise = statements(depth, "END");
        }
        return new Statement.If(spanFrom(first), condition, then, otherwise);
    }

    private Statement caseStatement(Token first, int depth) {
        Token head = in.next();
        boolean searched = in.at("WHEN");
        if (!passUntil("WHEN")) {
            return broken(first);
        }
        // without its operand a WHEN of a simple CASE would look like a condition of its own
        Statement statement = whenBranch(first, searched ? null : head, searched, depth);
        if (!broken && !(in.accept("END") && in.accept("CASE"))) {
            broken = true;
        }
        return statement instanceof Statement.If branch
                ? new Statement.If(spanFrom(first), branch.condition(), branch.then(), branch.otherwise())
                : statement;
    }

    private Statement whenBranch(Token first, @Nullable Token operand, boolean searched, int depth) {
        Token when = in.next();
        Token conditionStart = searched ? in.peek() : operand == null ? when : operand;
        boolean found = passUntil("THEN");
        Span condition = textFrom(conditionStart);
        if (!found || depth > DEEPEST) {
            return broken(first);
        }
        in.next();
        List<Statement> then = statements(depth, "WHEN", "ELSE", "END");
        List<Statement> otherwise = List.of();
        if (!broken && in.at("WHEN")) {
            otherwise = List.of(whenBranch(in.peek(), null, searched, depth + 1));
        } else if (!broken && in.accept("ELSE")) {
            otherwise = statements(depth, "END");
        }
        return new Statement.If(spanFrom(first), condition, then, otherwise);
    }

    private Statement loop(Token first, Span header, String closing, int depth) {
        List<Statement> body = statements(depth, "END");
        if (!broken && !(in.accept("END") && in.accept(closing))) {
            broken = true;
        }
        passEndLabel();
        return new Statement.Loop(spanFrom(first), header, body);
    }

    private Statement repeat(Token first, int depth) {
        in.next();
        List<Statement> body = statements(depth, "UNTIL");
        Token until = in.peek();
        boolean found = passUntil("END");
        Span condition = textFrom(until);
        if (!found || !(in.accept("END") && in.accept("REPEAT"))) {
            broken = true;
        }
        passEndLabel();
        return new Statement.Loop(spanFrom(first), condition, body);
    }

    private Statement block(Token first, int depth) {
        List<Statement> body = new ArrayList<>();
        List<Statement> handlers = new ArrayList<>();
        if (in.at("DECLARE") && !declarations(body)) {
            return broken(first);
        }
        in.next();
        if (in.at("NOT") && in.peek(1).is("ATOMIC")) {
            in.next();
        }
        in.accept("ATOMIC");
        while (!broken) {
            body.addAll(statements(depth, "END", "EXCEPTION", "DECLARE"));
            if (broken || !in.at("DECLARE")) {
                break;
            }
            if (!plpgsql && in.peek(2).is("HANDLER")) {
                passHandlerHead();
                handlers.add(statement(depth + 1));
            } else {
                body.add(statement(depth + 1));
            }
        }
        if (!broken && in.accept("EXCEPTION")) {
            while (!broken && in.at("WHEN")) {
                if (!passUntil("THEN")) {
                    return broken(first);
                }
                in.next();
                handlers.addAll(statements(depth, "WHEN", "END"));
            }
        }
        if (!broken && !in.accept("END")) {
            broken = true;
        }
        passEndLabel();
        return new Statement.Block(spanFrom(first), body, handlers);
    }

    /** All declarations are one statement, which begins with DECLARE. */
    private boolean declarations(List<Statement> body) {
        Token first = in.peek();
        Token last = first;
        boolean any = false;
        in.next();
        boolean begins = true;
        while (!in.atBoundary()) {
            if (begins && in.at("BEGIN")) {
                if (any) {
                    body.add(new Statement.Simple(in.span(first.start(), last.end())));
                }
                return true;
            }
            Token token = begins && in.peek().isAny("PROCEDURE", "FUNCTION") ? passSubprogram() : in.next();
            begins = token.is(";");
            if (!begins) {
                last = token;
                any = true;
            }
        }
        return false;
    }

    /** A procedure or function that is declared within another, up to its semicolon. */
    private Token passSubprogram() {
        Token last = in.next();
        while (!in.atBoundary() && !in.peek().isAny(";", "IS", "AS", "BEGIN", "EXTERNAL", "LANGUAGE")) {
            last = in.next();
        }
        if (in.peek().isAny("IS", "AS")) {
            Token start = in.peek();
            Statement body = declarations(new ArrayList<>()) ? block(start, 1) : null;
            last = body == null || broken ? last : in.previous();
        }
        return last;
    }

    /** The declarations and the block of a PL/SQL unit, from the word IS or AS on. */
    private Statement declaring(Token first) {
        List<Statement> body = new ArrayList<>();
        if (!declarations(body)) {
            return broken(first);
        }
        Statement block = block(first, 0);
        if (block instanceof Statement.Block inner) {
            body.addAll(inner.body());
            return new Statement.Block(spanFrom(first), body, inner.handlers());
        }
        return block;
    }

    /** {@code DECLARE EXIT HANDLER FOR NOT FOUND, SQLSTATE '23000'}, up to what it runs. */
    private void passHandlerHead() {
        for (int i = 0; i < 4; i++) {
            in.next();
        }
        do {
            in.accept(",");
            if (in.accept("NOT")) {
                in.next();
            } else if (in.accept("SQLSTATE")) {
                in.accept("VALUE");
                in.next();
            } else {
                in.next();
            }
        } while (in.at(","));
    }

    /** @param first where it begins: its first word, or the label before it */
    private Statement simple(Token first) {
        Token head = in.next();
        Nesting nesting = new Nesting();
        nesting.pass(head);
        boolean rule =
                plpgsql && head.is("CREATE") && (in.at("RULE") || in.peek(2).is("RULE"));
        while (!in.atBoundary() && (!in.at(";") || rule && nesting.inParentheses())) {
            nesting.pass(in.next());
        }
        return new Statement.Simple(spanFrom(first));
    }
}
