package io.github.schemacompat.sql;

import java.util.Locale;
import java.util.Set;

/** A statement of Transact-SQL that is being read: what came so far tells whether the next word begins another one. */
final class OpenStatement {
    private static final Set<String> MODULES = Set.of("PROC", "PROCEDURE", "VIEW", "FUNCTION", "TRIGGER");

    /** What WITH can name queries for. */
    private static final Set<String> VERBS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");

    private static final Set<String> ALTERED_BY_SET =
            Set.of("DATABASE", "FULLTEXT", "SERVER", "AVAILABILITY", "INDEX", "RESOURCE", "EXTERNAL");

    /** What stands behind a DROP that is a statement and not an action of ALTER. */
    private static final Set<String> DROPPED_ALONE = Set.of(
            "TABLE",
            "VIEW",
            "PROC",
            "PROCEDURE",
            "FUNCTION",
            "TRIGGER",
            "INDEX",
            "TYPE",
            "SCHEMA",
            "SEQUENCE",
            "SYNONYM",
            "DATABASE",
            "USER",
            "LOGIN",
            "ROLE",
            "STATISTICS",
            "DEFAULT",
            "RULE",
            "ASSEMBLY",
            "CERTIFICATE",
            "SYMMETRIC",
            "ASYMMETRIC",
            "AGGREGATE",
            "FULLTEXT",
            "PARTITION",
            "XML",
            "EXTERNAL",
            "SECURITY",
            "SERVICE",
            "QUEUE",
            "MESSAGE",
            "CONTRACT",
            "ROUTE",
            "BROKER",
            "CREDENTIAL",
            "ENDPOINT",
            "APPLICATION",
            "MASTER",
            "SERVER",
            "SEARCH",
            "SELECTIVE",
            "WORKLOAD",
            "SIGNATURE");

    private static final int LONGEST_WORD = 13;

    private final TokenStream in;
    private final StatementWalker.Nesting nesting = new StatementWalker.Nesting();
    private String verb = "";
    private String object = "";
    private int passed;
    private boolean setPassed;
    /** An INSERT has its VALUES, SELECT or EXEC. */
    private boolean sourcePassed;
    /** WITH has begun; the statement that it belongs to is still to come. */
    private boolean verbToCome;
    /** The names of privileges are the words that begin statements. */
    private boolean inPrivileges;

    OpenStatement(TokenStream in) {
        this.in = in;
    }

    /** Takes note of a token that was passed. */
    void pass(Token token) {
        if (nesting.none() && token.kind() == TokenKind.WORD) {
            String word = upper(token);
            if (passed == 0) {
                begin(word);
            } else if (verbToCome && VERBS.contains(word)) {
                begin(word);
            } else if (word.equals("WITH") && in.beforePrevious().isAny("FOR", "AS", "RETURN")) {
                verbToCome = true;
            } else {
                note(word);
            }
        }
        boolean wasOutside = !nesting.inParentheses();
        nesting.pass(token);
        if (wasOutside && nesting.inParentheses() && in.peek().isAny("SELECT", "WITH")) {
            sourcePassed = true;
        }
        passed++;
    }

    private void begin(String word) {
        verb = word;
        verbToCome = word.equals("WITH");
        inPrivileges = Set.of("GRANT", "DENY", "REVOKE").contains(word);
        object = "";
        sourcePassed = false;
        setPassed = word.equals("UPDATE") && in.at("STATISTICS");
        if (word.equals("CREATE") || word.equals("ALTER")) {
            int replacing = in.at("OR") && in.peek(1).isAny("ALTER", "REPLACE") ? 2 : 0;
            object = upper(in.peek(replacing));
        }
    }

    private void note(String word) {
        switch (word) {
            case "SET" -> setPassed = true;
            case "GRANT", "DENY", "REVOKE" ->
                inPrivileges = !in.beforePrevious().is("WITH");
            case "ON", "TO", "FROM" -> inPrivileges = false;
            case "VALUES", "SELECT", "EXEC", "EXECUTE" -> sourcePassed = true;
            default -> {
                // nothing to remember
            }
        }
    }

    /** Whether it is the definition of a view or routine, which goes on to the end of its batch. */
    boolean isModule() {
        return MODULES.contains(object);
    }

