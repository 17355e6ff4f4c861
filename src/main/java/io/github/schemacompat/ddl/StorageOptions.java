package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.Map;
import java.util.TreeMap;

/** Reads what says how and where rows and keys are stored: closed lists, without effect on what an application sees. */
final class StorageOptions {
    private static final WordList SQL_SERVER_OPTIONS = WordList.of("""
            pad_index fillfactor ignore_dup_key statistics_norecompute statistics_incremental allow_row_locks
            allow_page_locks optimize_for_sequential_key data_compression xml_compression sort_in_tempdb drop_existing
            online resumable max_duration maxdop bucket_count compression_delay memory_optimized durability
            system_versioning ledger ledger_view append_only lock_escalation data_deletion filetable_directory
            filetable_collate_filename remote_data_archive filestream_on wait_at_low_priority abort_after_wait move
            bounding_box grids cells_per_object geometry_auto_grid geography_auto_grid
            """);

    private static final WordList MYSQL_INDEX_OPTIONS =
            WordList.of("key_block_size engine_attribute secondary_engine_attribute clustering");

    private final NameReader names;
    private final ExpressionReader expressions;

    StorageOptions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
    }

    /**
     * SQL Server's {@code WITH (NAME = value, …)}, also the old {@code WITH FILLFACTOR = n}; the cursor stands behind WITH.
     *
     * @return lower-case names with lower-case values
     * @throws Expected for an option that isn't in the list
     */
    Map<String, String> sqlServer(TokenCursor cursor) {
        Map<String, String> options = new TreeMap<>();
        if (!cursor.accept("(")) {
            sqlServerOption(cursor, options);
            return options;
        }
        do {
            sqlServerOption(cursor, options);
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return options;
    }

    private void sqlServerOption(TokenCursor cursor, Map<String, String> options) {
        if (!SQL_SERVER_OPTIONS.holds(cursor.peek())) {
            throw Expected.at(cursor, "an option");
        }
        String name = Language.lower(cursor.next());
        String value = "on";
        if (cursor.accept("=")) {
            int from = cursor.index();
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                value(cursor);
            }
            value = Language.lower(cursor.between(from, from + 1).get(0));
        } else if (cursor.at("(")) {
            expressions.parentheses(cursor);
        }
        options.put(name, value);
    }

    private void value(TokenCursor cursor) {
        Token token = cursor.peek();
        if (!token.isName() && token.kind() != TokenKind.NUMBER && token.kind() != TokenKind.STRING) {
            throw Expected.at(cursor, "a value");
        }
        cursor.next();
        cursor.acceptAny("minutes", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years");
        if (cursor.at("(")) {
            expressions.parentheses(cursor);
        }
        if (cursor.accept("on", "partitions")) {
            expressions.parentheses(cursor);
        }
    }

    /** Behind a key or a table in SQL Server: {@code WITH (…)}, {@code ON filegroup}, {@code TEXTIMAGE_ON …}. */
    Map<String, String> sqlServerTail(TokenCursor cursor) {
        Map<String, String> options = new TreeMap<>();
        while (true) {
            if (cursor.at("with") && !cursor.peek(1).isAny("check", "nocheck", "values")) {
                cursor.next();
                options.putAll(sqlServer(cursor));
            } else if (cursor.at("on") || cursor.at("textimage_on") || cursor.at("filestream_on")) {
                cursor.next();
                place(cursor);
            } else {
                return options;
            }
        }
    }

    /** A filegroup, or a partition scheme with its column. */
    private void place(TokenCursor cursor) {
        if (cursor.peek().kind() == TokenKind.STRING) {
            cursor.next();
            return;
        }
        names.simple(cursor);
        if (cursor.at("(")) {
            names.list(cursor);
        }
    }

    /** PostgreSQL's {@code (name = value, …)}: names are those of any access method, values are plain. */
    void postgresql(TokenCursor cursor) {
        Expected.next(cursor, "(");
        do {
            names.parts(cursor);
            if (cursor.accept("=")) {
                cursor.acceptAny("-", "+");
                Token value = cursor.peek();
                if (!value.isName() && value.kind() != TokenKind.NUMBER && value.kind() != TokenKind.STRING) {
                    throw Expected.at(cursor, "a value");
                }
                cursor.next();
            }
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
    }

    /** Behind a key in PostgreSQL: {@code INCLUDE (…)} was read before. */
    void postgresqlTail(TokenCursor cursor) {
        while (true) {
            if (cursor.at("with") && cursor.peek(1).is("(")) {
                cursor.next();
                postgresql(cursor);
            } else if (cursor.accept("using", "index", "tablespace") || cursor.accept("tablespace")) {
                names.simple(cursor);
            } else {
                return;
            }
        }
    }

    /**
     * Behind a key in MySQL.
     *
     * @return the method that USING says, or {@code btree}
     */
    String mysqlTail(TokenCursor cursor) {
        String method = "btree";
        while (true) {
            if (cursor.accept("using") || cursor.accept("type")) {
                method = mysqlMethod(cursor);
            } else if (cursor.accept("comment")) {
                string(cursor);
            } else if (cursor.accept("with", "parser")) {
                names.simple(cursor);
            } else if (MYSQL_INDEX_OPTIONS.accept(cursor)) {
                cursor.accept("=");
                value(cursor);
            } else if (!cursor.acceptAny("visible", "invisible", "ignored") && !cursor.accept("not", "ignored")) {
                return method;
            }
        }
    }

    String mysqlMethod(TokenCursor cursor) {
        if (!cursor.peek().isAny("btree", "hash", "rtree")) {
            throw Expected.at(cursor, "BTREE, HASH or RTREE");
        }
        return Language.lower(cursor.next());
    }

    /** SQLite's {@code ON CONFLICT ABORT} and the like, if it comes next. */
    static boolean onConflict(TokenCursor cursor) {
        if (!cursor.accept("on", "conflict")) {
            return false;
        }
        if (!cursor.acceptAny("rollback", "abort", "fail", "ignore", "replace")) {
            throw Expected.at(cursor, "ROLLBACK, ABORT, FAIL, IGNORE or REPLACE");
        }
        return true;
    }

    /** A string literal, as it stands. */
    static Token string(TokenCursor cursor) {
        if (cursor.peek().kind() != TokenKind.STRING) {
            throw Expected.at(cursor, "a string");
        }
        return cursor.next();
    }
}
