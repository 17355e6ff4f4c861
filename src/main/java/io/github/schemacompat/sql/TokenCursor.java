package io.github.schemacompat.sql;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.List;

/** Walks over the tokens of a statement. Behind the last token stands {@link #END}, forever. */
public final class TokenCursor {
    /** What stands behind the last token: it is no word, no name and no symbol. */
    public static final Token END = new Token(TokenKind.UNKNOWN, "", -1, -1);

    private final SourceText source;
    private final List<Token> tokens;
    private int index;

    public TokenCursor(SourceText source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    public SourceText source() {
        return source;
    }

    public boolean atEnd() {
        return index >= tokens.size();
    }

    /** The number of tokens that were passed; {@link #reset} goes back to it. */
    public int index() {
        return index;
    }

    public void reset(int to) {
        index = to;
    }

    public Token peek() {
        return peek(0);
    }

    /** The token that many places ahead; 0 is the next one. */
    public Token peek(int ahead) {
        int at = index + ahead;
        return at < 0 || at >= tokens.size() ? END : tokens.get(at);
    }

    /** The token passed last. */
    public Token previous() {
        return peek(-1);
    }

    public Token next() {
        Token token = peek();
        if (!atEnd()) {
            index++;
        }
        return token;
    }

    public boolean at(String wordOrSymbol) {
        return peek().is(wordOrSymbol);
    }

    /** Whether the next tokens are these words or symbols, in this order. */
    public boolean atSequence(String... wordsOrSymbols) {
        for (int i = 0; i < wordsOrSymbols.length; i++) {
            if (!peek(i).is(wordsOrSymbols[i])) {
                return false;
            }
        }
        return true;
    }

    /** Passes these words or symbols if all of them come next; else stays and says false. */
    public boolean accept(String... wordsOrSymbols) {
        if (!atSequence(wordsOrSymbols)) {
            return false;
        }
        index += wordsOrSymbols.length;
        return true;
    }

    public boolean acceptAny(String... wordsOrSymbols) {
        if (!peek().isAny(wordsOrSymbols)) {
            return false;
        }
        index++;
        return true;
    }

    /** Passes a parenthesis and everything up to its partner; stays if none comes next. */
    public List<Token> acceptParentheses() {
        if (!at("(")) {
            return List.of();
        }
        int from = index;
        int depth = 0;
        do {
            Token token = next();
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            }
        } while (depth > 0 && !atEnd());
        return tokens.subList(from, index);
    }

    /** The tokens between two indexes. */
    public List<Token> between(int from, int to) {
        return tokens.subList(from, to);
    }

    /** Everything that is left, passed. */
    public List<Token> rest() {
        List<Token> rest = tokens.subList(index, tokens.size());
        index = tokens.size();
        return rest;
    }

    /** The source text from the token at an index to the token passed last. */
    public Span spanFrom(int fromIndex) {
        if (tokens.isEmpty()) {
            return source.span(0, 0);
        }
        Token first = tokens.get(Math.min(fromIndex, tokens.size() - 1));
        Token last = index > fromIndex ? tokens.get(index - 1) : first;
        return source.span(first.start(), last.end());
    }

    public Span spanOf(Token token) {
        return token == END
                ? source.span(source.text().length(), source.text().length())
                : source.span(token.start(), token.end());
    }
}
