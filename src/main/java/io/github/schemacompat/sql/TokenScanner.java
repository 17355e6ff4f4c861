package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.LexicalRules;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one token after the other; nothing but the place where it stands is kept. */
final class TokenScanner {
    /** The text of tokens of one character, so that each isn't made anew. */
    private static final List<String> ASCII =
            IntStream.range(0, 128).mapToObj(c -> String.valueOf((char) c)).toList();

    /** The operators of more than one character, the longer ones first; PostgreSQL's are a matter of rules. */
    private static final List<String> OPERATORS = List.of(
            "<=>", "->>", "<=", ">=", "<>", "!=", "!<", "!>", "||", "&&", "->", "::", ":=", "=>", "+=", "-=", "*=",
            "/=", "%=", "&=", "^=", "|=", "<<", ">>");

    private static final String OPERATOR_STARTS = "<-!>|&:=+*/%^";
    /** The characters that PostgreSQL makes operators of. */
    private static final String POSTGRESQL_OPERATOR = "+-*/<>=~!@#%^&|`?";

    private static final char NO_CHARACTER = '\uFFFF';

    private LexicalRules rules;
    private final Span span;
    private final String text;
    private final int end;
    private final @Nullable List<Span> comments;
    private int at;
    private int conditionalComments;

    TokenScanner(LexicalRules rules, Span span, @Nullable List<Span> comments) {
        this.rules = rules;
        this.span = span;
        this.text = span.source().text();
        this.at = span.start();
        this.end = span.end();
        this.comments = comments;
    }

    /** Where the next token is looked for. */
    int position() {
        return at;
    }

    /** Goes on by other rules. */
    void readBy(LexicalRules other) {
        rules = other;
    }

    /** Goes on from another place. */
    void position(int offset) {
        at = offset;
    }

    /** Passes blanks and comments; the next token, if there is one, begins there. */
    int skip() {
        skipBlanksAndComments();
        return at;
    }

    @Nullable
    Token next() {
        skipBlanksAndComments();
        if (at >= end) {
            return null;
        }
        int start = at;
        TokenKind kind = scan();
        return new Token(kind, image(start), start, at);
    }

    private String image(int start) {
        if (at - start == 1) {
            char c = text.charAt(start);
            if (c < ASCII.size()) {
                return ASCII.get(c);
            }
        }
        return text.substring(start, at);
    }

    private char charAt(int index) {
        return index >= 0 && index < end ? text.charAt(index) : NO_CHARACTER;
    }

    // ---- between tokens

