package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts text into tokens as an engine does. It takes any text: what it can't make sense of is an UNKNOWN token. */
public final class Lexer {
    private final Dialect dialect;

    public Lexer(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The tokens of a stretch of text, in order; comments and white space are none. */
    public List<Token> tokens(Span span) {
        List<Token> tokens = new ArrayList<>(Math.max(8, (span.end() - span.start()) / 6));
        TokenScanner scanner = new TokenScanner(dialect.lexicalRules(), span, null);
        for (Token token = scanner.next(); token != null; token = scanner.next()) {
            tokens.add(token);
        }
        return tokens;
    }

    /** The first token of a stretch of text, or null if it holds none. */
    public @Nullable Token first(Span span) {
        return new TokenScanner(dialect.lexicalRules(), span, null).next();
    }

    /**
     * The comments of a stretch of text, in order, with their marks ({@code --}, {@code #}, {@code /* … *}{@code /}) and
     * without the line end. What only looks like a comment inside a string, and what MySQL runs inside
     * {@code /*! … *}{@code /}, is none.
     */
    public List<Span> comments(Span span) {
        List<Span> comments = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(dialect.lexicalRules(), span, comments);
        while (scanner.next() != null) {
            // the scanner collects what it passes between tokens
        }
        return comments;
    }
}
