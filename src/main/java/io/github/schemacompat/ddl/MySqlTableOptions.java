package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import org.jspecify.annotations.Nullable;

/** Reads the table options of MySQL and MariaDB, one at a time, and PARTITION BY. */
final class MySqlTableOptions {
    /** Options with one value and without effect on what an application sees. */
    private static final WordList STORAGE = WordList.of("""
            engine type avg_row_length checksum table_checksum compression connection delay_key_write encryption
            insert_method key_block_size max_rows min_rows pack_keys password row_format stats_auto_recalc
            stats_persistent stats_sample_pages storage tablespace secondary_engine engine_attribute
            secondary_engine_attribute autoextend_size page_checksum page_compressed page_compression_level
            transactional encrypted encryption_key_id ietf_quotes sequence nodegroup
            """);

    private final Dialect dialect;
    private final NameReader names;
    private final ExpressionReader expressions;

    MySqlTableOptions(Dialect dialect) {
        this.dialect = dialect;
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
    }

    /** What the options say that matters. */
    static final class Said {
        @Nullable
        String charset;

        @Nullable
        String collation;

        @Nullable
        String comment;

        @Nullable
        String autoIncrement;

        /** Whether there were options that an application can't see. */
        boolean unseen;
    }

    /**
     * Reads one option.
     *
     * @return whether one stood there; if not, the cursor has not moved
     * @throws Expected if its value can't be read
     */
    boolean option(TokenCursor cursor, Said said) {
        int from = cursor.index();
        cursor.accept("default");
        if (cursor.accept("character", "set") || cursor.accept("char", "set") || cursor.accept("charset")) {
            cursor.accept("=");
            said.charset = MySqlColumnAttributes.characterSet(cursor);
            return true;
        }
        if (cursor.accept("collate")) {
            cursor.accept("=");
            said.collation = MySqlColumnAttributes.characterSet(cursor);
            return true;
        }
        cursor.reset(from);
        if (cursor.accept("comment")) {
            cursor.accept("=");
            said.unseen = true;
            said.comment = StringLiterals.value(StorageOptions.string(cursor), dialect.lexicalRules());
            return true;
        }
        if (cursor.accept("auto_increment")) {
            cursor.accept("=");
            said.autoIncrement = value(cursor).text();
            return true;
        }
        if (storage(cursor)) {
            said.unseen = true;
            return true;
        }
        return false;
    }

    private boolean storage(TokenCursor cursor) {
        if (cursor.accept("data", "directory") || cursor.accept("index", "directory")) {
            cursor.accept("=");
            StorageOptions.string(cursor);
            return true;
        }
        if (cursor.accept("union")) {
            cursor.accept("=");
            expressions.parentheses(cursor);
            return true;
        }
        if (cursor.accept("start", "transaction")
                || cursor.accept("with", "system", "versioning")
                || cursor.accept("without", "system", "versioning")) {
            return true;
        }
        if (STORAGE.accept(cursor)) {
            cursor.accept("=");
            value(cursor);
            return true;
        }
        return false;
    }

    private static Token value(TokenCursor cursor) {
        Token value = cursor.peek();
        if (!value.isName() && value.kind() != TokenKind.NUMBER && value.kind() != TokenKind.STRING) {
            throw Expected.at(cursor, "a value");
        }
        return cursor.next();
    }

    /** From PARTITION BY on. */
    void partitionBy(TokenCursor cursor) {
        Expected.next(cursor, "partition", "by");
        method(cursor);
        count(cursor, "partitions");
        if (cursor.accept("subpartition", "by")) {
            method(cursor);
            count(cursor, "subpartitions");
        }
        if (cursor.at("(") && !cursor.peek(1).isAny("select", "with", "(")) {
            expressions.parentheses(cursor);
        }
    }

    private void method(TokenCursor cursor) {
        cursor.accept("linear");
        if (cursor.accept("system_time")) {
            if (cursor.accept("interval")) {
                value(cursor);
                names.simple(cursor);
            } else if (cursor.accept("limit")) {
                value(cursor);
            }
            cursor.accept("auto");
            return;
        }
        if (!cursor.acceptAny("hash", "key", "range", "list")) {
            throw Expected.at(cursor, "HASH, KEY, RANGE or LIST");
        }
        cursor.accept("columns");
        if (cursor.accept("algorithm")) {
            Expected.next(cursor, "=");
            value(cursor);
        }
        expressions.parentheses(cursor);
    }

    private static void count(TokenCursor cursor, String word) {
        if (cursor.accept(word)) {
            value(cursor);
        }
    }
}
