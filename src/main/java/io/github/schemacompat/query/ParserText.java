package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** The text that JSqlParser gets for a statement, and the proof that it read all of it. */
final class ParserText {
    private static final List<String> OPTIONAL_WORDS =
            List.of("as", "inner", "outer", "asc", "all", "by", "row", "rows");

    /** What is called with a unit of time. */
    private static final Set<String> UNIT_FIRST = Set.of(
            "extract",
            "dateadd",
            "datediff",
            "datediff_big",
            "datepart",
            "datename",
            "datetrunc",
            "date_trunc",
            "date_bucket",
            "timestampadd",
            "timestampdiff");

    private static final Set<String> BEFORE_OPERAND = Set.of(
            "select",
            "distinct",
            "all",
            "where",
            "and",
            "or",
            "not",
            "by",
            "on",
            "when",
            "then",
            "else",
            "case",
            "between",
            "like",
            "set",
            "having",
            "returning");

    /** Stands for a dot within a quoted name, which JSqlParser takes for the one between two names. */
    private static final char DOT = '\uE000';

    /** Stands for two backticks within a quoted name, of which the parser takes the first for the last one. */
    private static final String BACKTICK = "\uE001";

    private final Dialect dialect;
    private final Lexer lexer;

    ParserText(Dialect dialect) {
        this.dialect = dialect;
        this.lexer = new Lexer(dialect);
    }

    /** The indexes that a text asks for, as uses. */
    SortedSet<String> indexHints(Span span) {
        return IndexHints.in(lexer.tokens(span), dialect);
    }

    /** The tokens of a statement, in forms that JSqlParser has. */
    List<Token> tokens(Span span) {
        List<Token> tokens = lexer.tokens(span);
        return switch (dialect.id()) {
            case "sqlserver" -> new TransactSqlForms(tokens).rewritten();
            case "postgresql" -> postgreSqlForms(tokens);
            case "mysql", "mariadb", "sqlite" -> IndexHints.without(tokens, dialect);
            default -> tokens;
        };
    }

    /**
     * {@code E'it\'s'} becomes {@code 'it''s'}, {@code TABLE t} a query with a star, and {@code SELECT FROM} gets something
     * to select.
     */
    private List<Token> postgreSqlForms(List<Token> tokens) {
        List<Token> forms = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i == 0 && token.is("table")) {
                forms.add(new Token(TokenKind.WORD, "select", token.start(), token.end()));
                forms.add(new Token(TokenKind.SYMBOL, "*", token.end(), token.end()));
                forms.add(new Token(TokenKind.WORD, "from", token.end(), token.end()));
                continue;
            }
            boolean escapes = token.kind() == TokenKind.STRING
                    && token.text().toLowerCase(Locale.ROOT).startsWith("e'");
            if (escapes) {
                String value = StringLiterals.value(token, dialect.lexicalRules());
                String plain = "'" + value.replace("'", "''") + "'";
                forms.add(new Token(TokenKind.STRING, plain, token.start(), token.end()));
                continue;
            }
            forms.add(token);
            if (token.is("select") && i + 1 < tokens.size() && tokens.get(i + 1).is("from")) {
                forms.add(new Token(TokenKind.NUMBER, "1", token.end() + 1, token.end() + 1));
            }
        }
        return forms;
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

    /** Names that the parser takes for something else where they stand: their indexes. */
    static Set<Integer> takenAmiss(List<Token> tokens) {
        Set<Integer> names = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            if (!called && (isValue(tokens, i) || isColumnLikeUnit(tokens, i))) {
                names.add(i);
            }
        }
        return names;
    }

    /** The parser takes VALUE for the beginning of a row where an alias follows. */
    private static boolean isValue(List<Token> tokens, int index) {
        return tokens.get(index).is("value") && tokens.get(index - 1).isAny("from", "join", "update", "into", ",", ".");
    }

    /** The parser takes a column called DAY for a unit of time, wherever an operand can stand. */
    private static boolean isColumnLikeUnit(List<Token> tokens, int index) {
        if (!tokens.get(index).isAny("year", "month", "day", "hour", "minute", "second")) {
            return false;
        }
        Token before = tokens.get(index - 1);
        if (before.is("(")) {
            return index == 1
                    || !UNIT_FIRST.contains(tokens.get(index - 2).text().toLowerCase(Locale.ROOT));
        }
        return before.kind() == TokenKind.SYMBOL
                ? !before.isAny(".", ")")
                : before.kind() == TokenKind.WORD
                        && BEFORE_OPERAND.contains(before.text().toLowerCase(Locale.ROOT));
    }

    /**
     * The word at an offset of {@link #text}, or beside it, if it can be a name for the engine. The parser refuses many of
     * its own keywords where the engine takes them for names; with quotes it reads them. Often it tells the place before.
     *
     * @return its index, or -1
     */
    int nameAt(int offset, List<Token> tokens, Set<Integer> named) {
        StringBuilder text = new StringBuilder();
        int at = -1;
        for (int i = 0; i < tokens.size() && text.length() <= offset; i++) {
            append(text, tokens, i, named);
            at = text.length() > offset ? i : -1;
        }
        if (at < 0) {
            return -1;
        }
        for (int i : new int[] {at, at + 1, at - 1}) {
            if (i >= 0 && i < tokens.size() && !named.contains(i) && canBeName(tokens, i, at)) {
                return i;
            }
        }
        return -1;
    }

    private boolean canBeName(List<Token> tokens, int index, int stumble) {
        Token token = tokens.get(index);
        boolean called = index != stumble
                && index + 1 < tokens.size()
                && tokens.get(index + 1).is("(");
        if (token.kind() != TokenKind.WORD || token.text().startsWith("#") || token.is("constraint") || called) {
            return false;
        }
        String name = dialect.catalogName(token.text(), false);
        return dialect.quote(name).equals(name);
    }

    private void append(StringBuilder text, List<Token> tokens, int index, Set<Integer> named) {
        Token token = tokens.get(index);
        if (index > 0) {
            Token before = tokens.get(index - 1);
            boolean inserted = before.start() == before.end() || token.start() == token.end();
            text.append(inserted || before.end() < token.start() ? " " : "");
        }
        String written = token.kind() == TokenKind.QUOTED ? veiled(token.text()) : token.text();
        text.append(named.contains(index) ? quoted(written) : written);
    }

    /** A name in quotes, without what the parser takes for its end. */
    private static String veiled(String quoted) {
        String dotless = quoted.replace('.', DOT);
        String inner = dotless.substring(1, dotless.length() - 1).replace("``", BACKTICK);
        return dotless.charAt(0) == '`' ? "`" + inner + "`" : dotless;
    }

    /** What the parser gives back of a text, with the dots and quotes that quoted names had. */
    static String restored(String written) {
        return written.replace(DOT, '.').replace(BACKTICK, "``");
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
        for (Token token : lexer.tokens(SourceText.of("", restored(written)).whole())) {
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
