package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.LexicalRules;
import io.github.schemacompat.source.SourceText;
import java.util.Arrays;

/** What string literals and quoted names say: without quotes, with escapes resolved. */
public final class StringLiterals {
    private StringLiterals() {}

    /**
     * The text between the quotes of a string or a quoted name, with the way back to the text around it. What is no
     * string and no quoted name is given back as it is.
     *
     * @param source the text in which the token stands
     */
    public static SourceText content(SourceText source, Token token, LexicalRules rules) {
        Decoder decoder = new Decoder(token.text(), rules);
        decoder.decode(token.kind());
        int[] offsets = decoder.offsets();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] += token.start();
        }
        return SourceText.within(source, decoder.text(), offsets);
    }

    /** The text of {@link #content} alone. */
    public static String value(Token token, LexicalRules rules) {
        Decoder decoder = new Decoder(token.text(), rules);
        decoder.decode(token.kind());
        return decoder.text();
    }

    private static final class Decoder {
        private final String raw;
        private final LexicalRules rules;
        private int from;
        private int to;
        private StringBuilder out = new StringBuilder();
        private int[] offsets = new int[0];
        private boolean changed;

        Decoder(String raw, LexicalRules rules) {
            this.raw = raw;
            this.rules = rules;
            this.to = raw.length();
        }

        String text() {
            return changed ? out.toString() : raw.substring(from, to);
        }

        /** Per character of the text where it came from, and the end; one entry if nothing was resolved. */
        int[] offsets() {
            return changed ? offsets : new int[] {from};
        }

        void decode(TokenKind kind) {
            if (kind != TokenKind.STRING && kind != TokenKind.QUOTED || raw.length() < 2) {
                return;
            }
            int quote = 0;
            while (quote < raw.length() && "'\"`[$".indexOf(raw.charAt(quote)) < 0) {
                quote++;
            }
            if (quote == raw.length()) {
                return;
            }
            char opening = raw.charAt(quote);
            String prefix = raw.substring(0, quote);
            if (opening == '$') {
                int tag = raw.indexOf('$', quote + 1) + 1;
                from = tag;
                to = raw.length() - tag + quote;
            } else if (rules.qQuotes() && (prefix.endsWith("q") || prefix.endsWith("Q"))) {
                from = quote + 2;
                to = raw.length() - 2;
            } else {
                from = quote + 1;
                to = raw.length() - 1;
                boolean unicode = prefix.endsWith("&");
                boolean backslash =
                        unicode || prefix.equalsIgnoreCase("e") || rules.backslashEscapes() && kind == TokenKind.STRING;
                resolve(opening == '[' ? ']' : opening, backslash, unicode);
            }
        }

        private void resolve(char quote, boolean backslash, boolean unicode) {
            int escape = firstEscape(quote, backslash);
            if (escape < 0) {
                return;
            }
            changed = true;
            out = new StringBuilder(to - from);
            offsets = new int[to - from + 1];
            int at = from;
            while (at < to) {
                char c = raw.charAt(at);
                if (c == quote && at + 1 < to) {
                    put(quote, at);
                    at += 2;
                } else if (backslash && c == '\\' && at + 1 < to) {
                    at = unicode ? unicodeEscape(at) : backslashEscape(at);
                } else {
                    put(c, at);
                    at++;
                }
            }
            offsets[out.length()] = to;
            offsets = Arrays.copyOf(offsets, out.length() + 1);
        }

        private int firstEscape(char quote, boolean backslash) {
            for (int i = from; i < to; i++) {
                char c = raw.charAt(i);
                if (c == quote || backslash && c == '\\') {
                    return i;
                }
            }
            return -1;
        }

        private void put(char c, int at) {
            offsets[out.length()] = at;
            out.append(c);
        }

        private void put(int codePoint, int at) {
            for (char c : Character.toChars(codePoint)) {
                put(c, at);
            }
        }

        /** {@code \0041} and {@code \+01F600}; a doubled backslash is one. */
        private int unicodeEscape(int at) {
            if (raw.charAt(at + 1) == '\\') {
                put('\\', at);
                return at + 2;
            }
            boolean plus = raw.charAt(at + 1) == '+';
            return number(at, at + (plus ? 2 : 1), plus ? 6 : 4, 16, true);
        }

        private int backslashEscape(int at) {
            char c = raw.charAt(at + 1);
            if (rules.backslashEscapes()) {
                switch (c) {
                    case '0':
                        put('\0', at);
                        return at + 2;
                    case 'Z':
                        put('\u001A', at);
                        return at + 2;
                    case '%', '_':
                        put('\\', at);
                        put(c, at + 1);
                        return at + 2;
                    default:
                        break;
                }
            } else if (c == 'x') {
                return number(at, at + 2, 2, 16, false);
            } else if (c == 'u' || c == 'U') {
                return number(at, at + 2, c == 'u' ? 4 : 8, 16, true);
            } else if (c >= '0' && c <= '7') {
                return number(at, at + 1, 3, 8, false);
            } else if (c == 'f') {
                put('\f', at);
                return at + 2;
            }
            switch (c) {
                case 'n':
                    put('\n', at);
                    break;
                case 't':
                    put('\t', at);
                    break;
                case 'r':
                    put('\r', at);
                    break;
                case 'b':
                    put('\b', at);
                    break;
                default:
                    put(c, at);
                    break;
            }
            return at + 2;
        }

        /** A code in digits; if it is none, the backslash stands for itself. */
        private int number(int at, int digits, int most, int radix, boolean exact) {
            int end = digits;
            int code = 0;
            while (end < to && end - digits < most && Character.digit(raw.charAt(end), radix) >= 0) {
                code = code * radix + Character.digit(raw.charAt(end), radix);
                end++;
            }
            boolean right = end > digits && (!exact || end - digits == most) && Character.isValidCodePoint(code);
            if (!right) {
                put('\\', at);
                return at + 1;
            }
            put(code, at);
            return end;
        }
    }
}
