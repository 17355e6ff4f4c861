package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Separation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads DB2's scripts, in which a semicolon ends a statement, or what the client was told to take for its end. Bodies of
 * routines and triggers hold semicolons of their own.
 */
final class TerminatedScriptWalker extends StatementWalker {
    private static final Set<String> WITH_BODY = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "METHOD", "MODULE");
    private static final Set<String> BEFORE_KIND = Set.of("OR", "REPLACE", "SPECIFIC");

    TerminatedScriptWalker(TokenStream in) {
        super(in);
    }

    @Override
    @Nullable
    Statement next() {
        while (in.at(";") || in.atBoundary() && in.peek() != TokenCursor.END) {
            in.next();
        }
        Token first = in.peek();
        if (first == TokenCursor.END) {
            return null;
        }
        if (first.is("!") || first.is("ECHO") && in.isFirstOnLine(first.start())) {
            return new Statement.Simple(in.passCommandLine(first));
        }
        boolean labelled = first.isName() && in.peek(1).is(":");
        if (first.is("BEGIN") || labelled && in.peek(2).is("BEGIN")) {
            return compound(first);
        }
        return simple(first);
    }

    private Statement compound(Token first) {
        RoutineWalker body = new RoutineWalker(in, Separation.TERMINATORS);
        Statement statement = body.statement(1);
        boolean ended = in.at(";") || in.atBoundary();
        return body.broken || !ended ? new Statement.Unstructured(rest(first)) : statement;
    }

    private Statement simple(Token first) {
        boolean hasBody = hasBody(first);
        if (hasBody && in.hasOwnDelimiter()) {
            return new Statement.Simple(rest(first));
        }
        in.next();
        Nesting nesting = new Nesting();
        while (!in.atBoundary() && !in.at(";")) {
            boolean begins = in.at("BEGIN") || in.at("IF") && in.previous().isAny(")", "ROW", "STATEMENT", "DB2SQL");
            if (hasBody && nesting.none() && begins && passBody()) {
                break;
            }
            nesting.pass(in.next());
        }
        return new Statement.Simple(spanFrom(first));
    }

    private boolean hasBody(Token first) {
        if (!first.isAny("CREATE", "ALTER")) {
            return false;
        }
        int at = 1;
        while (BEFORE_KIND.contains(upper(in.peek(at)))) {
            at++;
        }
        return WITH_BODY.contains(upper(in.peek(at)));
    }

    /** Passes the body; stays if it doesn't end where its statement ends. */
    private boolean passBody() {
        Token start = in.peek();
        RoutineWalker body = new RoutineWalker(in, Separation.TERMINATORS);
        body.statement(1);
        if (!body.broken && (in.at(";") || in.atBoundary())) {
            return true;
        }
        in.reset(start);
        return false;
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }
}
