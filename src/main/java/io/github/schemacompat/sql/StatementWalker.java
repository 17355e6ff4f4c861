package io.github.schemacompat.sql;

import io.github.schemacompat.source.Span;
import org.jspecify.annotations.Nullable;

/** Walks over the tokens of a script or body and finds where statements begin and end. */
abstract class StatementWalker {
    /** Nobody writes so many blocks inside each other; whoever reads statements may use recursion up to here. */
    static final int DEEPEST = 200;

    final TokenStream in;
    /** The block that is being read isn't closed, or too much is nested; the walk goes back to the outermost. */
    boolean broken;

    StatementWalker(TokenStream in) {
        this.in = in;
    }

    /** The next statement that isn't part of another one, or null at the end. */
    @Nullable
    abstract Statement next();

    Span spanFrom(Token first) {
        return in.span(first.start(), Math.max(first.end(), in.previous().end()));
    }

    /** The text from a token to the one passed last; nothing, if none was passed since. */
    Span textFrom(Token first) {
        Token last = in.previous();
        return first == TokenCursor.END || last.start() < first.start()
                ? in.span(last.end(), last.end())
                : spanFrom(first);
    }

    /** Everything from a token to the next boundary, semicolons at its end aside. */
    Span rest(Token first) {
        in.reset(first);
        Token last = in.next();
        while (!in.atBoundary()) {
            Token token = in.next();
            if (!token.is(";")) {
                last = token;
            }
        }
        return in.span(first.start(), last.end());
    }

    /** How deep the walk is in parentheses and CASE expressions, where no statement begins or ends. */
    static final class Nesting {
        private int parentheses;
        private int cases;

        void pass(Token token) {
            if (token.is("(")) {
                parentheses++;
            } else if (token.is(")")) {
                parentheses = Math.max(0, parentheses - 1);
            } else if (parentheses == 0 && token.is("CASE")) {
                cases++;
            } else if (parentheses == 0 && cases > 0 && token.is("END")) {
                cases--;
            }
        }

        boolean none() {
            return parentheses == 0 && cases == 0;
        }

        boolean inParentheses() {
            return parentheses > 0;
        }
    }
}
