package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads COMMENT ON. */
final class CommentReader implements StatementForm {
    private final Language language;
    private final DropReader drops;

    CommentReader(Language language) {
        this.language = language;
        this.drops = new DropReader(language);
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "comment", "on");
        if (language.is(Grammar.DB2) && columnsFollow(cursor)) {
            return columns(cursor);
        }
        boolean overloaded = language.is(Grammar.POSTGRESQL) && cursor.peek().isAny("function", "procedure", "routine");
        ObjectKind kind = kind(cursor);
        if (kind == ObjectKind.OTHER) {
            while (!cursor.atEnd() && !cursor.at("is")) {
                cursor.next();
            }
            text(cursor);
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "comment"));
        }
        QualifiedName name;
        List<ColumnType> arguments = null;
        String member = null;
        if (kind == ObjectKind.COLUMN) {
            List<String> parts = new ArrayList<>(language.nameParts(cursor));
            if (parts.size() < 2) {
                throw Expected.at(cursor, "table.column");
            }
            member = parts.remove(parts.size() - 1);
            name = language.qualified(parts);
        } else {
            name = language.name(cursor);
            if (overloaded && cursor.at("(")) {
                arguments = drops.argumentTypes(cursor);
            }
            cursor.acceptParentheses();
            if (cursor.accept("on")) {
                cursor.accept("domain");
                member = name.name();
                name = language.name(cursor);
            }
        }
        String text = text(cursor);
        return List.of(new Operation.CommentOn(cursor.spanFrom(from), kind, name, arguments, member, "comment", text));
    }

    private static boolean columnsFollow(TokenCursor cursor) {
        int ahead = cursor.at("table") ? 1 : 0;
        while (cursor.peek(ahead).isName() && cursor.peek(ahead + 1).is(".")) {
            ahead += 2;
        }
        return cursor.peek(ahead).isName()
                && cursor.peek(ahead + 1).is("(")
                && cursor.peek(ahead + 3).is("is");
    }

    /** {@code COMMENT ON t (a IS '…', b IS '…')} of DB2. */
    private List<Operation> columns(TokenCursor cursor) {
        cursor.accept("table");
        QualifiedName table = language.name(cursor);
        List<Operation> comments = new ArrayList<>();
        Expected.next(cursor, "(");
        do {
            int from = cursor.index();
            String column = language.simpleName(cursor);
            String text = text(cursor);
            comments.add(new Operation.CommentOn(
                    cursor.spanFrom(from), ObjectKind.COLUMN, table, null, column, "comment", text));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return comments;
    }

    private @Nullable String text(TokenCursor cursor) {
        Expected.next(cursor, "is");
        if (cursor.accept("null")) {
            return null;
        }
        StringBuilder text = new StringBuilder(language.string(cursor));
        while (cursor.peek().kind() == TokenKind.STRING) {
            // strings on lines of their own are one
            text.append(language.string(cursor));
        }
        return text.toString();
    }

    private static ObjectKind kind(TokenCursor cursor) {
        if (cursor.accept("materialized", "view") || cursor.accept("view")) {
            return ObjectKind.VIEW;
        }
        if (cursor.accept("foreign", "table") || cursor.accept("table")) {
            return ObjectKind.TABLE;
        }
        if (!cursor.peek()
                .isAny(
                        "column",
                        "function",
                        "procedure",
                        "routine",
                        "aggregate",
                        "trigger",
                        "index",
                        "sequence",
                        "type",
                        "domain",
                        "schema",
                        "constraint")) {
            return ObjectKind.OTHER;
        }
        return switch (Language.lower(cursor.next())) {
            case "column" -> ObjectKind.COLUMN;
            case "trigger" -> ObjectKind.TRIGGER;
            case "index" -> ObjectKind.INDEX;
            case "sequence" -> ObjectKind.SEQUENCE;
            case "type", "domain" -> ObjectKind.TYPE;
            case "schema" -> ObjectKind.SCHEMA;
            // the kind of constraint is not said; the member's name finds it
            case "constraint" -> ObjectKind.CHECK;
            default -> ObjectKind.ROUTINE;
        };
    }
}
