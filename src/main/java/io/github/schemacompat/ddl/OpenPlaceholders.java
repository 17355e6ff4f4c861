package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Placeholders without a value that stand for themselves: they may be a clause, options, or nothing. */
final class OpenPlaceholders {
    private OpenPlaceholders() {}

    /** Those in a statement that are no part of a longer name. */
    static List<Token> in(List<Token> tokens) {
        List<Token> open = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean qualified = i > 0 && tokens.get(i - 1).is(".")
                    || i + 1 < tokens.size() && tokens.get(i + 1).is(".");
            if (tokens.get(i).kind() == TokenKind.PLACEHOLDER && !qualified) {
                open.add(tokens.get(i));
            }
        }
        return open;
    }

    /** Which of them may be left out to read the rest of the statement: the last one, for it may hold options, or all. */
    static List<List<Token>> leftOut(List<Token> open) {
        int size = open.size();
        return size < 2 ? (size == 0 ? List.of() : List.of(open)) : List.of(open.subList(size - 1, size), open);
    }
}
