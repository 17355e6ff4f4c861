package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Map;

/** Numbered and computed columns in all spellings that H2 and its compatibility modes have, ON UPDATE, COMMENT. */
final class H2ColumnAttributes implements ColumnAttributes {
    private final Dialect dialect;
    private final ExpressionReader expressions;
    private final GeneratedClause generated;
    private final NameReader names;

    H2ColumnAttributes(Dialect dialect) {
        this.dialect = dialect;
        this.expressions = new ExpressionReader(dialect);
        this.generated = new GeneratedClause(dialect);
        this.names = new NameReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        return generated.read(cursor, draft) || numbered(cursor, draft) || value(cursor, draft) || storage(cursor);
    }

    private boolean numbered(TokenCursor cursor, ColumnDraft draft) {
        if (!cursor.acceptAny("auto_increment", "identity")) {
            return false;
        }
        draft.identity = Identity.BY_DEFAULT;
        draft.sequenceOptions = startAndIncrement(cursor);
        return true;
    }

    /** {@code (1, 1)}, or options by their names. */
    private Map<String, String> startAndIncrement(TokenCursor cursor) {
        if (!cursor.at("(") || cursor.peek(1).kind() != TokenKind.NUMBER) {
            return generated.options(cursor);
        }
        Expected.next(cursor, "(");
        String start = cursor.next().text();
        String increment = cursor.accept(",") ? cursor.next().text() : "1";
        Expected.next(cursor, ")");
        return Map.of("start", start, "increment", increment);
    }

    private boolean value(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("as")) {
            draft.generated = expressions.read(cursor);
        } else if (cursor.accept("on", "update")) {
            draft.onUpdate = expressions.read(cursor);
        } else if (cursor.accept("comment")) {
            draft.comment = StringLiterals.value(StorageOptions.string(cursor), dialect.lexicalRules());
        } else if (cursor.acceptAny("visible", "invisible")) {
            draft.invisible = cursor.previous().is("invisible");
        } else if (cursor.accept("sequence")) {
            names.read(cursor);
            draft.identity = Identity.BY_DEFAULT;
        } else {
            return false;
        }
        return true;
    }

    private boolean storage(TokenCursor cursor) {
        if (cursor.accept("selectivity")) {
            cursor.next();
            return true;
        }
        if (cursor.accept("character", "set") || cursor.accept("charset")) {
            names.simple(cursor);
            return true;
        }
        return cursor.accept("default", "on", "null")
                || cursor.accept("null_to_default")
                || cursor.accept("convert", "null", "to", "default")
                || cursor.accept("unsigned");
    }

    /** Words behind a column's name that stand for a numbered column where H2 takes them for a type. */
    static final List<String> NUMBERED_TYPES = List.of("identity", "serial", "bigserial");
}
