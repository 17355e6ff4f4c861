package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;

/** AUTO_INCREMENT, ON UPDATE, COMMENT, character sets and generated columns, with MariaDB's additions. */
final class MySqlColumnAttributes implements ColumnAttributes {
    private final Dialect dialect;
    private final ExpressionReader expressions;

    MySqlColumnAttributes(Dialect dialect) {
        this.dialect = dialect;
        this.expressions = new ExpressionReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        return generated(cursor, draft) || characters(cursor, draft) || value(cursor, draft) || storage(cursor);
    }

    private boolean value(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("auto_increment")) {
            draft.identity = Identity.BY_DEFAULT;
        } else if (cursor.accept("on", "update")) {
            draft.onUpdate = expressions.read(cursor);
        } else if (cursor.accept("comment")) {
            cursor.accept("=");
            draft.comment = StringLiterals.value(StorageOptions.string(cursor), dialect.lexicalRules());
        } else if (cursor.accept("invisible")) {
            draft.invisible = true;
        } else if (cursor.accept("visible")) {
            draft.invisible = false;
        } else if (cursor.accept("serial", "default", "value")) {
            draft.identity = Identity.BY_DEFAULT;
            draft.nullable = false;
            draft.constraints.add(new ConstraintDefinition.UniqueDefinition(
                    cursor.spanFrom(cursor.index() - 3), null, List.of(draft.name), null, null));
        } else {
            return false;
        }
        return true;
    }

    private boolean generated(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.at("generated") && cursor.peek(3).is("row")) {
            Expected.next(cursor, "generated", "always", "as", "row");
            if (!cursor.acceptAny("start", "end")) {
                throw Expected.at(cursor, "START or END");
            }
            draft.generated = "row " + Language.lower(cursor.previous());
            draft.nullable = false;
            return true;
        }
        if (cursor.accept("generated", "always", "as") || cursor.accept("as")) {
            draft.generated = expressions.parenthesised(cursor);
            cursor.acceptAny("virtual", "stored", "persistent");
            return true;
        }
        return false;
    }

    private boolean characters(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("character", "set") || cursor.accept("char", "set") || cursor.accept("charset")) {
            cursor.accept("=");
            draft.charset = characterSet(cursor);
        } else if (cursor.accept("binary")) {
            draft.collation = "binary";
        } else if (cursor.accept("ascii")) {
            draft.charset = "latin1";
        } else if (cursor.accept("unicode")) {
            draft.charset = "ucs2";
        } else {
            return false;
        }
        return true;
    }

    /** A name or a string, or the word BINARY, lower case. */
    static String characterSet(TokenCursor cursor) {
        String text = Language.lower(cursor.peek());
        if (cursor.peek().kind() == TokenKind.STRING || cursor.peek().kind() == TokenKind.QUOTED) {
            cursor.next();
            return text.substring(1, text.length() - 1);
        }
        if (!cursor.peek().isName()) {
            throw Expected.at(cursor, "a character set or collation");
        }
        cursor.next();
        return text;
    }

    private static boolean storage(TokenCursor cursor) {
        if (cursor.accept("column_format")) {
            return one(cursor, "fixed", "dynamic", "default");
        }
        if (cursor.accept("storage")) {
            return one(cursor, "disk", "memory", "default");
        }
        if (cursor.accept("srid") || cursor.accept("ref_system_id")) {
            cursor.accept("=");
            if (cursor.next().kind() != TokenKind.NUMBER) {
                throw Expected.at(cursor, "a number");
            }
            return true;
        }
        if (cursor.accept("engine_attribute") || cursor.accept("secondary_engine_attribute")) {
            cursor.accept("=");
            StorageOptions.string(cursor);
            return true;
        }
        if (cursor.accept("compressed")) {
            if (cursor.accept("=")) {
                cursor.next();
            }
            return true;
        }
        return cursor.accept("with", "system", "versioning") || cursor.accept("without", "system", "versioning");
    }

    private static boolean one(TokenCursor cursor, String... words) {
        if (!cursor.acceptAny(words)) {
            throw Expected.at(cursor, String.join(", ", words));
        }
        return true;
    }
}
