package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;

/** Reads SELECT … INTO a new table, also behind WITH. */
final class SelectIntoReader {
    private final Grammar grammar;
    private final NameReader names;

    SelectIntoReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
    }

    /**
     * Whether the statement makes a table; the cursor stays at its first token. MySQL's INTO fills variables or a file,
     * and so does INTO in a PL/pgSQL body, which the caller has to know.
     */
    boolean at(TokenCursor cursor) {
        return (grammar == Grammar.SQL_SERVER || grammar == Grammar.POSTGRESQL)
                && cursor.peek().isAny("select", "with", "(")
                && into(cursor) >= 0;
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        int into = into(cursor);
        try {
            if (into < 0) {
                throw Expected.at(cursor, "SELECT … INTO");
            }
            cursor.reset(from + into + 1);
            boolean temporary = grammar == Grammar.POSTGRESQL && modifiers(cursor);
            var name = names.read(cursor);
            cursor.rest();
            boolean local = grammar == Grammar.SQL_SERVER && name.name().startsWith("#");
            return List.of(
                    new Operation.SelectInto(cursor.spanFrom(from), name, temporary || local, cursor.spanFrom(from)));
        } catch (Expected expected) {
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), expected.why()));
        }
    }

    private static boolean modifiers(TokenCursor cursor) {
        cursor.acceptAny("global", "local");
        boolean temporary = cursor.acceptAny("temporary", "temp");
        cursor.accept("unlogged");
        cursor.accept("table");
        return temporary;
    }

    /** How many tokens ahead INTO stands behind a SELECT's own list, or -1. */
    private static int into(TokenCursor cursor) {
        int depth = 0;
        boolean select = false;
        for (int i = 0; cursor.peek(i) != TokenCursor.END; i++) {
            Token token = cursor.peek(i);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            } else if (depth == 0 && token.isAny("insert", "update", "delete", "merge")) {
                return -1;
            } else if (depth == 0 && token.is("select")) {
                select = true;
            } else if (depth == 0 && select && token.is("into") && token.kind() == TokenKind.WORD) {
                return cursor.peek(i + 1).kind() == TokenKind.VARIABLE ? -1 : i;
            }
        }
        return -1;
    }
}
