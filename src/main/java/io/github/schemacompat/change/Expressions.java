package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.NormalForm;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;

/** The names in conditions, defaults, index keys and queries. */
public final class Expressions {
    private final Dialect dialect;
    private final Lexer lexer;

    /** @param dialect the engine whose scripts they are of */
    public Expressions(Dialect dialect) {
        this.dialect = dialect;
        this.lexer = new Lexer(dialect);
    }

    List<Token> tokens(Span span) {
        return lexer.tokens(span);
    }

    /** A name token as the catalog would hold it. */
    String catalogName(Token token) {
        String text = token.text();
        if (token.kind() != TokenKind.QUOTED && !inDoubleQuotes(token) || text.length() < 2) {
            return dialect.catalogName(text, false);
        }
        char close = text.charAt(text.length() - 1);
        String inner = text.substring(1, text.length() - 1);
        return dialect.catalogName(inner.replace("" + close + close, "" + close), true);
    }

    private static boolean inDoubleQuotes(Token token) {
        return token.text().startsWith("\"");
    }

    /** In a normal form what stands in double quotes is a name, in every dialect. */
    private boolean stands(Token token, String key) {
        return (token.isName() || inDoubleQuotes(token))
                && dialect.key(catalogName(token)).equals(key);
    }

    /** Whether a normal form names the column. */
    public boolean mentions(String expression, String column) {
        String key = dialect.key(column);
        for (Token token : tokens(SourceText.of("", expression).whole())) {
            if (stands(token, key)) {
                return true;
            }
        }
        return false;
    }

    /** The normal form with one name replaced by another wherever it stands for it. */
    String renamed(String expression, String from, String to) {
        String key = dialect.key(from);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Token token : tokens(SourceText.of("", expression).whole())) {
            if (stands(token, key)) {
                text.append(expression, done, token.start()).append(NormalForm.ofName(dialect, to));
                done = token.end();
            }
        }
        return text.append(expression, done, expression.length()).toString();
    }

    /** Whether an index key is the column, or an expression over it. */
    boolean isOver(String indexKey, String column) {
        return dialect.key(plain(indexKey)).equals(dialect.key(column))
                || indexKey.startsWith("(") && mentions(indexKey, column);
    }

    /** An index key after a column got another name. */
    String renamedKey(String indexKey, String from, String to) {
        if (dialect.key(plain(indexKey)).equals(dialect.key(from))) {
            return to + indexKey.substring(plain(indexKey).length());
        }
        return indexKey.startsWith("(") ? renamed(indexKey, from, to) : indexKey;
    }

    /** The column of an index key without {@code desc}. */
    static String plain(String indexKey) {
        return indexKey.endsWith(" desc") ? indexKey.substring(0, indexKey.length() - 5) : indexKey;
    }
}
