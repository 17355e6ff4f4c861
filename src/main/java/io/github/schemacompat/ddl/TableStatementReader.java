package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads TRUNCATE and MySQL's RENAME TABLE. */
final class TableStatementReader {
    private static final WordList TRUNCATE_OPTIONS =
            WordList.of("drop reuse storage ignore restrict when delete triggers continue identity immediate");

    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;

    TableStatementReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        return cursor.at("truncate") && !cursor.peek(1).is("cluster")
                || grammar == Grammar.ORACLE && cursor.at("rename")
                || grammar == Grammar.DB2
                        && cursor.at("rename")
                        && !cursor.peek(1).isAny("index", "tablespace", "stogroup")
                || grammar == Grammar.MYSQL
                        && cursor.at("rename")
                        && cursor.peek(1).isAny("table", "tables");
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        try {
            List<Operation> operations = cursor.accept("truncate")
                    ? List.of(truncate(cursor, from))
                    : grammar == Grammar.MYSQL ? rename(cursor) : List.of(renameOne(cursor, from));
            Expected.end(cursor);
            return operations;
        } catch (Expected expected) {
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), expected.why()));
        }
    }

    private Operation truncate(TokenCursor cursor, int from) {
        if (grammar == Grammar.SQL_SERVER) {
            Expected.next(cursor, "table");
        } else {
            cursor.accept("table");
        }
        List<QualifiedName> tables = new ArrayList<>();
        do {
            if (grammar == Grammar.POSTGRESQL) {
                cursor.accept("only");
            }
            tables.add(names.read(cursor));
            if (grammar == Grammar.POSTGRESQL) {
                cursor.accept("*");
            }
        } while (grammar == Grammar.POSTGRESQL && cursor.accept(","));
        boolean cascade = false;
        switch (grammar) {
            case SQL_SERVER -> {
                if (cursor.accept("with")) {
                    expressions.parentheses(cursor);
                }
            }
            case POSTGRESQL -> {
                if (!cursor.accept("restart", "identity")) {
                    cursor.accept("continue", "identity");
                }
                cascade = cursor.accept("cascade");
                cursor.accept("restrict");
            }
            case MYSQL -> {
                if (cursor.accept("wait")) {
                    cursor.next();
                }
                cursor.accept("nowait");
            }
            case ORACLE -> {
                while (cursor.acceptAny("preserve", "purge", "materialized", "view", "log", "drop", "all", "reuse")
                        || cursor.accept("storage")) {
                    // where the room goes, which logs are emptied
                }
                cascade = cursor.accept("cascade");
            }
            case DB2 -> {
                while (TRUNCATE_OPTIONS.accept(cursor)) {
                    // where the room goes, whether triggers mind
                }
            }
            default -> {
                if (!cursor.accept("restart", "identity")) {
                    cursor.accept("continue", "identity");
                }
                if (cursor.accept("and", "commit")) {
                    cursor.accept("no", "check");
                }
            }
        }
        return new Operation.Truncate(cursor.spanFrom(from), tables, cascade);
    }

    /** Oracle's {@code RENAME a TO b} of a table, view, sequence or synonym, and DB2's {@code RENAME TABLE a TO b}. */
    private Operation renameOne(TokenCursor cursor, int from) {
        Expected.next(cursor, "rename");
        if (grammar == Grammar.DB2) {
            cursor.accept("table");
        }
        QualifiedName old = names.read(cursor);
        Expected.next(cursor, "to");
        QualifiedName name = names.read(cursor);
        ObjectKind kind = grammar == Grammar.DB2 ? ObjectKind.TABLE : null;
        return new Operation.RenameObject(cursor.spanFrom(from), kind, null, old, null, name, false);
    }

    private List<Operation> rename(TokenCursor cursor) {
        Expected.next(cursor, "rename");
        if (!cursor.acceptAny("table", "tables")) {
            throw Expected.at(cursor, "TABLE");
        }
        boolean ifExists = cursor.accept("if", "exists");
        List<Operation> renames = new ArrayList<>();
        int itemFrom = cursor.index();
        do {
            QualifiedName old = names.read(cursor);
            if (cursor.accept("wait")) {
                cursor.next();
            }
            cursor.accept("nowait");
            Expected.next(cursor, "to");
            QualifiedName name = names.read(cursor);
            renames.add(new Operation.RenameObject(
                    cursor.spanFrom(itemFrom), ObjectKind.TABLE, null, old, null, name, ifExists));
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        return renames;
    }
}
