package io.github.schemacompat.dialect;

import java.util.List;

/**
 * How an engine's text falls into tokens.
 *
 * @param bracketIdentifiers {@code [name]} is an identifier
 * @param backtickIdentifiers {@code `name`} is an identifier
 * @param backticksFold a name in backticks is folded like one without quotes
 * @param doubleQuotedStrings {@code "text"} is a string, not an identifier
 * @param backslashEscapes a backslash escapes the next character of every string
 * @param escapeStrings {@code E'…'} is a string with backslash escapes
 * @param unicodeEscapes {@code U&'…'} is a string and {@code U&"…"} an identifier
 * @param dollarQuotes {@code $$ … $$} is a string
 * @param dollarTags {@code $tag$ … $tag$} is a string
 * @param qQuotes {@code q'[ … ]'} is a string
 * @param nestedComments a block comment can hold block comments
 * @param hashComments {@code #} begins a comment
 * @param slashComments two slashes begin a comment
 * @param conditionalComments the text inside {@code /*! … *}{@code /} is code
 * @param mariaDbComments {@code /*M! … *}{@code /} is code, and {@code /*!50700} to {@code /*!99999} is none
 * @param dashesNeedSpace two dashes begin a comment only before white space or a control character
 * @param atVariables {@code @name} and {@code @@name} are variables
 * @param hashNames {@code #name} is a temporary object, and {@code #} and {@code @} are parts of names
 * @param hashInNames {@code #} is part of a name, but not its first character
 * @param namesBeginWithDigits {@code 2nd} is a name
 * @param operatorsOfSigns any run of signs is an operator, as user-defined ones are
 */
