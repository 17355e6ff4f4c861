package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Separation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads scripts in which a semicolon, or what a DELIMITER line says, ends a statement: PostgreSQL, MySQL, MariaDB. */
final class ScriptWalker extends StatementWalker {
    private static final Set<String> OTHER_OBJECTS = Set.of(
            "TABLE",
            "VIEW",
            "INDEX",
            "DATABASE",
            "SCHEMA",
            "USER",
            "ROLE",
            "SERVER",
            "SEQUENCE",
            "TABLESPACE",
            "LOGFILE",
            "TYPE",
            "DOMAIN",
            "RULE",
            "EXTENSION",
            "AGGREGATE",
            "OPERATOR",
            "POLICY");

    private final Separation separation;

    ScriptWalker(TokenStream in, Separation separation) {
        super(in);
        this.separation = separation;
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
        if (in.atClientLine()) {
            return new Statement.Simple(spanFrom(in.next()));
        }
        if (separation == Separation.DELIMITERS && in.at("BEGIN") && in.peek(1).is("NOT")) {
            return compound();
        }
        return simple();
    }

    private Statement simple() {
        Token first = in.next();
        Nesting nesting = new Nesting();
        boolean routineMayCome = first.isAny("CREATE", "ALTER");
        boolean rule = false;
        boolean copy = separation == Separation.SEMICOLONS && first.is("COPY");
        boolean rows = false;
        String routine = "";
        boolean bodyMayCome = false;
        while (!in.atBoundary() && !in.atClientLine()) {
            if (in.at(";") && !(rule && nesting.inParentheses())) {
                break;
            }
            if (bodyMayCome && nesting.none() && atBody()) {
                if (passBody()) {
                    break;
                }
                // one attempt: the rest is cut at semicolons, and nobody will understand it
                routine = "";
                bodyMayCome = false;
            }
            Token token = in.next();
            nesting.pass(token);
            rows |= copy && token.is("STDIN") && in.beforePrevious().is("FROM");
            if (routineMayCome && token.kind() == TokenKind.WORD) {
                if (token.isAny("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT")) {
                    routine = token.text();
                    routineMayCome = false;
                    if (in.hasOwnDelimiter()) {
                        return new Statement.Simple(rest(first));
                    }
                } else if (OTHER_OBJECTS.contains(token.text().toUpperCase(Locale.ROOT))) {
                    rule = token.is("RULE");
                    routineMayCome = false;
                }
            }
            bodyMayCome |= nesting.none() && bodyMayFollow(routine, token);
        }
        if (rows && in.at(";")) {
            int end = in.endOfRows(in.peek());
            if (end > 0) {
                return new Statement.Simple(in.span(first.start(), end));
            }
        }
        return new Statement.Simple(spanFrom(first));
    }

    private boolean bodyMayFollow(String routine, Token token) {
        if (separation == Separation.COMPOUND_STATEMENTS) {
            return !routine.isEmpty();
        }
        if (routine.equalsIgnoreCase("TRIGGER")) {
            return token.is("ROW");
        }
        if (routine.equalsIgnoreCase("EVENT")) {
            return token.is("DO");
        }
        return !routine.isEmpty() && token.is(")");
    }

    private boolean atBody() {
        Token start = in.peek();
        if (separation == Separation.SEMICOLONS) {
            return start.is("BEGIN") && in.peek(1).is("ATOMIC");
        }
        boolean labelled = start.isName() && in.peek(1).is(":");
        boolean begins = labelled || start.isAny("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT");
        if (separation == Separation.COMPOUND_STATEMENTS) {
            // an IF or CASE elsewhere belongs to a condition
            return start.is("BEGIN") || begins && in.previous().isAny("ROW", ")", "DATA", "SQL", "DETERMINISTIC");
        }
        return begins && !in.previous().isAny("RETURN", "SELECT", ",", "=");
    }

    /** Passes a body of several statements; stays if it doesn't end where its statement ends. */
    private boolean passBody() {
        Token start = in.peek();
        RoutineWalker body = new RoutineWalker(in, separation);
        body.statement(1);
        if (!body.broken && (in.at(";") || in.atBoundary())) {
            return true;
        }
        in.reset(start);
        return false;
    }

    private Statement compound() {
        Token first = in.peek();
        RoutineWalker body = new RoutineWalker(in, separation);
        Statement statement = body.statement(1);
        return body.broken ? new Statement.Unstructured(rest(first)) : statement;
    }
}
