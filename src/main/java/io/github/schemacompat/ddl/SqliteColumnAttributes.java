package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;

/** AUTOINCREMENT, computed columns, and what is done about a value that breaks NOT NULL. */
final class SqliteColumnAttributes implements ColumnAttributes {
    private final ExpressionReader expressions;

    SqliteColumnAttributes(Dialect dialect) {
        this.expressions = new ExpressionReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("autoincrement")) {
            draft.identity = Identity.BY_DEFAULT;
            return true;
        }
        if (cursor.accept("generated", "always", "as") || cursor.accept("as")) {
            draft.generated = expressions.parenthesised(cursor);
            cursor.acceptAny("stored", "virtual");
            return true;
        }
        return StorageOptions.onConflict(cursor);
    }
}
