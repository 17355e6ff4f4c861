package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;

/** What names in the engine's quotes, or without any, are called in its catalog. */
public final class CatalogNames {
    private CatalogNames() {}

    /** The name that a single token says. */
    public static String of(Token token, Dialect dialect) {
        boolean quotes = token.kind() == TokenKind.QUOTED;
        boolean folded = dialect.lexicalRules().backticksFold() && token.text().startsWith("`");
        return dialect.catalogName(quotes ? unquoted(token.text()) : token.text(), quotes && !folded);
    }

    /** Without the quotes, and without the {@code U&} before them. */
    private static String unquoted(String text) {
        int open = text.startsWith("&", 1) ? 2 : 0;
        char close = text.charAt(text.length() - 1);
        return text.substring(open + 1, text.length() - 1).replace("" + close + close, "" + close);
    }
}
