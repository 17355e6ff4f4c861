package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;

/**
 * Reads what Oracle and DB2 let stand behind tables, keys and indexes on how they are stored. Each clause begins with a word
 * of a closed list, and what follows it, up to the next clause, belongs to it.
 */
final class PhysicalOptions {
    private static final WordList ORACLE = WordList.of("""
            pctfree pctused initrans maxtrans storage tablespace logging nologging filesystem_like_logging compress
            nocompress parallel noparallel cache nocache result_cache monitoring nomonitoring segment organization
            overflow including pctthreshold mapping nomapping lob varray nested xmltype partition subpartition partitions
            subpartitions interval store row column movement flashback rowdependencies norowdependencies inmemory
            ilm cluster local global reverse noreverse online offline sort nosort compute visible invisible unusable usable
            indextype parameters filter indexing on shrink deallocate allocate opaque external location reject
            pctversion chunk freepools retention deduplicate keep_duplicates encrypt decrypt immutable blockchain
            attribute no
            """);
    private static final WordList DB2 = WordList.of("""
            in index long organize partition partitioned distribute compress value data logged activate restrict ccsid
            append volatile cardinality locksize pctfree cluster allow disallow level2 minpctused page collect
            specification on partitioning with range replicated optimize options security enable disable maintained
            refresh initially materialized not for sampled detailed statistics exclude log
            """);

    /** Words that say something else than how it is stored; where one stands the clause before has ended. */
    private static final WordList ENDS = WordList.of("""
            add modify drop rename alter as constraint primary unique check references foreign comment enable disable
            validate novalidate rely norely using default include
            """);

    private final Grammar grammar;
    private final ExpressionReader expressions;

    PhysicalOptions(Grammar grammar, ExpressionReader expressions) {
        this.grammar = grammar;
        this.expressions = expressions;
    }

    /** As many clauses as follow, perhaps none. */
    void read(TokenCursor cursor) {
        while (option(cursor)) {
            // one behind the other, without commas
        }
    }

    /** One clause, if one begins here. */
    boolean option(TokenCursor cursor) {
        if (!at(cursor)) {
            return false;
        }
        boolean tablespace = cursor.peek().isAny("tablespace", "in");
        Token head = cursor.next();
        if (tablespace && cursor.peek().isName()) {
            cursor.next();
        }
        while (belongs(cursor, head)) {
            argument(cursor);
        }
        return true;
    }

    /** Whether a clause begins here. */
    boolean at(TokenCursor cursor) {
        return words().holds(cursor.peek());
    }

    private WordList words() {
        return grammar == Grammar.ORACLE ? ORACLE : DB2;
    }

    private boolean belongs(TokenCursor cursor, Token head) {
        Token token = cursor.peek();
        if (cursor.atEnd() || token.isAny(";", ",", ")")) {
            return false;
        }
        if (token.is("as")) {
            return cursor.previous().is("store");
        }
        boolean rowMovement = head.isAny("enable", "disable");
        return !ENDS.holds(token) || rowMovement;
    }

    private void argument(TokenCursor cursor) {
        if (cursor.at("(")) {
            expressions.parentheses(cursor);
            return;
        }
        Token token = cursor.peek();
        boolean plain = token.isName()
                || token.kind() == TokenKind.NUMBER
                || token.kind() == TokenKind.STRING
                || token.isAny("=", ".", "-", "+");
        if (!plain) {
            throw Expected.at(cursor, "how it is stored");
        }
        cursor.next();
    }
}
