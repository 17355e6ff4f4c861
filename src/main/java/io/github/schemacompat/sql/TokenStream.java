package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.LexicalRules;
import io.github.schemacompat.dialect.Separation;
import io.github.schemacompat.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a script one by one, with those few read ahead that are asked for. Lines that are meant for the client
 * and not for the server come as one symbol each.
 */
final class TokenStream {
    /** A GO line. */
    static final String BATCH_END = "GO\n";
    /** What a DELIMITER line made the end of a statement. */
    static final String STATEMENT_END = "DELIMITER";
    /** A DELIMITER line. */
    static final String DELIMITER_LINE = "DELIMITER\n";
    /** A line for sqlcmd, psql or SQL*Plus. */
    static final String CLIENT_LINE = "CLIENT\n";

    private static final String SEMICOLON = ";";
    /** What DB2's client takes for the end of a statement from here on. */
    private static final Pattern SET_TERMINATOR = Pattern.compile("(?i)--#SET\\s+TERMINATOR\\s+(\\S+)");

    private LexicalRules rules;
    private Span span;
    private final String text;
    private TokenScanner scanner;
    /** Null inside a body, where no line is meant for the client. */
    private final @Nullable Separation separation;

    private final List<Token> ahead = new ArrayList<>();
    private final Deque<Token> behind = new ArrayDeque<>();
    private Token lastRead = TokenCursor.END;
    private String delimiter = SEMICOLON;
    /** Whether it ends one statement only, as the tools have it that know DELIMITER lines for engines without them. */
    private boolean once;

    /** The text that goes on begins behind a statement whose end is still to come. */
    private boolean inStatement;

    private final int beginning;

    private final Deque<Delimiter> earlier = new ArrayDeque<>();

    private TokenStream(LexicalRules rules, Span span, @Nullable Separation separation) {
        this.rules = rules;
        this.span = span;
        this.beginning = span.start();
        this.text = span.source().text();
        this.scanner = new TokenScanner(rules, span, null);
        this.separation = separation;
    }

    static TokenStream ofScript(LexicalRules rules, Span span, Separation separation) {
        return new TokenStream(rules, span, separation);
    }

    /** @param delimiter what ends a statement until a DELIMITER line says something else */
    static TokenStream ofScript(LexicalRules rules, Span span, Separation separation, String delimiter) {
        TokenStream stream = new TokenStream(rules, span, separation);
        stream.delimiter = delimiter;
        return stream;
    }

    static TokenStream ofBody(LexicalRules rules, Span span) {
        return new TokenStream(rules, span, null);
    }

    Span span(int start, int end) {
        return span.source().span(start, end);
    }

    /** What comes behind the tokens that were read ahead is read by these. */
    void readBy(LexicalRules other) {
        rules = other;
        scanner.readBy(other);
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int places) {
        while (ahead.size() <= places) {
            Token token = read();
            if (token == TokenCursor.END) {
                return token;
            }
            lastRead = token;
            inStatement = false;
            ahead.add(token);
        }
        return ahead.get(places);
    }

    Token next() {
        Token token = peek();
        if (token == TokenCursor.END) {
            return token;
        }
        ahead.remove(0);
        if (once && token.kind() == TokenKind.SYMBOL && token.text().equals(STATEMENT_END)) {
            endStatementsBy(SEMICOLON, false, token.start());
        }
        behind.addLast(token);
        if (behind.size() > 2) {
            behind.removeFirst();
        }
        return token;
    }

    boolean at(String wordOrSymbol) {
        return peek().is(wordOrSymbol);
    }

    boolean accept(String wordOrSymbol) {
        if (!at(wordOrSymbol)) {
            return false;
        }
        next();
        return true;
    }

    /** The token passed last. */
    Token previous() {
        return behind.isEmpty() ? TokenCursor.END : behind.getLast();
    }

    Token beforePrevious() {
        return behind.size() < 2 ? TokenCursor.END : behind.getFirst();
    }

    /** Goes on with another part of the same text; what DELIMITER lines said holds on. */
    void restrict(int start, int end) {
        ahead.clear();
        behind.clear();
        lastRead = TokenCursor.END;
        span = span(start, end);
        scanner = new TokenScanner(rules, span, null);
        inStatement = start > beginning;
    }

    /** Whether no statement goes on here: the end of the text, a GO or a DELIMITER line, another delimiter. */
    boolean atBoundary() {
        Token token = peek();
        return token == TokenCursor.END
                || token.kind() == TokenKind.SYMBOL
                        && (token.text().equals(BATCH_END)
                                || token.text().equals(STATEMENT_END)
                                || token.text().equals(DELIMITER_LINE));
    }

