package io.github.schemacompat.query;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Clauses of Transact-SQL that JSqlParser has no form for and that say nothing of tables and columns are left out: table
 * hints, the column list of {@code OPENJSON(…) WITH (…)}, {@code DELETE TOP (…)}. Left-out and inserted words of the
 * others: {@code MERGE} becomes {@code MERGE INTO}, and the first FROM of {@code DELETE FROM t FROM t a} goes.
 */
final class TransactSqlForms {
    private static final Set<String> HINTS = Set.of(
            "forcescan",
            "forceseek",
            "holdlock",
            "index",
            "keepdefaults",
            "keepidentity",
            "noexpand",
            "nolock",
            "nowait",
            "paglock",
            "readcommitted",
            "readcommittedlock",
            "readpast",
            "readuncommitted",
            "repeatableread",
            "rowlock",
            "serializable",
            "snapshot",
            "tablock",
            "tablockx",
            "updlock",
            "xlock");

    private final TokenCursor cursor;
    private final List<Token> kept = new ArrayList<>();

    TransactSqlForms(List<Token> tokens) {
        this.cursor = new TokenCursor(SourceText.of("", ""), tokens);
    }

    List<Token> rewritten() {
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (atHints(token)) {
                cursor.acceptParentheses();
                continue;
            }
            kept.add(token);
            if (token.is("openjson")) {
                kept.addAll(cursor.acceptParentheses());
                leaveOut("with");
            } else if (token.isAny("delete", "update")) {
                leaveOut("top");
                secondFrom(token);
            } else if (token.is("merge")
                    && cursor.peek().isName()
                    && !cursor.peek(1).is("join")) {
                leaveOut("top");
                if (!cursor.at("into")) {
                    kept.add(new Token(TokenKind.WORD, "INTO", token.end() + 1, token.end() + 1));
                }
            }
        }
        return kept;
    }

    private boolean atHints(Token token) {
        return token.is("with")
                && cursor.at("(")
                && HINTS.contains(cursor.peek(1).text().toLowerCase(Locale.ROOT));
    }

    private void leaveOut(String word) {
        if (cursor.atSequence(word, "(")) {
            cursor.next();
            cursor.acceptParentheses();
        }
    }

    private void secondFrom(Token verb) {
        int after = cursor.peek(2).is(".") ? 4 : 2;
        if (verb.is("delete") && cursor.at("from") && cursor.peek(after).is("from")) {
            cursor.next();
        }
    }
}
