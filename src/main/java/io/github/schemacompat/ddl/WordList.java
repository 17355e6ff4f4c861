package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.Locale;
import java.util.Set;

/**
 * A closed list of keywords.
 *
 * @param words in lower case
 */
record WordList(Set<String> words) {
    WordList {
        words = Set.copyOf(words);
    }

    /** @param text the words, parted by white space */
    static WordList of(String text) {
        return new WordList(Set.of(text.strip().split("\\s+")));
    }

    /** Whether the token is one of the words, without quotes, in any case. */
    boolean holds(Token token) {
        return token.kind() == TokenKind.WORD && words.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Passes one of the words if it comes next. */
    boolean accept(TokenCursor cursor) {
        if (!holds(cursor.peek())) {
            return false;
        }
        cursor.next();
        return true;
    }
}
