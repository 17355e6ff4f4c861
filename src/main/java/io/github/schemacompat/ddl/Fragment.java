package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a statement that says more once its variables are known. */
public record Fragment(SourceText source, List<Token> tokens) {
    public Fragment {
        tokens = List.copyOf(tokens);
    }

    /**
     * The same piece with literals instead of variables.
     *
     * @param values the value of a variable, or null if it isn't one or isn't known
     * @return null if no variable in it is known
     */
    public @Nullable Fragment with(Function<String, @Nullable String> values) {
        List<Token> replaced = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < tokens.size(); i++) {
            int length = variableAt(i);
            String value = length == 0 ? null : values.apply(name(i, length));
            // what a backslash means depends on the dialect
            if (value == null || value.contains("\\")) {
                replaced.add(tokens.get(i));
                continue;
            }
            Token first = tokens.get(i);
            i += length - 1;
            replaced.add(new Token(
                    TokenKind.STRING,
                    "'" + value.replace("'", "''") + "'",
                    first.start(),
                    tokens.get(i).end()));
            changed = true;
        }
        return changed ? new Fragment(source, replaced) : null;
    }

    /** How many tokens make a variable here: 1 for {@code @v} and {@code v}, 3 for {@code r.v}, or 0. */
    private int variableAt(int at) {
        Token token = tokens.get(at);
        if (token.kind() == TokenKind.VARIABLE) {
            return 1;
        }
        boolean afterDot = at > 0 && tokens.get(at - 1).is(".");
        if (token.kind() != TokenKind.WORD || afterDot || is(at + 1, "(")) {
            return 0;
        }
        if (!is(at + 1, ".")) {
            return 1;
        }
        return at + 2 < tokens.size() && tokens.get(at + 2).isName() ? 3 : 0;
    }

    private boolean is(int at, String symbol) {
        return at < tokens.size() && tokens.get(at).is(symbol);
    }

    private String name(int at, int length) {
        StringBuilder name = new StringBuilder();
        tokens.subList(at, at + length).forEach(token -> name.append(token.text()));
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
