package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;

/** Numbered and computed columns, ON UPDATE, and the bounds of periods. */
final class HsqldbColumnAttributes implements ColumnAttributes {
    private final ExpressionReader expressions;
    private final GeneratedClause generated;
    private final NameReader names;

    HsqldbColumnAttributes(Dialect dialect) {
        this.expressions = new ExpressionReader(dialect);
        this.generated = new GeneratedClause(dialect);
        this.names = new NameReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("generated", "always", "as", "row")) {
            if (!cursor.acceptAny("start", "end")) {
                throw Expected.at(cursor, "START or END");
            }
            draft.generated = "row " + Language.lower(cursor.previous());
            return true;
        }
        if (cursor.accept("generated", "by", "default", "as", "sequence")
                || cursor.accept("generated", "always", "as", "sequence")) {
            boolean always = cursor.peek(-3).is("always");
            names.read(cursor);
            draft.identity = always ? Identity.ALWAYS : Identity.BY_DEFAULT;
            return true;
        }
        if (generated.read(cursor, draft)) {
            return true;
        }
        if (cursor.acceptAny("identity", "auto_increment")) {
            draft.isKey = cursor.previous().is("identity");
            draft.identity = Identity.BY_DEFAULT;
            draft.sequenceOptions = generated.options(cursor);
            return true;
        }
        if (cursor.accept("on", "update")) {
            draft.onUpdate = expressions.read(cursor);
            return true;
        }
        return cursor.accept("as") && computed(cursor, draft);
    }

    private boolean computed(TokenCursor cursor, ColumnDraft draft) {
        draft.generated = expressions.parenthesised(cursor);
        return true;
    }
}
