package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Separation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Oracle's scripts as SQL*Plus does: a semicolon ends a statement, a line with a slash ends a PL/SQL unit, and lines
 * that begin with one of its own commands go to nobody else.
 */
final class SlashScriptWalker extends StatementWalker {
    /** Commands of SQL*Plus, with the short forms that people use. */
    private static final Set<String> COMMANDS = Set.of(
            "ACCEPT",
            "ARCHIVE",
            "BREAK",
            "BTITLE",
            "CLEAR",
            "COL",
            "COLUMN",
            "COMPUTE",
            "CONN",
            "CONNECT",
            "COPY",
            "DEF",
            "DEFINE",
            "DESC",
            "DESCRIBE",
            "DISC",
            "DISCONNECT",
            "EXEC",
            "EXECUTE",
            "EXIT",
            "HOST",
            "PAUSE",
            "PRINT",
            "PRO",
            "PROMPT",
            "QUIT",
            "REM",
            "REMARK",
            "SHO",
            "SHOW",
            "SPO",
            "SPOOL",
            "START",
            "TIMING",
            "TTITLE",
            "UNDEF",
            "UNDEFINE",
            "VAR",
            "VARIABLE",
            "WHENEVER");

    /** What stands behind a SET that is a statement. */
    private static final Set<String> SET_STATEMENTS = Set.of("ROLE", "TRANSACTION", "CONSTRAINT", "CONSTRAINTS");

    /** What a CREATE makes that has a body in PL/SQL or Java. */
    private static final Set<String> UNITS =
            Set.of("PROCEDURE", "FUNCTION", "PACKAGE", "TRIGGER", "TYPE", "LIBRARY", "JAVA");

    private static final Set<String> BEFORE_UNIT =
            Set.of("OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE", "AND", "COMPILE", "RESOLVE", "NOFORCE", "FORCE");

    /** Words that begin no statement of PL/SQL, so that one where a statement begins shows that a slash was left out. */
    private static final Set<String> NOT_IN_A_UNIT =
            Set.of("CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "TRUNCATE", "RENAME", "COMMENT");

    SlashScriptWalker(TokenStream in) {
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
        if (isCommand(first)) {
            return new Statement.Simple(in.passCommandLine(first));
        }
        if (first.isAny("BEGIN", "DECLARE") || first.is("<<")) {
            return block(first);
        }
        return isUnit(first) ? unit(first) : simple(first);
    }

    private boolean isCommand(Token first) {
        if (!in.isFirstOnLine(first.start())) {
            return false;
        }
        String word = upper(first);
        if (word.equals("SET")) {
            return !SET_STATEMENTS.contains(in.wordBehind(first));
        }
        // EXECUTE IMMEDIATE stands in blocks only, and CONNECT BY never begins a line that begins a statement
        return first.kind() == TokenKind.WORD && COMMANDS.contains(word) || first.isAny("@", "!");
    }

    private Statement block(Token first) {
        RoutineWalker body = new RoutineWalker(in, Separation.SLASH_LINES);
        Statement statement = body.statement(1);
        boolean ended = in.at(";") || in.atBoundary();
        return body.broken || !ended ? new Statement.Unstructured(rest(first)) : statement;
    }

    private boolean isUnit(Token first) {
        if (!first.is("CREATE")) {
            return false;
        }
        int at = 1;
        while (BEFORE_UNIT.contains(upper(in.peek(at)))) {
            at++;
        }
        return UNITS.contains(upper(in.peek(at)));
    }

    private Statement unit(Token first) {
        Token last = in.next();
        while (!in.atBoundary()) {
            if (last.is(";") && in.peek().kind() == TokenKind.WORD && NOT_IN_A_UNIT.contains(upper(in.peek()))) {
                break;
            }
            last = in.next();
        }
        return new Statement.Simple(spanFrom(first));
    }

    private Statement simple(Token first) {
        in.next();
        while (!in.atBoundary() && !in.at(";")) {
            in.next();
        }
        return new Statement.Simple(spanFrom(first));
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }
}
