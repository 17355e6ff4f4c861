package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Proves that splitting lost nothing: every token stands in one statement's own text, or ends one. */
public final class Accounting {
    private static final Set<String> KEYWORDS = Set.of(
            "IF",
            "THEN",
            "ELSE",
            "ELSEIF",
            "ELSIF",
            "END",
            "CASE",
            "WHEN",
            "WHILE",
            "LOOP",
            "FOR",
            "FOREACH",
            "REPEAT",
            "DO",
            "UNTIL",
            "BEGIN",
            "TRY",
            "CATCH",
            "NOT",
            "ATOMIC",
            "EXCEPTION",
            "DECLARE",
            "CONTINUE",
            "EXIT",
            "UNDO");

    private final Dialect dialect;
    private final List<Token> unaccounted = new ArrayList<>();
    private int inStatements;
    private int between;

    private Accounting(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Where the tokens of a script have gone.
     *
     * @param tokens how many there are
     * @param inStatements how many stand in the own text of a statement that does something
     * @param between how many end statements, or are the words of blocks, branches and loops
     * @param unaccounted those that stand nowhere, or twice
     */
    public record Balance(int tokens, int inStatements, int between, List<Token> unaccounted) {
        public Balance {
            unaccounted = List.copyOf(unaccounted);
        }

        /** Whether all that went in came out, once. */
        public boolean isEven() {
            return unaccounted.isEmpty() && tokens == inStatements + between;
        }
    }

    /**
     * Counts the tokens of a script as a whole, and those of its parts.
     *
     * @param section what was split
     * @param statements what {@link StatementSplitter#statements} made of it
     */
    public static Balance balance(Dialect dialect, Span section, Iterator<Statement> statements) {
        Accounting accounting = of(dialect, section, statements);
        int tokens = new Lexer(dialect).tokens(section).size();
        return new Balance(tokens, accounting.inStatements, accounting.between, accounting.unaccounted);
    }

    /**
     * The tokens of a script that belong to no statement, or stand where statements overlap.
     *
     * @param section what was split
     * @param statements what {@link StatementSplitter#statements} made of it
     */
    public static List<Token> unaccounted(Dialect dialect, Span section, Iterator<Statement> statements) {
        return of(dialect, section, statements).unaccounted;
    }

    private static Accounting of(Dialect dialect, Span section, Iterator<Statement> statements) {
        Accounting accounting = new Accounting(dialect);
        TokenStream between = TokenStream.ofScript(dialect.lexicalRules(), section, dialect.separation());
        int at = section.start();
        while (statements.hasNext()) {
            Statement statement = statements.next();
            accounting.terminators(between, at, statement.span().start());
            accounting.inside(statement);
            at = statement.span().end();
        }
        accounting.terminators(between, at, section.end());
        return accounting;
    }

    /** The same for a body and what {@link StatementSplitter#body} made of it. */
    public static List<Token> unaccounted(Dialect dialect, Span body, List<Statement> statements) {
        Accounting accounting = new Accounting(dialect);
        int at = body.start();
        for (Statement statement : statements) {
            accounting.own(body, at, statement.span().start());
            accounting.inside(statement);
            at = statement.span().end();
        }
        accounting.own(body, at, body.end());
        return accounting.unaccounted;
    }

    private void terminators(TokenStream stream, int from, int to) {
        stream.restrict(from, Math.max(from, to));
        if (to < from) {
            overlap(stream.span(to, from));
            return;
        }
        between += count(stream.span(from, to));
        while (stream.peek() != TokenCursor.END) {
            boolean terminator = stream.at(";") || stream.atBoundary();
            Token token = stream.next();
            if (!terminator) {
                unaccounted.add(token);
            }
        }
    }

    private int count(Span span) {
        return new Lexer(dialect).tokens(span).size();
    }

    private void overlap(Span span) {
        unaccounted.addAll(new Lexer(dialect).tokens(span));
    }

    private void inside(Statement statement) {
        if (statement instanceof Statement.Simple || statement instanceof Statement.Unstructured) {
            inStatements += count(statement.span());
            return;
        }
        List<Span> parts = new ArrayList<>();
        if (statement instanceof Statement.If branch) {
            parts.add(branch.condition());
        } else if (statement instanceof Statement.Loop loop) {
            parts.add(loop.header());
        }
        parts.forEach(part -> inStatements += count(part));
        for (Statement child : statement.parts()) {
            parts.add(child.span());
            inside(child);
        }
        parts.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        int at = statement.span().start();
        for (Span part : parts) {
            own(statement.span(), at, part.start());
            at = part.end();
        }
        own(statement.span(), at, statement.span().end());
    }

    /** The text between the parts of a statement may hold its keywords, labels and the heads of its handlers. */
    private void own(Span whole, int from, int to) {
        if (to < from) {
            overlap(whole.source().span(to, from));
            return;
        }
        List<Token> tokens = new Lexer(dialect).tokens(whole.source().span(from, to));
        between += tokens.size();
        boolean head = false;
        Token before = TokenCursor.END;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : TokenCursor.END;
            if (token.isAny("HANDLER", "WHEN") || token.is("WITH") && before.is("ATOMIC")) {
                head = true;
            } else if (token.isAny("THEN", "END", ";")) {
                head = false;
            }
            boolean label =
                    token.isName() && (after.isAny(":", ">>") || before.isAny("END", "LOOP", "WHILE", "REPEAT", "FOR"));
            if (!head
                    && !label
                    && !token.isAny(";", ":", "<<", ">>")
                    && !(token.kind() == TokenKind.WORD
                            && KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT)))) {
                unaccounted.add(token);
            }
            before = token;
        }
    }
}
