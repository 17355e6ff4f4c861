package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads ALTER TABLE with every action. */
final class AlterTableReader {
    private final Grammar grammar;
    private final NameReader names;
    private final TableActions tableActions;

    AlterTableReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.tableActions = TableActions.of(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        int i = 1;
        while (grammar == Grammar.MYSQL && cursor.peek(i).isAny("online", "offline", "ignore")
                || grammar == Grammar.POSTGRESQL && cursor.peek(i).is("foreign")) {
            i++;
        }
        return cursor.at("alter") && cursor.peek(i).is("table");
    }

    /**
     * Reads the whole statement, from its first token to its last. What can't be read in one clause is told in its place,
     * the other clauses count.
     */
    List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        try {
            Expected.next(cursor, "alter");
            while (!cursor.at("table") && cursor.acceptAny("online", "offline", "ignore", "foreign")) {
                // without effect on what the statement says
            }
            Expected.next(cursor, "table");
            if (grammar == Grammar.POSTGRESQL && cursor.atSequence("all", "in", "tablespace")) {
                moveAll(cursor, names);
                return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "tablespace"));
            }
            boolean ifExists = cursor.accept("if", "exists");
            boolean only = grammar == Grammar.POSTGRESQL && cursor.accept("only");
            QualifiedName name = names.read(cursor);
            if (grammar == Grammar.POSTGRESQL) {
                cursor.accept("*");
            } else if (grammar == Grammar.MYSQL && cursor.accept("wait")) {
                cursor.next();
            } else if (grammar == Grammar.MYSQL) {
                cursor.accept("nowait");
            }
            List<TableAction> actions = actions(cursor);
            return List.of(new Operation.AlterTable(cursor.spanFrom(from), name, ifExists, only, actions));
        } catch (Expected expected) {
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), expected.why()));
        }
    }

    /** {@code ALL IN TABLESPACE a [OWNED BY …] SET TABLESPACE b}, to the end. */
    static void moveAll(TokenCursor cursor, NameReader names) {
        Expected.next(cursor, "all", "in", "tablespace");
        names.simple(cursor);
        if (cursor.accept("owned", "by")) {
            do {
                names.simple(cursor);
            } while (cursor.accept(","));
        }
        Expected.next(cursor, "set", "tablespace");
        names.simple(cursor);
        cursor.accept("nowait");
        Expected.end(cursor);
    }

    private List<TableAction> actions(TokenCursor cursor) {
        List<TableAction> actions = new ArrayList<>();
        do {
            int from = cursor.index();
            int known = actions.size();
            try {
                tableActions.read(cursor, actions);
                if (!cursor.atEnd() && !cursor.at(",") && !clausesFollow() && !atNextStatement(cursor)) {
                    throw Expected.at(cursor, "a comma or the end of the statement");
                }
            } catch (Expected expected) {
                actions.subList(known, actions.size()).clear();
                skipClause(cursor, from);
                actions.add(new TableAction.NotUnderstood(cursor.spanFrom(from), expected.why()));
            }
        } while (cursor.accept(",") || clausesFollow() && !cursor.atEnd());
        return actions;
    }

    /** Whether one clause may follow the other without a comma. */
    private boolean clausesFollow() {
        return grammar == Grammar.ORACLE || grammar == Grammar.DB2;
    }

    /** HSQLDB runs statements that nothing parts. */
    private boolean atNextStatement(TokenCursor cursor) {
        return grammar == Grammar.HSQLDB && cursor.atSequence("alter", "table");
    }

    /** To the comma behind a clause; in SQL Server, where a comma parts the items of one clause, to the end. */
    private void skipClause(TokenCursor cursor, int from) {
        cursor.reset(from);
        int depth = 0;
        boolean toComma = grammar != Grammar.SQL_SERVER && !clausesFollow();
        while (!cursor.atEnd() && !(toComma && depth == 0 && cursor.at(","))) {
            depth += cursor.at("(") ? 1 : cursor.at(")") ? -1 : 0;
            cursor.next();
        }
    }
}
