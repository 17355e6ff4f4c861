package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads CREATE TABLE in all its forms. */
final class CreateTableReader {
    private final Grammar grammar;

    CreateTableReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        int i = 1;
        if (!cursor.at("create")) {
            return false;
        }
        while (cursor.peek(i).isAny("or", "replace", "global", "local", "temporary", "temp", "unlogged")) {
            i++;
        }
        return cursor.peek(i).is("table");
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        cursor.rest();
        return List.of(new Operation.NotUnderstood(cursor.spanFrom(0), "not read yet by " + grammar));
    }
}
