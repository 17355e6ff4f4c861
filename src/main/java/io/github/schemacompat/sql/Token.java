package io.github.schemacompat.sql;

/**
 * The smallest piece of SQL.
 *
 * @param kind what it is
 * @param text as it stands in the source, with its quotes
 * @param start zero-based offset in the source text
 * @param end zero-based offset behind its last character
 */
public record Token(TokenKind kind, String text, int start, int end) {
    private static final int LOWER_CASE_BIT = 0x20;

    /** Whether it is this unquoted word, in any case, or this symbol. */
    public boolean is(String wordOrSymbol) {
        // most comparisons fail, and nearly all of those by the length or the first character
        return (kind == TokenKind.WORD || kind == TokenKind.SYMBOL)
                && text.length() == wordOrSymbol.length()
                && (text.charAt(0) | LOWER_CASE_BIT) == (wordOrSymbol.charAt(0) | LOWER_CASE_BIT)
                && text.equalsIgnoreCase(wordOrSymbol);
    }

    public boolean isAny(String... wordsOrSymbols) {
        for (String word : wordsOrSymbols) {
            if (is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can be read as a name. */
    public boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED || kind == TokenKind.PLACEHOLDER;
    }

    @Override
    public String toString() {
        return text;
    }
}
