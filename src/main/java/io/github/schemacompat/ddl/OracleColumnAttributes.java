package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;

/** Identities, virtual columns, visibility and encryption of Oracle's columns. */
final class OracleColumnAttributes implements ColumnAttributes {
    private final ExpressionReader expressions;
    private final SequenceOptions sequences;

    OracleColumnAttributes(Dialect dialect) {
        this.expressions = new ExpressionReader(dialect);
        this.sequences = SequenceOptions.ofColumn(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("generated")) {
            generated(cursor, draft);
        } else if (cursor.accept("as")) {
            virtual(cursor, draft);
        } else if (cursor.acceptAny("invisible", "visible")) {
            draft.invisible = cursor.previous().is("invisible");
        } else if (cursor.accept("encrypt")) {
            encryption(cursor);
        } else {
            return cursor.acceptAny("sort", "decrypt", "virtual");
        }
        return true;
    }

    private void generated(TokenCursor cursor, ColumnDraft draft) {
        boolean byDefault = cursor.accept("by", "default");
        if (!byDefault) {
            cursor.accept("always");
        }
        if (byDefault) {
            cursor.accept("on", "null");
        }
        Expected.next(cursor, "as");
        if (!cursor.accept("identity")) {
            virtual(cursor, draft);
            return;
        }
        draft.identity = byDefault ? Identity.BY_DEFAULT : Identity.ALWAYS;
        if (cursor.accept("(")) {
            draft.sequenceOptions = sequences.read(cursor);
            Expected.next(cursor, ")");
        } else {
            draft.sequenceOptions = sequences.read(cursor);
        }
    }

    private void virtual(TokenCursor cursor, ColumnDraft draft) {
        draft.generated = expressions.parenthesised(cursor);
        cursor.acceptAny("virtual", "materialized");
    }

    private static void encryption(TokenCursor cursor) {
        while (cursor.acceptAny("using", "identified", "by", "salt", "no")
                || cursor.peek().kind() == TokenKind.STRING) {
            if (cursor.peek().kind() == TokenKind.STRING
                    || cursor.previous().is("by") && cursor.peek().isName()) {
                cursor.next();
            }
        }
    }
}
