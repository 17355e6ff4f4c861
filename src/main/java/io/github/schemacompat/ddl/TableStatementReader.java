package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads TRUNCATE, RENAME TABLE. */
final class TableStatementReader {
    private final Grammar grammar;

    TableStatementReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        return cursor.at("truncate")
                || grammar == Grammar.MYSQL
                        && cursor.at("rename")
                        && cursor.peek(1).isAny("table", "tables");
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        cursor.rest();
        return List.of(new Operation.NotUnderstood(cursor.spanFrom(0), "not read yet by " + grammar));
    }
}
