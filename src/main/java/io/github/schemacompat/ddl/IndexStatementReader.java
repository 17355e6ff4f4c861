package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads CREATE INDEX, DROP INDEX and ALTER INDEX. */
final class IndexStatementReader {
    private final Grammar grammar;

    IndexStatementReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        int i = 1;
        if (!cursor.peek().isAny("create", "drop", "alter")) {
            return false;
        }
        while (cursor.peek(i)
                .isAny(
                        "or",
                        "replace",
                        "unique",
                        "clustered",
                        "nonclustered",
                        "columnstore",
                        "fulltext",
                        "spatial",
                        "primary",
                        "xml",
                        "online",
                        "offline")) {
            i++;
        }
        return cursor.peek(i).is("index");
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        cursor.rest();
        return List.of(new Operation.NotUnderstood(cursor.spanFrom(0), "not read yet by " + grammar));
    }
}
