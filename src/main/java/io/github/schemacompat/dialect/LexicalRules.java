package io.github.schemacompat.dialect;

/**
 * How an engine's text falls into tokens.
 *
 * @param bracketIdentifiers {@code [name]} is an identifier
 * @param backtickIdentifiers {@code `name`} is an identifier
 * @param doubleQuotedStrings {@code "text"} is a string, not an identifier
 * @param backslashEscapes a backslash escapes the next character of every string
 * @param escapeStrings {@code E'…'} is a string with backslash escapes, {@code U&'…'} and {@code B'…'} are strings
 * @param dollarQuotes {@code $tag$ … $tag$} is a string
 * @param qQuotes {@code q'[ … ]'} is a string
 * @param nestedComments a block comment can hold block comments
 * @param hashComments {@code #} begins a comment
 * @param conditionalComments the text inside {@code /*! … *}{@code /} is code
 * @param dashesNeedSpace two dashes begin a comment only before white space or a control character
 * @param atVariables {@code @name} and {@code @@name} are variables, {@code #name} is a temporary object
 */
public record LexicalRules(
        boolean bracketIdentifiers,
        boolean backtickIdentifiers,
        boolean doubleQuotedStrings,
        boolean backslashEscapes,
        boolean escapeStrings,
        boolean dollarQuotes,
        boolean qQuotes,
        boolean nestedComments,
        boolean hashComments,
        boolean conditionalComments,
        boolean dashesNeedSpace,
        boolean atVariables) {
    public static final LexicalRules SQL_SERVER =
            new LexicalRules(true, false, false, false, false, false, false, true, false, false, false, true);
    public static final LexicalRules POSTGRESQL =
            new LexicalRules(false, false, false, false, true, true, false, true, false, false, false, false);
    public static final LexicalRules MYSQL =
            new LexicalRules(false, true, true, true, false, false, false, false, true, true, true, true);
    public static final LexicalRules ORACLE =
            new LexicalRules(false, false, false, false, false, false, true, false, false, false, false, false);
    public static final LexicalRules DB2 =
            new LexicalRules(false, false, false, false, false, false, false, true, false, false, false, false);
}
