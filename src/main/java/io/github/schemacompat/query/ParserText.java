package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The text that JSqlParser gets for a statement, and the proof that it read all of it. */
final class ParserText {
    private static final List<String> OPTIONAL_WORDS =
            List.of("as", "inner", "outer", "asc", "all", "by", "row", "rows");

    private final Dialect dialect;
    private final Lexer lexer;

    ParserText(Dialect dialect) {
        this.dialect = dialect;
        this.lexer = new Lexer(dialect);
    }

    /** The tokens of a statement, without the clauses that JSqlParser has no form for and that name no objects. */
    List<Token> tokens(Span span) {
        List<Token> tokens = lexer.tokens(span);
        return dialect.id().equals("sqlserver") ? withoutJsonColumns(span, tokens) : tokens;
    }

    /** Leaves the column list of {@code OPENJSON(…) WITH (…)} out. */
    private static List<Token> withoutJsonColumns(Span span, List<Token> tokens) {
        TokenCursor cursor = new TokenCursor(span.source(), tokens);
        List<Token> kept = new ArrayList<>();
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            kept.add(token);
            if (token.is("openjson")) {
                kept.addAll(cursor.acceptParentheses());
                if (cursor.atSequence("with", "(")) {
                    cursor.next();
                    cursor.acceptParentheses();
                }
            }
        }
        return kept;
    }

    /**
     * Without comments and unusual blanks, both of which make the parser stumble.
     *
     * @param named indexes of words that get quotes
     */
    String text(List<Token> tokens, Set<Integer> named) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            append(text, tokens, i, named);
        }
        return text.toString();
    }

    /**
     * The word at an offset of {@link #text}, if it can be a name for the engine. The parser refuses many of its own keywords
     * where the engine takes them for names; with quotes it reads them.
     *
     * @return its index, or -1
     */
    int nameAt(int offset, List<Token> tokens, Set<Integer> named) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size() && text.length() <= offset; i++) {
            append(text, tokens, i, named);
            Token token = tokens.get(i);
            boolean hit = text.length() > offset;
            if (hit
                    && token.kind() == TokenKind.WORD
                    && !named.contains(i)
                    && !token.text().startsWith("#")) {
                String name = dialect.catalogName(token.text(), false);
                return dialect.quote(name).equals(name) ? i : -1;
            }
        }
        return -1;
    }

    private void append(StringBuilder text, List<Token> tokens, int index, Set<Integer> named) {
        if (index > 0 && tokens.get(index - 1).end() < tokens.get(index).start()) {
            text.append(' ');
        }
        String written = tokens.get(index).text();
        text.append(named.contains(index) ? quoted(written) : written);
    }

    private String quoted(String word) {
        return switch (dialect.id()) {
            case "sqlserver" -> "[" + word + "]";
            case "mysql", "mariadb" -> "`" + word + "`";
            default -> '"' + dialect.catalogName(word, false) + '"';
        };
    }

    /** Whether what the parser would write has every name, literal and number of the source. */
    boolean holdsAll(List<Token> source, String written) {
        Map<String, Integer> counts = new HashMap<>();
        for (Token token : lexer.tokens(SourceText.of("", written).whole())) {
            counts.merge(essence(token), 1, Integer::sum);
        }
        for (Token token : source) {
            boolean counted = token.kind() == TokenKind.STRING
                    || token.kind() == TokenKind.NUMBER
                    || token.kind() == TokenKind.QUOTED
                    || token.kind() == TokenKind.VARIABLE
                    || token.kind() == TokenKind.WORD
                            && !OPTIONAL_WORDS.contains(token.text().toLowerCase(Locale.ROOT));
            if (counted && counts.merge(essence(token), -1, Integer::sum) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String essence(Token token) {
        String text = token.text();
        boolean quotes = token.kind() == TokenKind.QUOTED && text.length() > 1;
        String inner = quotes ? text.substring(1, text.length() - 1) : text;
        return inner.toLowerCase(Locale.ROOT);
    }
}