public record LexicalRules(
        boolean bracketIdentifiers,
        boolean backtickIdentifiers,
        boolean backticksFold,
        boolean doubleQuotedStrings,
        boolean backslashEscapes,
        boolean escapeStrings,
        boolean unicodeEscapes,
        boolean dollarQuotes,
        boolean dollarTags,
        boolean qQuotes,
        boolean nestedComments,
        boolean hashComments,
        boolean slashComments,
        boolean conditionalComments,
        boolean mariaDbComments,
        boolean dashesNeedSpace,
        boolean atVariables,
        boolean hashNames,
        boolean hashInNames,
        boolean namesBeginWithDigits,
        boolean operatorsOfSigns) {
    public static final LexicalRules SQL_SERVER =
            of(Rule.BRACKET_IDENTIFIERS, Rule.NESTED_COMMENTS, Rule.AT_VARIABLES, Rule.HASH_NAMES);
    public static final LexicalRules POSTGRESQL = of(
            Rule.ESCAPE_STRINGS,
            Rule.UNICODE_ESCAPES,
            Rule.DOLLAR_QUOTES,
            Rule.DOLLAR_TAGS,
            Rule.NESTED_COMMENTS,
            Rule.OPERATORS_OF_SIGNS);
    public static final LexicalRules MYSQL = of(
            Rule.BACKTICK_IDENTIFIERS,
            Rule.DOUBLE_QUOTED_STRINGS,
            Rule.BACKSLASH_ESCAPES,
            Rule.HASH_COMMENTS,
            Rule.CONDITIONAL_COMMENTS,
            Rule.DASHES_NEED_SPACE,
            Rule.AT_VARIABLES,
            Rule.NAMES_BEGIN_WITH_DIGITS);
    public static final LexicalRules ORACLE = of(Rule.Q_QUOTES, Rule.HASH_IN_NAMES);
    public static final LexicalRules DB2 = of(Rule.NESTED_COMMENTS, Rule.HASH_IN_NAMES);
    public static final LexicalRules MARIADB = of(
            Rule.BACKTICK_IDENTIFIERS,
            Rule.DOUBLE_QUOTED_STRINGS,
            Rule.BACKSLASH_ESCAPES,
            Rule.HASH_COMMENTS,
            Rule.CONDITIONAL_COMMENTS,
            Rule.MARIADB_COMMENTS,
            Rule.DASHES_NEED_SPACE,
            Rule.AT_VARIABLES,
            Rule.NAMES_BEGIN_WITH_DIGITS);
    public static final LexicalRules H2 = of(
            Rule.BACKTICK_IDENTIFIERS,
            Rule.BACKTICKS_FOLD,
            Rule.UNICODE_ESCAPES,
            Rule.DOLLAR_QUOTES,
            Rule.NESTED_COMMENTS,
            Rule.SLASH_COMMENTS,
            Rule.AT_VARIABLES);
    public static final LexicalRules HSQLDB = of(Rule.UNICODE_ESCAPES);
    public static final LexicalRules SQLITE =
            of(Rule.BRACKET_IDENTIFIERS, Rule.BACKTICK_IDENTIFIERS, Rule.AT_VARIABLES);

    /**
     * The same, but for what {@code sql_mode} changes.
     *
     * @param asStrings whether text in double quotes is a string
     * @param escapes whether a backslash escapes the next character of a string
     */
    public LexicalRules withQuotes(boolean asStrings, boolean escapes) {
        return new LexicalRules(
                bracketIdentifiers,
                backtickIdentifiers,
                backticksFold,
                asStrings,
                escapes,
                escapeStrings,
                unicodeEscapes,
                dollarQuotes,
                dollarTags,
                qQuotes,
                nestedComments,
                hashComments,
                slashComments,
                conditionalComments,
                mariaDbComments,
                dashesNeedSpace,
                atVariables,
                hashNames,
                hashInNames,
                namesBeginWithDigits,
                operatorsOfSigns);
    }

    private enum Rule {
        BRACKET_IDENTIFIERS,
        BACKTICK_IDENTIFIERS,
        BACKTICKS_FOLD,
        DOUBLE_QUOTED_STRINGS,
        BACKSLASH_ESCAPES,
        ESCAPE_STRINGS,
        UNICODE_ESCAPES,
        DOLLAR_QUOTES,
        DOLLAR_TAGS,
        Q_QUOTES,
        NESTED_COMMENTS,
        HASH_COMMENTS,
        SLASH_COMMENTS,
        CONDITIONAL_COMMENTS,
        MARIADB_COMMENTS,
        DASHES_NEED_SPACE,
        AT_VARIABLES,
        HASH_NAMES,
        HASH_IN_NAMES,
        NAMES_BEGIN_WITH_DIGITS,
        OPERATORS_OF_SIGNS
    }

    private static LexicalRules of(Rule... rules) {
        List<Rule> has = List.of(rules);
        return new LexicalRules(
                has.contains(Rule.BRACKET_IDENTIFIERS),
                has.contains(Rule.BACKTICK_IDENTIFIERS),
                has.contains(Rule.BACKTICKS_FOLD),
                has.contains(Rule.DOUBLE_QUOTED_STRINGS),
                has.contains(Rule.BACKSLASH_ESCAPES),
                has.contains(Rule.ESCAPE_STRINGS),
                has.contains(Rule.UNICODE_ESCAPES),
                has.contains(Rule.DOLLAR_QUOTES),
                has.contains(Rule.DOLLAR_TAGS),
                has.contains(Rule.Q_QUOTES),
                has.contains(Rule.NESTED_COMMENTS),
                has.contains(Rule.HASH_COMMENTS),
                has.contains(Rule.SLASH_COMMENTS),
                has.contains(Rule.CONDITIONAL_COMMENTS),
                has.contains(Rule.MARIADB_COMMENTS),
                has.contains(Rule.DASHES_NEED_SPACE),
                has.contains(Rule.AT_VARIABLES),
                has.contains(Rule.HASH_NAMES),
                has.contains(Rule.HASH_IN_NAMES),
                has.contains(Rule.NAMES_BEGIN_WITH_DIGITS),
                has.contains(Rule.OPERATORS_OF_SIGNS));
    }
}
