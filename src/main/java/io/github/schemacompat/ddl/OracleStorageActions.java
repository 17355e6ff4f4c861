package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** The clauses of Oracle's ALTER TABLE on partitions, on how rows are stored, and on what else no application sees. */
final class OracleStorageActions {
    private static final WordList PARTITION_VERBS =
            WordList.of("add drop truncate exchange merge split move modify rename coalesce set");
    private static final WordList OTHER = WordList.of("""
            move shrink storage logging nologging cache nocache parallel noparallel compress nocompress pctfree pctused
            initrans maxtrans allocate deallocate inmemory row result_cache flashback monitoring nomonitoring upgrade
            lob records_per_block minimize nominimize read noread indexing rowdependencies ilm segment tablespace
            no column
            """);

    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;
    private final PhysicalOptions physical;

    OracleStorageActions(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.physical = new PhysicalOptions(grammar, expressions);
    }

    /** Whether one of these clauses begins here. */
    boolean at(TokenCursor cursor) {
        return OTHER.holds(cursor.peek())
                || partition(cursor)
                || cursor.peek().isAny("add", "drop")
                        && cursor.peek(1).is("supplemental")
                        && cursor.peek(2).is("log")
                || cursor.peek().isAny("add", "drop")
                        && cursor.peek(1).is("period")
                        && cursor.peek(2).is("for")
                || cursor.at("modify")
                        && cursor.peek(1).isAny("lob", "nested", "varray", "default", "opaque")
                        && cursor.peek(2).isAny("(", "table", "attributes", "item")
                || cursor.peek().isAny("enable", "disable") && cursor.peek(1).isAny("row", "table")
                || cursor.at("set") && cursor.peek(1).is("interval");
    }

    private static boolean partition(TokenCursor cursor) {
        return PARTITION_VERBS.holds(cursor.peek())
                && cursor.peek(1).isAny("partition", "partitions", "subpartition", "subpartitions");
    }

    TableAction read(TokenCursor cursor) {
        int from = cursor.index();
        if (partition(cursor)) {
            return partition(cursor, from);
        }
        if (cursor.accept("read", "only")) {
            return new TableAction.ReadOnly(cursor.spanFrom(from), true);
        }
        if (cursor.accept("read", "write")) {
            return new TableAction.ReadOnly(cursor.spanFrom(from), false);
        }
        String reason = cursor.peek(1).is("supplemental") ? "logging" : "storage option";
        passClause(cursor);
        return new TableAction.NoEffect(cursor.spanFrom(from), reason);
    }

    private TableAction partition(TokenCursor cursor, int from) {
        String verb = Language.lower(cursor.next());
        cursor.next();
        if (verb.equals("exchange")) {
            passName(cursor);
            Expected.next(cursor, "with", "table");
            TableAction exchanged = new TableAction.SwitchPartition(cursor.spanFrom(from), names.read(cursor));
            passClause(cursor);
            return exchanged;
        }
        if (verb.equals("drop") || verb.equals("truncate")) {
            List<String> dropped = new ArrayList<>();
            do {
                dropped.add(passName(cursor));
            } while (cursor.accept(","));
            passClause(cursor);
            return new TableAction.DropPartition(cursor.spanFrom(from), dropped, verb.equals("truncate"));
        }
        cursor.rest();
        return new TableAction.NoEffect(cursor.spanFrom(from), "partition");
    }

    /** A partition's name, or {@code FOR (values)}. */
    private String passName(TokenCursor cursor) {
        if (cursor.accept("for")) {
            return expressions.parenthesised(cursor);
        }
        return names.simple(cursor);
    }

    /** To the next clause that says something else, or the end. */
    private void passClause(TokenCursor cursor) {
        cursor.next();
        while (!cursor.atEnd() && !cursor.at(";") && !cursor.peek().isAny("add", "modify", "drop", "rename", "set")) {
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                cursor.next();
            }
        }
    }

    /** How the LOBs of new columns are stored. */
    void lobs(TokenCursor cursor) {
        physical.read(cursor);
    }
}
