package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads what is said of SQL Server's full-text indexes. */
final class FullTextIndexReader {
    /** SQL Server's full-text index has no name, and a table has at most one. */
    private static final String FULL_TEXT = "fulltext";

    private final NameReader names;
    private final ExpressionReader expressions;

    FullTextIndexReader(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
    }

    Operation create(TokenCursor cursor, int from) {
        Expected.next(cursor, "fulltext", "index", "on");
        QualifiedName table = names.read(cursor);
        List<String> columns = cursor.at("(") ? fullTextColumns(cursor) : List.of();
        Expected.next(cursor, "key", "index");
        names.simple(cursor);
        if (cursor.accept("on")) {
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                names.simple(cursor);
            }
        }
        if (cursor.accept("with")) {
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                fullTextOption(cursor);
            }
        }
        IndexDefinition index =
                new IndexDefinition(cursor.spanFrom(from), FULL_TEXT, columns, List.of(), false, null, null, FULL_TEXT);
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, CreateMode.CREATE);
    }

    private List<String> fullTextColumns(TokenCursor cursor) {
        List<String> columns = new ArrayList<>();
        Expected.next(cursor, "(");
        do {
            columns.add(names.simple(cursor));
            if (cursor.accept("type", "column")) {
                names.simple(cursor);
            }
            if (cursor.accept("language")) {
                cursor.next();
            }
            cursor.accept("statistical_semantics");
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return columns;
    }

    private void fullTextOption(TokenCursor cursor) {
        do {
            if (!cursor.acceptAny("change_tracking", "stoplist", "search")) {
                throw Expected.at(cursor, "an option of the full-text index");
            }
            cursor.accept("property", "list");
            cursor.accept("=");
            names.simple(cursor);
            cursor.accept("no", "population");
        } while (cursor.accept(","));
    }

    /** Columns that a full-text index gets or loses; the rest is about how it is kept up. */
    Operation alter(TokenCursor cursor, int from) {
        QualifiedName table = names.read(cursor);
        if (cursor.acceptAny("add", "drop") && cursor.at("(")) {
            boolean added = cursor.previous().is("add");
            List<String> columns = fullTextColumns(cursor);
            cursor.accept("with", "no", "population");
            Span span = cursor.spanFrom(from);
            TableAction action = new TableAction.AlterFullText(span, columns, added);
            return new Operation.AlterTable(span, table, false, List.of(action));
        }
        if (!cursor.peek().isAny("enable", "disable", "start", "stop", "pause", "resume", "set", "alter")) {
            throw Expected.at(cursor, "ADD, DROP, ALTER, ENABLE, DISABLE, START, STOP, PAUSE, RESUME or SET");
        }
        cursor.rest();
        return new Operation.NoSchemaEffect(cursor.spanFrom(from), "maintenance");
    }

    Operation drop(TokenCursor cursor, int from) {
        QualifiedName table = names.read(cursor);
        return new Operation.DropIndex(cursor.spanFrom(from), QualifiedName.of(FULL_TEXT), table, false, false);
    }
}
