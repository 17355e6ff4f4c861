package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a script undoes itself: the statements between its own BEGIN or SAVEPOINT and a ROLLBACK that is run in any
 * case. A transaction that the migration tool began isn't known, and a ROLLBACK in a condition or a handler isn't run
 * where all goes well.
 */
final class Transactions {
    private final boolean transactSql;
    private final Lexer lexer;
    private final Set<Integer> undone = new HashSet<>();
    /** Where the statements begin that are not committed yet; null outside of a transaction. */
    private @Nullable List<Integer> open;

    private final List<Savepoint> savepoints = new ArrayList<>();
    private boolean begun;
    private int depth;

    private Transactions(Dialect dialect) {
        this.transactSql = Engine.of(dialect) == Engine.SQL_SERVER;
        this.lexer = new Lexer(dialect);
    }

    /**
     * @param name null where none is given
     * @param at how many statements came before it in its transaction
     */
    private record Savepoint(@Nullable String name, int at) {}

    static boolean mayUndo(Dialect dialect, Span text) {
        return dialect.transactionalDdl() && (text.mentions("rollback") || text.mentions("abort"));
    }

    /** @return where the undone ones among these statements begin */
    static Set<Integer> undone(Dialect dialect, Iterator<Statement> statements) {
        Transactions transactions = new Transactions(dialect);
        statements.forEachRemaining(transactions::next);
        return transactions.undone;
    }

    private void next(Statement statement) {
        if (!(statement instanceof Statement.Simple)) {
            if (ends(statement)) {
                end();
            }
            note(statement);
            return;
        }
        TokenCursor in = cursor(statement);
        if (in.acceptAny("BEGIN", "START") && (!transactSql || in.peek().isAny("TRAN", "TRANSACTION"))) {
            begin();
        } else if (in.accept("SAVEPOINT") || in.accept("SAVE") && in.acceptAny("TRAN", "TRANSACTION")) {
            save(name(in));
        } else if (in.accept("RELEASE")) {
            in.accept("SAVEPOINT");
            release(name(in));
        } else if (in.acceptAny("ROLLBACK", "ABORT")) {
            rollback(in);
        } else if (in.acceptAny("COMMIT", "END") && !in.at("PREPARED") || in.accept("PREPARE", "TRANSACTION")) {
            commit(in);
        } else {
            note(statement);
        }
    }

    private TokenCursor cursor(Statement statement) {
        Span span = statement.span();
        return new TokenCursor(span.source(), lexer.tokens(span));
    }

    private void note(Statement statement) {
        if (open != null) {
            open.add(statement.span().start());
        }
    }

    /** Whether something in a block or condition may end the transaction. */
    private boolean ends(Statement statement) {
        return statement instanceof Statement.Simple
                ? cursor(statement).peek().isAny("COMMIT", "ROLLBACK")
                : statement.parts().stream().anyMatch(this::ends);
    }

    private void begin() {
        if (!begun) {
            end();
            begun = true;
            open = new ArrayList<>();
        }
        depth++;
    }

    private void end() {
        open = null;
        begun = false;
        depth = 0;
        savepoints.clear();
    }

    /** Transact-SQL counts: the last COMMIT ends the transaction. */
    private void commit(TokenCursor in) {
        if (transactSql && --depth > 0) {
            return;
        }
        end();
        chain(in);
    }

    private void chain(TokenCursor in) {
        in.acceptAny("WORK", "TRANSACTION");
        if (in.accept("AND", "CHAIN")) {
            begin();
        }
    }

    private void save(@Nullable String name) {
        if (open == null) {
            open = new ArrayList<>();
        }
        savepoints.add(new Savepoint(name, open.size()));
    }

    private void release(@Nullable String name) {
        int at = last(name);
        if (at >= 0) {
            savepoints.subList(at, savepoints.size()).clear();
        }
        if (savepoints.isEmpty() && !begun) {
            end();
        }
    }

    private void rollback(TokenCursor in) {
        if (in.at("PREPARED")) {
            return;
        }
        in.acceptAny("WORK", "TRAN", "TRANSACTION");
        boolean toSavepoint = in.accept("TO");
        in.accept("SAVEPOINT");
        String name = name(in);
        int at = toSavepoint || transactSql && name != null ? last(name) : -1;
        if (at >= 0) {
            undo(savepoints.get(at).at());
            savepoints.subList(at + 1, savepoints.size()).clear();
        } else if (!toSavepoint) {
            undo(0);
            end();
            chain(in);
        }
    }

    private void undo(int from) {
        if (open != null) {
            List<Integer> after = open.subList(from, open.size());
            undone.addAll(after);
            after.clear();
        }
    }

    /** Where the last savepoint of that name stands; without a name, the last one. */
    private int last(@Nullable String name) {
        int at = savepoints.size() - 1;
        while (at >= 0
                && name != null
                && !name.equalsIgnoreCase(savepoints.get(at).name())) {
            at--;
        }
        return at;
    }

    private static @Nullable String name(TokenCursor in) {
        Token token = in.peek();
        return token.isName() && !token.is("AND") ? token.text() : null;
    }
}