    boolean atClientLine() {
        return peek().kind() == TokenKind.SYMBOL && peek().text().equals(CLIENT_LINE);
    }

    /** Whether a DELIMITER line has made something else than the semicolon end statements. */
    boolean hasOwnDelimiter() {
        return !delimiter.equals(SEMICOLON);
    }

    /** Goes back to a token, and to what ended statements there. */
    void reset(Token to) {
        ahead.clear();
        behind.clear();
        lastRead = TokenCursor.END;
        while (!earlier.isEmpty() && earlier.peek().at() >= to.start()) {
            Delimiter before = earlier.pop();
            delimiter = before.text();
            once = before.once();
        }
        scanner.position(to.start());
    }

    private void endStatementsBy(String text, boolean onlyOne, int at) {
        earlier.push(new Delimiter(delimiter, once, at));
        delimiter = text;
        once = onlyOne;
    }

    /**
     * What ended statements before something else did.
     *
     * @param at the offset from which on something else does
     */
    private record Delimiter(String text, boolean once, int at) {}

    /**
     * Passes the rows that stand in the script behind this semicolon, up to a line with a backslash and a dot.
     *
     * @return where they end, or -1 if there is no such line; then nothing is passed
     */
    int endOfRows(Token semicolon) {
        int lineStart = semicolon.end();
        while (lineStart < span.end()) {
            int lineEnd = lineStart;
            while (lineEnd < span.end() && !TokenScanner.isLineEnd(text.charAt(lineEnd))) {
                lineEnd++;
            }
            if (lineEnd - lineStart == 2 && text.startsWith("\\.", lineStart)) {
                ahead.clear();
                scanner.position(lineEnd);
                return lineEnd;
            }
            lineStart = lineEnd + 1;
        }
        return -1;
    }

    private Token read() {
        if (separation == Separation.GO_BATCHES) {
            return readBatches();
        }
        if (separation != null) {
            return readDelimited();
        }
        Token token = scanner.next();
        return token == null ? TokenCursor.END : token;
    }

    private Token readBatches() {
        Token token = scanner.next();
        if (token == null) {
            return TokenCursor.END;
        }
        if (token.is("GO") && isFirstOnLine(token.start()) && endsBatch(token.end())) {
            return line(BATCH_END, token.start());
        }
        if (token.kind() == TokenKind.VARIABLE && token.text().charAt(0) == ':' && isFirstOnLine(token.start())) {
            return line(CLIENT_LINE, token.start());
        }
        return token;
    }

    private Token readDelimited() {
        int before = scanner.position();
        int start = scanner.skip();
        if (separation == Separation.TERMINATORS
                && !inStatement
                && beginsStatement()
                && start - before > "--#SET".length()) {
            Matcher said = SET_TERMINATOR.matcher(text).region(before, start);
            while (said.find()) {
                endStatementsBy(said.group(1), false, before);
            }
        }
        if (hasOwnDelimiter() && text.startsWith(delimiter, start) && start + delimiter.length() <= span.end()) {
            scanner.position(start + delimiter.length());
            return new Token(TokenKind.SYMBOL, STATEMENT_END, start, start + delimiter.length());
        }
        Token token = scanner.next();
        if (token == null) {
            return TokenCursor.END;
        }
        if (token.is("\\") && (separation == Separation.SEMICOLONS || isLineOfMySql(token))) {
            return line(CLIENT_LINE, start);
        }
        if (token.is(".") && isFirstOnLine(start) && beginsStatement()) {
            // a command of SQLite's shell
            return line(CLIENT_LINE, start);
        }
        if (token.isAny("SOURCE", "USE") && isLineOfMySql(token)) {
            return line(CLIENT_LINE, start);
        }
        boolean endsLine = token.is("/")
                        && separation == Separation.SLASH_LINES
                        && (isFirstOnLine(start) || lastRead.is(SEMICOLON))
                || token.is("@") && separation == Separation.TERMINATORS && !hasOwnDelimiter();
        if (endsLine && isLastOnLine(token.end())) {
            return new Token(TokenKind.SYMBOL, STATEMENT_END, start, token.end());
        }
        if (token.is("DELIMITER") && isFirstOnLine(start) && beginsStatement()) {
            Token line = line(DELIMITER_LINE, start);
            String said = text.substring(token.end(), line.end()).strip();
            int blank = 0;
            while (blank < said.length() && !TokenScanner.isBlank(said.charAt(blank))) {
                blank++;
            }
            boolean onlyOne = separation != Separation.DELIMITERS && separation != Separation.SEMICOLONS;
            endStatementsBy(blank == 0 ? SEMICOLON : said.substring(0, blank), onlyOne, start);
            return line;
        }
        return hasOwnDelimiter() ? beforeDelimiter(token) : token;
    }

