package io.github.schemacompat.sql;

/** What a token is. Comments and white space are not tokens. */
public enum TokenKind {
    /** A keyword or an unquoted identifier, also {@code #temp}. */
    WORD,
    /** An identifier in the engine's quotes. */
    QUOTED,
    /** A string literal with its prefix. */
    STRING,
    NUMBER,
    /** {@code @name}, {@code @@name}, {@code :name}, {@code ?}, {@code $1}. */
    VARIABLE,
    /** {@code ${name}} or {@code $(name)}, standing where a name or a value would. */
    PLACEHOLDER,
    /** An operator or a punctuation mark. */
    SYMBOL,
    /** What the lexer can't make sense of: an unclosed string or quote, a stray control character. */
    UNKNOWN
}
