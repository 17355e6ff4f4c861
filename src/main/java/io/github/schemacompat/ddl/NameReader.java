package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.CatalogNames;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads names, quotes removed and folded as the catalog would hold them. */
final class NameReader {
    /** Words that no engine takes for a name without quotes: where one stands, the name was left out. */
    private static final WordList RESERVED = WordList.of("""
            all and as asc case check collate column constraint create desc distinct else foreign from grant group having
            in into not null on or order primary references select table then to union unique when where with
            """);

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
            parts.add(anyWord(cursor));
        }
        if (parts.size() > 4) {
            throw Expected.at(cursor, "a name of at most four parts");
        }
        return parts;
    }

    /**
     * A single name.
     *
     * @throws Expected if no name comes next
     */
    String simple(TokenCursor cursor) {
        boolean taken = RESERVED.holds(cursor.peek());
        // DB2 keeps no word for itself; this one is taken for a name by some
        if (taken && !(grammar == Grammar.DB2 && cursor.at("references"))) {
            throw Expected.at(cursor, "a name");
        }
        return anyWord(cursor);
    }

    /** Behind a dot every word is a name. */
    private String anyWord(TokenCursor cursor) {
        if (!cursor.peek().isName()) {
            throw Expected.at(cursor, "a name");
        }
        return catalogName(cursor.next());
    }

    /** Whether the token can be the name of a column in an expression: no keyword of expressions, no literal. */
    boolean canBeColumn(Token token) {
        return token.isName()
                && !RESERVED.holds(token)
                && !token.isAny("is", "between", "like", "exists", "end", "true", "false");
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
        return CatalogNames.of(token, dialect);
    }
}
