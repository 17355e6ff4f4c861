package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** What ALTER TABLE does to partitions in MySQL and MariaDB. */
final class MySqlPartitionActions {
    private static final WordList HEADS = WordList.of(
            "add drop truncate coalesce reorganize exchange analyze check optimize rebuild re" + "pair discard import");

    private final NameReader names;
    private final ExpressionReader expressions;
    private final MySqlTableOptions options;

    MySqlPartitionActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.options = new MySqlTableOptions(dialect);
    }

    boolean at(TokenCursor cursor) {
        return HEADS.holds(cursor.peek()) && cursor.peek(1).is("partition")
                || cursor.atSequence("partition", "by")
                || cursor.peek().isAny("remove", "upgrade") && cursor.peek(1).is("partitioning");
    }

    /** @throws Expected if the clause can't be read */
    TableAction read(TokenCursor cursor) {
        int from = cursor.index();
        if (cursor.at("partition")) {
            options.partitionBy(cursor);
            return new TableAction.NoEffect(cursor.spanFrom(from), "partitioning");
        }
        String head = Language.lower(cursor.next());
        cursor.next();
        cursor.acceptAny("no_write_to_binlog", "local");
        switch (head) {
            case "remove", "upgrade" -> {
                // the word PARTITIONING says all
            }
            case "add" -> {
                cursor.accept("if", "not", "exists");
                if (cursor.accept("partitions")) {
                    number(cursor);
                } else {
                    expressions.parentheses(cursor);
                }
            }
            case "coalesce" -> number(cursor);
            case "reorganize" -> {
                if (!cursor.atEnd() && !cursor.at(",")) {
                    list(cursor);
                    Expected.next(cursor, "into");
                    expressions.parentheses(cursor);
                }
            }
            case "drop" -> {
                cursor.accept("if", "exists");
                List<String> dropped = list(cursor);
                return new TableAction.DropPartition(cursor.spanFrom(from), dropped, false);
            }
            case "truncate" -> {
                List<String> emptied = list(cursor);
                return new TableAction.DropPartition(cursor.spanFrom(from), emptied, true);
            }
            case "exchange" -> {
                names.simple(cursor);
                Expected.next(cursor, "with", "table");
                QualifiedName target = names.read(cursor);
                if (!cursor.accept("with", "validation")) {
                    cursor.accept("without", "validation");
                }
                return new TableAction.SwitchPartition(cursor.spanFrom(from), target);
            }
            default -> {
                list(cursor);
                cursor.accept("tablespace");
            }
        }
        return new TableAction.NoEffect(cursor.spanFrom(from), "partitioning");
    }

    private List<String> list(TokenCursor cursor) {
        List<String> partitions = new ArrayList<>();
        do {
            partitions.add(cursor.accept("all") ? "all" : names.simple(cursor));
        } while (cursor.accept(","));
        return partitions;
    }

    private static void number(TokenCursor cursor) {
        if (cursor.peek().kind() != TokenKind.NUMBER) {
            throw Expected.at(cursor, "a number");
        }
        cursor.next();
    }
}
