package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the indexes that a query asks for by name, without which it fails: {@code WITH (INDEX(name))} in SQL Server,
 * {@code USE}, {@code FORCE} and {@code IGNORE INDEX (name)} in MySQL, {@code INDEXED BY name} in SQLite. Elsewhere hints
 * stand in comments, or there are none.
 */
final class IndexHints {
    private final TokenCursor cursor;
    private final Names names;
    private final SortedSet<String> found = new TreeSet<>();
    private final List<Token> kept = new ArrayList<>();

    private IndexHints(List<Token> tokens, Dialect dialect) {
        this.cursor = new TokenCursor(SourceText.of("", ""), tokens);
        this.names = new Names(dialect);
        if (dialect.is(Dialect.SQL_SERVER)) {
            sqlServer();
        } else if (dialect.is(Dialect.MYSQL) || dialect.is(Dialect.MARIADB)) {
            mySql();
        } else if (dialect.is(Dialect.SQLITE)) {
            sqlite();
        }
    }

    /** As uses: {@code #name}. */
    static SortedSet<String> in(List<Token> tokens, Dialect dialect) {
        return new IndexHints(tokens, dialect).found;
    }

    /** The tokens without the hints of MySQL and SQLite. */
    static List<Token> without(List<Token> tokens, Dialect dialect) {
        return new IndexHints(tokens, dialect).kept;
    }

    private void sqlServer() {
        boolean inHints = false;
        while (!cursor.atEnd()) {
            if (cursor.accept("with", "(")) {
                inHints = true;
            } else if (cursor.at("index") && inHints && cursor.peek(1).isAny("(", "=")) {
                cursor.next();
                cursor.accept("=");
                listed();
            } else if (cursor.next().is(")")) {
                inHints = false;
            }
        }
    }

    private void mySql() {
        while (!cursor.atEnd()) {
            boolean hint = cursor.peek().isAny("use", "force", "ignore")
                    && cursor.peek(1).isAny("index", "key");
            if (!hint) {
                kept.add(cursor.next());
                continue;
            }
            cursor.next();
            cursor.next();
            if (cursor.accept("for")) {
                cursor.acceptAny("join", "order", "group");
                cursor.accept("by");
            }
            listed();
        }
    }

    private void sqlite() {
        while (!cursor.atEnd()) {
            if (cursor.accept("indexed", "by")) {
                name(cursor.next());
            } else if (!cursor.accept("not", "indexed")) {
                kept.add(cursor.next());
            }
        }
    }

    /** One, or several in parentheses; numbers mean the first index. */
    private void listed() {
        List<Token> parentheses = cursor.acceptParentheses();
        if (parentheses.isEmpty()) {
            name(cursor.next());
        }
        parentheses.forEach(this::name);
    }

    private void name(Token token) {
        if (token.isName()) {
            found.add("#" + QualifiedName.quoted(names.keyOfWritten(token.text())));
        }
    }
}
