package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identities, generated columns, defaults of the type, and what says how DB2 keeps a column. */
final class Db2ColumnAttributes implements ColumnAttributes {
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "decimal", "decfloat", "real", "double");

    private final NameReader names;
    private final ExpressionReader expressions;
    private final SequenceOptions sequences;

    Db2ColumnAttributes(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.sequences = SequenceOptions.ofColumn(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("with", "default")) {
            draft.defaultValue = defaultOf(cursor, draft.type, expressions);
        } else if (cursor.accept("generated")) {
            generated(cursor, draft);
        } else if (cursor.accept("as", "identity")) {
            identity(cursor, draft, Identity.ALWAYS);
        } else if (cursor.accept("implicitly", "hidden")) {
            draft.invisible = true;
        } else if (cursor.accept("for", "column")) {
            names.simple(cursor);
        } else {
            return storage(cursor);
        }
        return true;
    }

    /** What stands behind DEFAULT; nothing there means the value that the type has for it. */
    static String defaultOf(TokenCursor cursor, @Nullable ColumnType type, ExpressionReader expressions) {
        boolean none = cursor.atEnd()
                || cursor.peek()
                        .isAny(
                                ",",
                                ")",
                                ";",
                                "not",
                                "constraint",
                                "primary",
                                "unique",
                                "references",
                                "check",
                                "generated",
                                "inline",
                                "implicitly",
                                "logged",
                                "compact",
                                "compress",
                                "for",
                                "secured",
                                "add",
                                "alter",
                                "drop");
        return none ? defaultOf(type) : expressions.read(cursor);
    }

    private static String defaultOf(@Nullable ColumnType type) {
        String name = type == null ? "" : type.name();
        if (NUMBERS.contains(name)) {
            return "0";
        }
        return switch (name) {
            case "date" -> "current date";
            case "time" -> "current time";
            case "timestamp" -> "current timestamp";
            case "boolean" -> "false";
            default -> "''";
        };
    }

    private void generated(TokenCursor cursor, ColumnDraft draft) {
        boolean byDefault = cursor.accept("by", "default");
        if (!byDefault) {
            cursor.accept("always");
        }
        if (cursor.accept("for", "each", "row", "on", "update", "as", "row", "change", "timestamp")) {
            draft.generated = "row change timestamp";
            return;
        }
        Expected.next(cursor, "as");
        if (cursor.accept("identity")) {
            identity(cursor, draft, byDefault ? Identity.BY_DEFAULT : Identity.ALWAYS);
        } else if (cursor.accept("row")) {
            if (!cursor.acceptAny("begin", "start", "end")) {
                throw Expected.at(cursor, "BEGIN or END");
            }
            draft.generated = "row " + Language.lower(cursor.previous());
        } else if (cursor.accept("transaction", "start", "id")) {
            draft.generated = "transaction start id";
        } else {
            draft.generated = expressions.parenthesised(cursor);
        }
    }

    private void identity(TokenCursor cursor, ColumnDraft draft, Identity identity) {
        draft.identity = identity;
        if (cursor.accept("(")) {
            draft.sequenceOptions = sequences.read(cursor);
            Expected.next(cursor, ")");
        }
    }

    private boolean storage(TokenCursor cursor) {
        if (cursor.accept("inline", "length")) {
            cursor.next();
            return true;
        }
        if (cursor.accept("secured", "with")) {
            names.simple(cursor);
            return true;
        }
        if (cursor.accept("ccsid")) {
            cursor.next();
            return true;
        }
        return cursor.accept("not", "logged")
                || cursor.accept("logged")
                || cursor.accept("not", "compact")
                || cursor.accept("compact")
                || cursor.accept("compress", "system", "default")
                || cursor.accept("not", "hidden");
    }
}
