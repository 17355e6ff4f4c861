package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.Locale;

/**
 * Something else was expected at this place. Thrown by the readers of parts, caught where a statement or an action ends,
 * and told there as {@code NotUnderstood}.
 */
final class Expected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Expected(String message) {
        super(message, null, false, false);
    }

    /** @param what should stand where the cursor stands, e.g. {@code a column name} */
    static Expected at(TokenCursor cursor, String what) {
        Token found = cursor.peek();
        return new Expected("expected " + what + ", found "
                + (found == TokenCursor.END ? "the end of the statement" : quoted(found.text())));
    }

    /** @param sentence for what no single token is to blame */
    static Expected that(String sentence) {
        return new Expected(sentence);
    }

    /** Passes these words or symbols, which have to come next. */
    static void next(TokenCursor cursor, String... wordsOrSymbols) {
        for (String wordOrSymbol : wordsOrSymbols) {
            if (!cursor.accept(wordOrSymbol)) {
                throw at(cursor, wordOrSymbol.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Nothing may be left. */
    static void end(TokenCursor cursor) {
        if (!cursor.atEnd()) {
            throw at(cursor, "the end of the statement");
        }
    }

    String why() {
        return String.valueOf(getMessage());
    }

    private static String quoted(String text) {
        int line = text.indexOf('\n');
        String shown = line < 0 ? text : text.substring(0, line).strip() + "…";
        return "'" + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown) + "'";
    }
}
