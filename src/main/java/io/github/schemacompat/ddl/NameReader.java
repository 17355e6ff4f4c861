package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads names, quotes removed and folded as the catalog would hold them. */
final class NameReader {
    private final Dialect dialect;
    private final Grammar grammar;

    NameReader(Dialect dialect) {
        this.dialect = dialect;
        this.grammar = Grammar.of(dialect);
    }

    /**
     * A name of one to four parts. Server and database are left out, but in MySQL, where the database is the schema.
     *
     * @throws Expected if no such name comes next
     */
    QualifiedName read(TokenCursor cursor) {
        int from = cursor.index();
        List<String> parts = parts(cursor);
        if (grammar == Grammar.MYSQL && parts.size() > 2) {
            cursor.reset(from);
            throw Expected.at(cursor, "a name of at most two parts");
        }
        return qualified(parts);
    }

    /** What {@link #parts} has read, as the name of an object. */
    QualifiedName qualified(List<String> parts) {
        String name = parts.get(parts.size() - 1);
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        return new QualifiedName(schema.isEmpty() ? null : schema, name);
    }

    /**
     * All parts of a name; a part that is left out ({@code db..t}) is empty, but for the last.
     *
     * @throws Expected if there is none, or if there are more than four
     */
    List<String> parts(TokenCursor cursor) {
        List<String> parts = new ArrayList<>();
        while (cursor.accept(".")) {
            parts.add("");
        }
        parts.add(simple(cursor));
        while (cursor.accept(".")) {
            while (cursor.accept(".")) {
                parts.add("");
            }
            parts.add(simple(cursor));
        }
        if (parts.size() > 4) {
            throw Expected.at(cursor, "a name of at most four parts");
        }
        return parts;
    }

    /**
     * A single name. Placeholders that touch it belong to it: {@code ${prefix}orders}.
     *
     * @throws Expected if no name comes next
     */
    String simple(TokenCursor cursor) {
        Token token = cursor.peek();
        if (!token.isName()) {
            throw Expected.at(cursor, "a name");
        }
        cursor.next();
        String name = catalogName(token);
        while (touches(token, cursor.peek())) {
            token = cursor.next();
            name += catalogName(token);
        }
        return name;
    }

    /**
     * Names in parentheses, separated by commas.
     *
     * @throws Expected if there is no such list
     */
    List<String> list(TokenCursor cursor) {
        Expected.next(cursor, "(");
        List<String> names = new ArrayList<>();
        do {
            names.add(simple(cursor));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return names;
    }

    /** The name that a single token says. */
    String catalogName(Token token) {
        if (token.kind() == TokenKind.QUOTED) {
            return dialect.catalogName(unquoted(token.text()), true);
        }
        return dialect.catalogName(token.text(), token.kind() == TokenKind.PLACEHOLDER);
    }

    private static boolean touches(Token token, Token next) {
        boolean placeholder = token.kind() == TokenKind.PLACEHOLDER || next.kind() == TokenKind.PLACEHOLDER;
        return placeholder && next.start() == token.end() && (next.isName() || next.kind() == TokenKind.NUMBER);
    }

    private static String unquoted(String text) {
        char close = text.charAt(text.length() - 1);
        String inner = text.substring(1, text.length() - 1);
        return inner.replace("" + close + close, "" + close);
    }
}