    /** Whether the next token belongs to another statement, or closes the block around this one. */
    boolean endsHere() {
        Token token = in.peek();
        if (token.kind() != TokenKind.WORD
                || !nesting.none()
                || inPrivileges
                || token.text().length() > LONGEST_WORD) {
            return false;
        }
        Token after = in.peek(1);
        if (after.is(":") && after.start() == token.end()) {
            return true;
        }
        Token before = in.previous();
        switch (upper(token)) {
            case "END":
                // a column that is GENERATED ALWAYS AS ROW END
                return !(before.is("ROW") && in.beforePrevious().is("AS"));
            case "ELSE", "BACKUP", "BEGIN", "BREAK", "CHECKPOINT", "CLOSE", "COMMIT", "CONTINUE", "DBCC":
            case "DEALLOCATE", "DECLARE", "GOTO", "KILL", "OPEN", "PRINT", "RAISERROR", "READTEXT", "RECONFIGURE":
            case "RESTORE", "RETURN", "REVERT", "SHUTDOWN", "TRUNCATE", "UPDATETEXT", "USE", "WAITFOR", "WHILE":
            case "WRITETEXT":
                return true;
            case "CREATE", "DENY", "REVOKE":
                return !isSchemaWithElements();
            case "GRANT":
                return !isSchemaWithElements() && !before.is("WITH");
            case "ROLLBACK":
                return !before.is("WITH");
            case "SAVE":
                return after.isAny("TRAN", "TRANSACTION");
            case "BULK":
                return after.is("INSERT");
            case "ADD":
                return after.isAny("SIGNATURE", "COUNTER", "SENSITIVITY");
            case "THROW":
                return after.kind() == TokenKind.NUMBER
                        || after.kind() == TokenKind.VARIABLE
                        || after.isAny(";", "END")
                        || after == TokenCursor.END;
            case "ENABLE", "DISABLE":
                return after.is("TRIGGER") && (!verb.equals("ALTER") || namesItsTable(2));
            case "FETCH":
                return !before.isAny("ROW", "ROWS");
            case "IF":
                // DROP TABLE IF EXISTS t
                return !(after.is("EXISTS") && !in.peek(2).is("("));
            case "ALTER":
                return !(verb.equals("ALTER") && (after.is("COLUMN") || after.is("INDEX") && !namesItsTable(2)));
            case "DROP":
                return !(verb.equals("ALTER") && isAlterAction(after));
            case "MERGE":
                return !after.isAny("JOIN", "RANGE") && !verbToCome;
            case "INSERT", "UPDATE", "DELETE":
                return beginsChange(before, after);
            case "SELECT":
                return !(verbToCome
                        || verb.equals("INSERT") && !sourcePassed
                        || before.isAny("UNION", "EXCEPT", "INTERSECT", "FOR", "AS", "RETURN")
                        || before.is("ALL") && in.beforePrevious().is("UNION"));
            case "EXEC", "EXECUTE":
                return !(verb.equals("INSERT") && !sourcePassed || before.is("WITH"));
            case "SET":
                return beginsSet(before, after);
            case "WITH":
                return beginsCommonTable(before);
            default:
                return false;
        }
    }

    /** {@code CREATE SCHEMA s CREATE TABLE t …} is one statement. */
    private boolean isSchemaWithElements() {
        return verb.equals("CREATE") && object.equals("SCHEMA");
    }

    /** Whether ON comes behind the name that stands so many places ahead. */
    private boolean namesItsTable(int places) {
        int at = places;
        while (in.peek(at).isName() && in.peek(at + 1).is(".")) {
            at += 2;
        }
        return in.peek(at + 1).is("ON");
    }

    private boolean isAlterAction(Token after) {
        if (after.is("INDEX") && object.equals("TABLE")) {
            return !in.peek(2).is("IF") && !in.peek(3).is(".") && !namesItsTable(2);
        }
        return after.kind() != TokenKind.WORD || !DROPPED_ALONE.contains(upper(after));
    }

    private boolean beginsChange(Token before, Token after) {
        if (verbToCome || after.is("(") && in.at("UPDATE")) {
            return false;
        }
        if (before.is("THEN") && verb.equals("MERGE") || before.isAny("FOR", "BULK", "AFTER", "BEFORE", "OF")) {
            return false;
        }
        boolean referentialAction = before.is("ON")
                && (after.isAny("CASCADE", "NO")
                        || after.is("SET") && in.peek(2).isAny("NULL", "DEFAULT"));
        return !referentialAction;
    }

    private boolean beginsSet(Token before, Token after) {
        boolean part = after.is("(")
                || verb.equals("UPDATE") && !setPassed
                || verb.equals("MERGE") && before.is("UPDATE")
                || before.isAny("DELETE", "UPDATE") && in.beforePrevious().is("ON")
                || verb.equals("ALTER") && !setPassed && ALTERED_BY_SET.contains(object);
        return !part;
    }

    /** WITH begins hints and options as well; only before a name and AS it names a query. */
    private boolean beginsCommonTable(Token before) {
        if (in.peek(1).is("XMLNAMESPACES")) {
            return !before.isAny("FOR", "AS");
        }
        if (before.isAny("FOR", "AS", "RETURN") || !in.peek(1).isName()) {
            return false;
        }
        int at = 2;
        if (in.peek(at).is("(")) {
            while (!in.peek(at).is(")")) {
                if (in.peek(at) == TokenCursor.END || in.peek(at).isAny("SELECT", ";")) {
                    return false;
                }
                at++;
            }
            at++;
        }
        return in.peek(at).is("AS") && in.peek(at + 1).is("(");
    }

    private static String upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }
}
