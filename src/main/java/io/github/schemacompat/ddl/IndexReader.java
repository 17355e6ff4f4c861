package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the keys of indexes, and the indexes that stand inside CREATE TABLE and ALTER TABLE. */
final class IndexReader {
    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;
    private final StorageOptions storage;

    IndexReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.storage = new StorageOptions(dialect);
    }

    /**
     * Keys in parentheses: column names, expressions in parentheses, {@code desc} behind descending ones. Lengths of
     * prefixes, operator classes and the order of NULLs are passed.
     *
     * @throws Expected if there is no such list
     */
    List<String> keys(TokenCursor cursor) {
        Expected.next(cursor, "(");
        List<String> keys = new ArrayList<>();
        do {
            String key = key(cursor);
            cursor.accept("asc");
            keys.add(cursor.accept("desc") ? key + " desc" : key);
            if (cursor.accept("nulls") && !cursor.acceptAny("first", "last")) {
                throw Expected.at(cursor, "FIRST or LAST");
            }
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return keys;
    }

    private String key(TokenCursor cursor) {
        if (grammar != Grammar.SQL_SERVER && cursor.at("(")) {
            String expression = "(" + expressions.parenthesised(cursor) + ")";
            keyOptions(cursor);
            return expression;
        }
        boolean expressionKey = grammar == Grammar.POSTGRESQL && called(cursor)
                || grammar == Grammar.SQLITE && !cursor.peek(1).isAny(",", ")", "asc", "desc", "collate");
        if (expressionKey) {
            String expression = "(" + expressions.condition(cursor) + ")";
            keyOptions(cursor);
            return expression;
        }
        boolean free = grammar == Grammar.ORACLE || grammar == Grammar.DB2;
        if (grammar == Grammar.DB2
                && cursor.peek(1).is("without")
                && cursor.peek(2).is("overlaps")) {
            String period = names.simple(cursor);
            Expected.next(cursor, "without", "overlaps");
            return period;
        }
        if (free && !(cursor.peek().isName() && cursor.peek(1).isAny(",", ")", "asc", "desc"))) {
            return "(" + expressions.condition(cursor) + ")";
        }
        String name = names.simple(cursor);
        if (grammar == Grammar.MYSQL && cursor.accept("(")) {
            if (cursor.peek().kind() != TokenKind.NUMBER) {
                throw Expected.at(cursor, "the length of a prefix");
            }
            cursor.next();
            Expected.next(cursor, ")");
        }
        keyOptions(cursor);
        return name;
    }

    /** Whether a function is called: a name, perhaps qualified, with a parenthesis behind it. */
    private static boolean called(TokenCursor cursor) {
        int i = 1;
        while (cursor.peek(i).is(".") && cursor.peek(i + 1).isName()) {
            i += 2;
        }
        return cursor.peek().isName() && cursor.peek(i).is("(");
    }

    private void keyOptions(TokenCursor cursor) {
        if (grammar == Grammar.SQLITE && cursor.accept("collate")) {
            names.simple(cursor);
        }
        if (grammar != Grammar.POSTGRESQL) {
            return;
        }
        if (cursor.accept("collate")) {
            names.parts(cursor);
        }
        if (cursor.peek().isName() && !cursor.peek().isAny("asc", "desc", "nulls", "with")) {
            names.parts(cursor);
            if (cursor.at("(")) {
                storage.postgresql(cursor);
            }
        }
    }

    /** Whether an index stands here, as an element of a table. */
    boolean at(TokenCursor cursor) {
        return switch (grammar) {
            case POSTGRESQL, HSQLDB, SQLITE, ORACLE, DB2 -> false;
            case H2 -> cursor.peek().isAny("index", "key") && keysFollow(cursor);
            case SQL_SERVER -> cursor.at("index") && cursor.peek(1).isName();
            case MYSQL ->
                cursor.peek().isAny("index", "key")
                        || cursor.peek().isAny("fulltext", "spatial")
                        || cursor.at("vector") && cursor.peek(1).isAny("index", "key");
        };
    }

    /** H2's MySQL mode has indexes in tables; {@code INDEX VARCHAR(10)} is a column. */
    private static boolean keysFollow(TokenCursor cursor) {
        int open = cursor.peek(1).is("(") ? 1 : 2;
        return cursor.peek(open).is("(") && cursor.peek(open + 1).isName();
    }

    /**
     * An index as an element of a table.
     *
     * @param column the column that SQL Server's form without keys stands at, or null
     * @throws Expected if it can't be read
     */
    IndexDefinition element(TokenCursor cursor, @Nullable String column) {
        return grammar == Grammar.SQL_SERVER ? sqlServer(cursor, column) : mysql(cursor);
    }

    private IndexDefinition sqlServer(TokenCursor cursor, @Nullable String column) {
        int from = cursor.index();
        Expected.next(cursor, "index");
        String name = names.simple(cursor);
        boolean unique = cursor.accept("unique");
        cursor.acceptAny("clustered", "nonclustered");
        boolean hash = cursor.accept("hash");
        boolean columnstore = cursor.accept("columnstore");
        List<String> keys;
        if (cursor.at("(")) {
            keys = keys(cursor);
        } else if (column != null && !columnstore) {
            keys = List.of(column);
        } else if (columnstore) {
            keys = List.of();
        } else {
            throw Expected.at(cursor, "(");
        }
        cursor.accept("order");
        if (columnstore && cursor.at("(")) {
            keys(cursor);
        }
        List<String> included = cursor.accept("include") ? names.list(cursor) : List.of();
        String where = cursor.accept("where") ? expressions.condition(cursor) : null;
        storage.sqlServerTail(cursor);
        return new IndexDefinition(
                cursor.spanFrom(from),
                name,
                keys,
                included,
                unique,
                null,
                where,
                columnstore ? "columnstore" : hash ? "hash" : "btree");
    }

    private IndexDefinition mysql(TokenCursor cursor) {
        int from = cursor.index();
        String kind = null;
        if (cursor.peek().isAny("fulltext", "spatial", "vector")) {
            kind = cursor.next().text().toLowerCase(Locale.ROOT);
        }
        cursor.acceptAny("index", "key");
        cursor.accept("if", "not", "exists");
        boolean saysMethod =
                cursor.at("using") || cursor.at("type") && !cursor.peek(1).is("(");
        String name = cursor.at("(") || saysMethod ? null : names.simple(cursor);
        String method = cursor.acceptAny("using", "type") ? storage.mysqlMethod(cursor) : "btree";
        List<String> keys = keys(cursor);
        String behind = storage.mysqlTail(cursor);
        String chosen = kind != null ? kind : method.equals("btree") ? behind : method;
        return new IndexDefinition(cursor.spanFrom(from), name, keys, List.of(), false, null, null, chosen);
    }

    /** The method that USING names in PostgreSQL, lower case. */
    String method(TokenCursor cursor) {
        Token method = cursor.peek();
        names.simple(cursor);
        return method.text().toLowerCase(Locale.ROOT);
    }
}
