package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads ALTER TABLE with every action. */
final class AlterTableReader {
    private final Grammar grammar;

    AlterTableReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        return cursor.atSequence("alter", "table")
                || grammar == Grammar.MYSQL
                        && (cursor.atSequence("alter", "ignore", "table")
                                || cursor.atSequence("alter", "online", "table"));
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        cursor.rest();
        return List.of(new Operation.NotUnderstood(cursor.spanFrom(0), "not read yet by " + grammar));
    }
}
