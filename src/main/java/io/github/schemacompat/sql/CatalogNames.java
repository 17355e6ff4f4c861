package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names in the engine's quotes, or without any, are called in its catalog. */
public final class CatalogNames {
    /** What stands for a name is the same with quotes around it and without, and with blanks in it and without. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}\\r\\n]+)}}");

    private CatalogNames() {}

    /** The name that a single token says. */
    public static String of(Token token, Dialect dialect) {
        boolean quotes = token.kind() == TokenKind.QUOTED;
        boolean folded = dialect.lexicalRules().backticksFold() && token.text().startsWith("`");
        String name = dialect.catalogName(quotes ? unquoted(token.text()) : token.text(), quotes && !folded);
        return name.contains("{{")
                ? TEMPLATE.matcher(name)
                        .replaceAll(each -> Matcher.quoteReplacement(
                                "{{" + dialect.catalogName(each.group(1).strip(), false) + "}}"))
                : name;
    }

    /** Without the quotes, and without the {@code U&} before them. */
    private static String unquoted(String text) {
        int open = text.startsWith("&", 1) ? 2 : 0;
        char close = text.charAt(text.length() - 1);
        return text.substring(open + 1, text.length() - 1).replace("" + close + close, "" + close);
    }
}