    /** The client of MySQL takes a few commands by their line, so that nothing has to end them. */
    private boolean isLineOfMySql(Token token) {
        if (separation != Separation.DELIMITERS || !isFirstOnLine(token.start()) || !beginsStatement()) {
            return false;
        }
        int end = token.end();
        while (end < span.end() && !TokenScanner.isLineEnd(text.charAt(end))) {
            end++;
        }
        String behind = text.substring(token.end(), end);
        return !behind.isBlank() && !behind.contains(delimiter);
    }

    /** {@code END$$} is one word to MySQL, but not to its client. */
    private Token beforeDelimiter(Token token) {
        if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.QUOTED) {
            return token;
        }
        int at = token.text().indexOf(delimiter);
        if (at <= 0) {
            return token;
        }
        scanner.position(token.start() + at);
        return new Token(token.kind(), token.text().substring(0, at), token.start(), token.start() + at);
    }

    private boolean beginsStatement() {
        return lastRead == TokenCursor.END
                || lastRead.is(SEMICOLON)
                || lastRead.kind() == TokenKind.SYMBOL
                        && (lastRead.text().equals(CLIENT_LINE)
                                || lastRead.text().toUpperCase(Locale.ROOT).startsWith(STATEMENT_END));
    }

    private Token line(String mark, int start) {
        int end = start;
        while (end < span.end() && !TokenScanner.isLineEnd(text.charAt(end))) {
            end++;
        }
        scanner.position(end);
        while (end > start && TokenScanner.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Token(TokenKind.SYMBOL, mark, start, end);
    }

    private boolean isLastOnLine(int offset) {
        int at = offset;
        while (at < span.end() && TokenScanner.isBlank(text.charAt(at)) && !TokenScanner.isLineEnd(text.charAt(at))) {
            at++;
        }
        return at >= span.end() || TokenScanner.isLineEnd(text.charAt(at));
    }

    /** The word that follows a token on its line, upper case, or empty. */
    String wordBehind(Token token) {
        int from = token.end();
        while (from < span.end()
                && TokenScanner.isBlank(text.charAt(from))
                && !TokenScanner.isLineEnd(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < span.end() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toUpperCase(Locale.ROOT);
    }

    /** Passes the rest of a line, which isn't SQL, with the lines that a hyphen at its end adds to it. */
    Span passCommandLine(Token first) {
        ahead.clear();
        int end = first.start();
        boolean goesOn = true;
        while (goesOn) {
            int lineStart = end;
            while (end < span.end() && !TokenScanner.isLineEnd(text.charAt(end))) {
                end++;
            }
            String line = text.substring(lineStart, end).stripTrailing();
            goesOn = line.endsWith("-") && !line.strip().startsWith("--") && end < span.end();
            if (goesOn) {
                end += text.startsWith("\r\n", end) ? 2 : 1;
            }
        }
        scanner.position(end);
        while (end > first.end() && TokenScanner.isBlank(text.charAt(end - 1))) {
            end--;
        }
        Span line = span(first.start(), end);
        behind.addLast(new Token(TokenKind.SYMBOL, CLIENT_LINE, line.start(), line.end()));
        return line;
    }

    boolean isFirstOnLine(int offset) {
        int at = offset - 1;
        while (at >= span.start()
                && TokenScanner.isBlank(text.charAt(at))
                && !TokenScanner.isLineEnd(text.charAt(at))) {
            at--;
        }
        return at < span.start() || TokenScanner.isLineEnd(text.charAt(at));
    }

    /** Whether nothing follows GO on its line but a number and a comment. */
    private boolean endsBatch(int offset) {
        int end = offset;
        while (end < span.end() && !TokenScanner.isLineEnd(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(offset, end);
        int comment = rest.indexOf("--");
        if (comment < 0) {
            comment = rest.indexOf("/*");
            if (comment >= 0 && !rest.strip().endsWith("*/")) {
                return false;
            }
        }
        String said = comment < 0 ? rest : rest.substring(0, comment);
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (!(TokenScanner.isBlank(c) || c >= '0' && c <= '9' || c == ';')) {
                return false;
            }
        }
        return true;
    }
}
