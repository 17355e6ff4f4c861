package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;

/** IDENTITY, ROWGUIDCOL, SPARSE, period columns, masks, encryption and indexes at the column. */
final class SqlServerColumnAttributes implements ColumnAttributes {
    private final ExpressionReader expressions;
    private final IndexReader indexes;

    SqlServerColumnAttributes(Dialect dialect) {
        this.expressions = new ExpressionReader(dialect);
        this.indexes = new IndexReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("identity")) {
            draft.identity = Identity.ALWAYS;
            seedAndIncrement(cursor);
            return true;
        }
        if (cursor.accept("generated", "always", "as")) {
            period(cursor, draft);
            return true;
        }
        if (cursor.accept("hidden")) {
            draft.invisible = true;
            return true;
        }
        if (cursor.accept("masked", "with") || cursor.accept("encrypted", "with")) {
            expressions.parentheses(cursor);
            return true;
        }
        if (indexes.at(cursor)) {
            draft.indexes.add(indexes.element(cursor, draft.name));
            return true;
        }
        return cursor.acceptAny("sparse", "filestream", "rowguidcol", "persisted")
                || cursor.accept("not", "for", "replication")
                || cursor.accept("with", "values")
                || cursor.accept("column_set", "for", "all_sparse_columns");
    }

    private static void seedAndIncrement(TokenCursor cursor) {
        if (!cursor.accept("(")) {
            return;
        }
        number(cursor);
        if (cursor.accept(",")) {
            number(cursor);
        }
        Expected.next(cursor, ")");
    }

    private static void number(TokenCursor cursor) {
        cursor.acceptAny("-", "+");
        if (cursor.peek().kind() != TokenKind.NUMBER && cursor.peek().kind() != TokenKind.PLACEHOLDER) {
            throw Expected.at(cursor, "a number");
        }
        cursor.next();
    }

    private static void period(TokenCursor cursor, ColumnDraft draft) {
        if (!cursor.peek().isAny("row", "transaction_id", "sequence_number")
                || !cursor.peek(1).isAny("start", "end")) {
            throw Expected.at(cursor, "ROW START or ROW END");
        }
        draft.generated = Language.lower(cursor.next()) + " " + Language.lower(cursor.next());
    }
}
