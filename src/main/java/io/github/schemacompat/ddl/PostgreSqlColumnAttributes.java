package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;

/** GENERATED in its two meanings, storage and compression. */
final class PostgreSqlColumnAttributes implements ColumnAttributes {
    private final ExpressionReader expressions;
    private final SequenceOptions sequenceOptions;
    private final NameReader names;

    PostgreSqlColumnAttributes(Dialect dialect) {
        this.expressions = new ExpressionReader(dialect);
        this.sequenceOptions = new SequenceOptions(dialect);
        this.names = new NameReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("generated", "by", "default", "as", "identity")) {
            draft.identity = Identity.BY_DEFAULT;
            identityOptions(cursor, draft);
            return true;
        }
        if (cursor.accept("generated", "always", "as", "identity")) {
            draft.identity = Identity.ALWAYS;
            identityOptions(cursor, draft);
            return true;
        }
        if (cursor.accept("generated", "always", "as")) {
            draft.generated = expressions.parenthesised(cursor);
            cursor.acceptAny("stored", "virtual");
            return true;
        }
        if (cursor.accept("storage") || cursor.accept("compression")) {
            names.simple(cursor);
            return true;
        }
        return cursor.accept("with", "options") || cursor.accept("no", "inherit");
    }

    private void identityOptions(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("(")) {
            draft.sequenceOptions = sequenceOptions.read(cursor);
            Expected.next(cursor, ")");
        }
    }
}