    private void skipBlanksAndComments() {
        while (at < end) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == '-' && charAt(at + 1) == '-' && dashesBeginComment()
                    || c == '#' && rules.hashComments()
                    || c == '/' && rules.slashComments() && charAt(at + 1) == '/') {
                lineComment();
            } else if (c == '/' && charAt(at + 1) == '*') {
                if (!openConditionalComment() && !blockComment()) {
                    return;
                }
            } else if (c == '*' && charAt(at + 1) == '/' && closesConditionalComment()) {
                at += 2;
            } else {
                return;
            }
        }
    }

    static boolean isBlank(char c) {
        if (c < 128) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == '\u200B' || c == '\uFEFF' || c == '\u0085' || Character.isSpaceChar(c);
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean dashesBeginComment() {
        if (!rules.dashesNeedSpace()) {
            return true;
        }
        char third = charAt(at + 2);
        return third == NO_CHARACTER || third < ' ' || isBlank(third);
    }

    private void lineComment() {
        int start = at;
        while (at < end && !isLineEnd(text.charAt(at))) {
            at++;
        }
        report(start);
    }

    /** Passes {@code /*!}, {@code /*!40101}, {@code /*M!100100}: what follows is code. */
    private boolean openConditionalComment() {
        if (!rules.conditionalComments()) {
            return false;
        }
        int behind = at + 2;
        boolean ofMariaDb = charAt(behind) == 'M' && charAt(behind + 1) == '!';
        if (ofMariaDb) {
            behind++;
        }
        if (charAt(behind) != '!' || ofMariaDb && !rules.mariaDbComments()) {
            return false;
        }
        behind++;
        int number = behind;
        while (isDigit(charAt(behind))) {
            behind++;
        }
        if (rules.mariaDbComments() && !ofMariaDb && isOfMySqlAlone(text.substring(number, behind))) {
            return false;
        }
        if (charAt(behind) == '\\' && charAt(behind + 1) == '-') {
            // /*!999999\- enable the sandbox mode */ is for the client, no server runs it
            return false;
        }
        at = behind;
        conditionalComments++;
        return true;
    }

    /** Versions that MariaDB never had: from 5.7 on the two went apart. */
    private static boolean isOfMySqlAlone(String version) {
        return version.length() == 5 && version.compareTo("50700") >= 0;
    }

    /** A statement's text can begin or end inside such a comment, so that the partner isn't always seen. */
    private boolean closesConditionalComment() {
        if (!rules.conditionalComments()) {
            return false;
        }
        if (conditionalComments > 0) {
            conditionalComments--;
            return true;
        }
        return charAt(at + 2) != '*';
    }

    /** Passes the comment; stays and says false if it is never closed. */
    private boolean blockComment() {
        int i = at + 2;
        int depth = 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '*' && charAt(i + 1) == '/') {
                i += 2;
                if (--depth == 0) {
                    int start = at;
                    at = i;
                    report(start);
                    return true;
                }
            } else if (c == '/' && rules.nestedComments() && charAt(i + 1) == '*') {
                i += 2;
                depth++;
            } else {
                i++;
            }
        }
        return false;
    }

    private void report(int start) {
        if (comments != null) {
            comments.add(span.source().span(start, at));
        }
    }

    // ---- tokens

    private TokenKind scan() {
        char c = text.charAt(at);
        switch (c) {
            case '\'':
                return quoted('\'', rules.backslashEscapes(), TokenKind.STRING);
            case '"':
                return rules.doubleQuotedStrings()
                        ? quoted('"', rules.backslashEscapes(), TokenKind.STRING)
                        : quoted('"', false, TokenKind.QUOTED);
            case '`':
                if (rules.backtickIdentifiers()) {
                    return quoted('`', false, TokenKind.QUOTED);
                }
                break;
            case '[':
                if (rules.bracketIdentifiers()) {
                    return quoted(']', false, TokenKind.QUOTED);
                }
                return single(TokenKind.SYMBOL);
            case '{':
                return placeholderEnd() > at ? word() : single(TokenKind.SYMBOL);
            case '(', ')', ',', ';', ']', '}', '\\':
                return single(TokenKind.SYMBOL);
            case '.':
                return isDigit(charAt(at + 1)) && !continuesName(charAt(at - 1)) ? number() : single(TokenKind.SYMBOL);
            case '$':
                return dollar();
            case '@':
                if (rules.atVariables()) {
                    return atVariable();
                }
                break;
            case '#':
                if (rules.hashNames()) {
                    return word();
                }
                break;
            case ':':
                return colon();
            case '?':
                if (!(rules.operatorsOfSigns() && POSTGRESQL_OPERATOR.indexOf(charAt(at + 1)) >= 0)) {
                    return single(TokenKind.VARIABLE);
                }
                break;
            default:
                break;
        }
        if (isDigit(c)) {
            return number();
        }
        if (isNameStart(at)) {
            return wordOrPrefixedString();
        }
        return operator();
    }

    private TokenKind single(TokenKind kind) {
        at++;
        return kind;
    }

    /** Unclosed text goes to the end, so that nothing behind it is taken for something that it isn't. */
    private TokenKind unclosed() {
        at = end;
        return TokenKind.UNKNOWN;
    }

    /** Reads from the opening quote on; a doubled closing quote stands for itself. */
    private TokenKind quoted(char closing, boolean backslash, TokenKind kind) {
        int i = at + 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '{' && kind == TokenKind.QUOTED && templateEnd(i) > i) {
                i = templateEnd(i);
            } else if (c == closing) {
                if (charAt(i + 1) != closing) {
                    at = i + 1;
                    return kind;
                }
                i += 2;
            } else if (backslash && c == '\\') {
                i += 2;
            } else {
                i++;
            }
        }
        return unclosed();
    }

    private TokenKind wordOrPrefixedString() {
        char c = text.charAt(at);
        char next = charAt(at + 1);
        if (next == '\'') {
            switch (c) {
                case 'n', 'N', 'x', 'X', 'b', 'B':
                    at++;
                    return quoted('\'', rules.backslashEscapes(), TokenKind.STRING);
                case 'e', 'E':
                    if (rules.escapeStrings()) {
                        at++;
                        return quoted('\'', true, TokenKind.STRING);
                    }
                    break;
                case 'q', 'Q':
                    if (rules.qQuotes()) {
                        return qQuoted(at + 2);
                    }
                    break;
                default:
                    break;
            }
        } else if (rules.unicodeEscapes() && (c == 'u' || c == 'U') && next == '&') {
            char quote = charAt(at + 2);
            if (quote == '\'' || quote == '"') {
                at += 2;
                return quoted(quote, false, quote == '"' ? TokenKind.QUOTED : TokenKind.STRING);
            }
        } else if (rules.qQuotes()
                && (c == 'n' || c == 'N')
                && (next == 'q' || next == 'Q')
                && charAt(at + 2) == '\'') {
            return qQuoted(at + 3);
        }
        TokenKind kind = word();
        if (c == '_' && charAt(at) == '\'') {
            // a character set: _utf8'…'
            return quoted('\'', rules.backslashEscapes(), TokenKind.STRING);
        }
        return kind;
    }

    private TokenKind qQuoted(int opening) {
        char open = charAt(opening);
        char close;
        switch (open) {
            case '[':
                close = ']';
                break;
            case '(':
                close = ')';
                break;
            case '{':
                close = '}';
                break;
            case '<':
                close = '>';
                break;
            default:
                close = open;
                break;
        }
        for (int i = opening + 1; i + 1 < end; i++) {
            if (text.charAt(i) == close && text.charAt(i + 1) == '\'') {
                at = i + 2;
                return TokenKind.STRING;
            }
        }
        return unclosed();
    }

    /** Reads a word from where it stands, with the placeholders that are glued into it. */
    private TokenKind word() {
        boolean placeholder = false;
        while (at < end) {
            int behind = placeholderEnd();
            if (behind > at) {
                at = behind;
                placeholder = true;
                continue;
            }
            int length = namePartLength(at);
            if (length == 0) {
                break;
            }
            at += length;
        }
        return placeholder ? TokenKind.PLACEHOLDER : TokenKind.WORD;
    }

    /** Behind the placeholder that begins here, or -1. */
    private int placeholderEnd() {
        if (text.charAt(at) == '{') {
            return templateEnd(at);
        }
        if (text.charAt(at) != '$') {
            return -1;
        }
        char open = charAt(at + 1);
        if (open != '{' && open != '(') {
            return -1;
        }
        char close = open == '{' ? '}' : ')';
        for (int i = at + 2; i < end; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i == at + 2 ? -1 : i + 1;
            }
            if (isLineEnd(c) || c == '\'' || c == '"' || c == open) {
                return -1;
            }
        }
        return -1;
    }

    /** Behind the {@code {{ … }}}, {@code {name}} or {@code {$name}} of a template that begins at a place, or -1. */
    private int templateEnd(int from) {
        if (charAt(from + 1) != '{') {
            int i = charAt(from + 1) == '$' ? from + 2 : from + 1;
            int name = i;
            while (Character.isLetterOrDigit(charAt(i)) || charAt(i) == '_') {
                i++;
            }
            return i > name && charAt(i) == '}' ? i + 1 : -1;
        }
        for (int i = from + 2; i < end && !isLineEnd(text.charAt(i)) && text.charAt(i) != '{'; i++) {
            if (text.charAt(i) == '}') {
                return charAt(i + 1) == '}' && i > from + 2 ? i + 2 : -1;
            }
        }
        return -1;
    }

    private TokenKind dollar() {
        if (placeholderEnd() > at) {
            return word();
        }
        char next = charAt(at + 1);
        if (isDigit(next)) {
            if (!rules.dollarQuotes()) {
                at++;
                return number();
            }
            at += 2;
            while (isDigit(charAt(at))) {
                at++;
            }
            return TokenKind.VARIABLE;
        }
        if (rules.dollarQuotes()) {
            int tagEnd = at + 1;
            while (rules.dollarTags() && tagEnd < end && text.charAt(tagEnd) != '$' && namePartLength(tagEnd) > 0) {
                tagEnd += namePartLength(tagEnd);
            }
            if (charAt(tagEnd) == '$') {
                String tag = text.substring(at, tagEnd + 1);
                int closing = text.indexOf(tag, tagEnd + 1);
                if (closing < 0 || closing + tag.length() > end) {
                    return unclosed();
                }
                at = closing + tag.length();
                return TokenKind.STRING;
            }
            return single(TokenKind.UNKNOWN);
        }
        if (isNameStart(at + 1)) {
            return word();
        }
        return single(TokenKind.UNKNOWN);
    }

    private TokenKind atVariable() {
        int name = at + 1;
        if (charAt(name) == '@') {
            name++;
        }
        char first = charAt(name);
        if (!rules.hashNames() && (first == '\'' || first == '"' || first == '`')) {
            at = name;
            return quoted(first, false, TokenKind.VARIABLE);
        }
        if (!isNamePart(name) && first != '$') {
            return single(TokenKind.SYMBOL);
        }
        at = name;
        word();
        return TokenKind.VARIABLE;
    }

    private TokenKind colon() {
        char next = charAt(at + 1);
        if (next == ':' || next == '=') {
            at += 2;
            return TokenKind.SYMBOL;
        }
        // behind a name it ends a label or parts the bounds of a slice
        if (!continuesName(charAt(at - 1))) {
            if (isNameStart(at + 1) || isDigit(next)) {
                at++;
                word();
                return TokenKind.VARIABLE;
            }
            if (rules.operatorsOfSigns() && (next == '\'' || next == '"')) {
                at++;
                return quoted(next, false, TokenKind.VARIABLE);
            }
        }
        return single(TokenKind.SYMBOL);
    }

    private TokenKind number() {
        int start = at;
        char second = charAt(at + 1);
        if (text.charAt(at) == '0' && (second == 'x' || second == 'X' || second == 'b' || second == 'B')) {
            at += 2;
            while (isNamePart(at)) {
                at++;
            }
            return TokenKind.NUMBER;
        }
        digits();
        if (charAt(at) == '.' && charAt(at + 1) != '.') {
            at++;
            digits();
        } else if (rules.namesBeginWithDigits() && isNameStart(at) && !exponent()) {
            // MySQL's names may begin with a digit
            at = start;
            return word();
        }
        if (exponent()) {
            at += 2;
            digits();
        }
        return TokenKind.NUMBER;
    }

    private void digits() {
        while (isDigit(charAt(at)) || charAt(at) == '_' && isDigit(charAt(at + 1))) {
            at++;
        }
    }

    private boolean exponent() {
        char e = charAt(at);
        if (e != 'e' && e != 'E') {
            return false;
        }
        char sign = charAt(at + 1);
        return isDigit(sign) || (sign == '+' || sign == '-') && isDigit(charAt(at + 2));
    }

    private TokenKind operator() {
        char c = text.charAt(at);
        if (c == '/' && charAt(at + 1) == '*') {
            return unclosed();
        }
        if (rules.operatorsOfSigns()) {
            if (POSTGRESQL_OPERATOR.indexOf(c) >= 0) {
                return postgresqlOperator();
            }
        } else if (OPERATOR_STARTS.indexOf(c) >= 0) {
            for (String operator : OPERATORS) {
                if (text.startsWith(operator, at) && at + operator.length() <= end) {
                    at += operator.length();
                    return TokenKind.SYMBOL;
                }
            }
            return single(TokenKind.SYMBOL);
        }
        if (c == '~' || c == '@' || c == '?') {
            return single(TokenKind.SYMBOL);
        }
        boolean pair = Character.isHighSurrogate(c) && Character.isLowSurrogate(charAt(at + 1));
        at += pair ? 2 : 1;
        return TokenKind.UNKNOWN;
    }

    /**
     * The longest run of operator characters, but no comment begins in it, and it ends with plus or minus only if it
     * holds a character that the standard's operators don't have ({@code =-1} is two operators).
     */
    private TokenKind postgresqlOperator() {
        int start = at;
        boolean special = false;
        while (at < end && POSTGRESQL_OPERATOR.indexOf(text.charAt(at)) >= 0) {
            char c = text.charAt(at);
            char next = charAt(at + 1);
            if (at > start && (c == '-' && next == '-' || c == '/' && next == '*')) {
                break;
            }
            special |= "~!@#%^&|`?".indexOf(c) >= 0;
            at++;
        }
        while (!special && at - start > 1 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == '+')) {
            at--;
        }
        return TokenKind.SYMBOL;
    }

    // ---- characters

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether what follows directly behind this character belongs to the name before it. */
    private boolean continuesName(char before) {
        return before < 128
                ? isAsciiNamePart(before)
                        || before == ']'
                        || before == ')'
                        || before == '`'
                        || before == '"'
                        || before == '.'
                        || before == '}'
                : before != NO_CHARACTER && !isBlank(before);
    }

    private boolean isNameStart(int index) {
        char c = charAt(index);
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '#' && rules.hashNames();
        }
        return isNamePart(index);
    }

    private boolean isNamePart(int index) {
        return namePartLength(index) > 0;
    }

    private boolean isAsciiNamePart(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || isDigit(c)
                || c == '_'
                || c == '$'
                || c == '#' && rules.hashInNames()
                || (c == '#' || c == '@') && rules.hashNames();
    }

    /** How many characters of a name stand here: 0, 1, or 2 for a pair of surrogates. */
    private int namePartLength(int index) {
        char c = charAt(index);
        if (c < 128) {
            return isAsciiNamePart(c) ? 1 : 0;
        }
        if (c == NO_CHARACTER || isBlank(c)) {
            return 0;
        }
        if (Character.isSurrogate(c)) {
            char low = charAt(index + 1);
            boolean pair = Character.isHighSurrogate(c) && Character.isLowSurrogate(low);
            return pair && belongsToNames(Character.toCodePoint(c, low)) ? 2 : 0;
        }
        return belongsToNames(c) ? 1 : 0;
    }

    /** SQL Server takes letters and digits; the others everything beyond ASCII. */
    private boolean belongsToNames(int codePoint) {
        return !rules.hashNames()
                || Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
    }
}
