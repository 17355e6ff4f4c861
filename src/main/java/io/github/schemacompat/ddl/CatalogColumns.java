package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of catalog views that a query names. */
final class CatalogColumns {
    private final Language language;
    private final SourceText text;
    private final List<CatalogSource> sources;

    CatalogColumns(Language language, SourceText text, List<CatalogSource> sources) {
        this.language = language;
        this.text = text;
        this.sources = sources;
    }

    record Reference(CatalogSource source, String column, Catalog.Role role) {}

    /** Also {@code ANY (conkey)} and {@code conkey[1]}. */
    @Nullable
    Reference columnOrPart(List<Token> tokens) {
        int size = tokens.size();
        if (size > 3 && tokens.get(0).is("any") && Condition.enclosed(tokens.subList(1, size))) {
            return column(tokens.subList(2, size - 1));
        }
        boolean element =
                size > 3 && tokens.get(size - 1).is("]") && tokens.get(size - 3).is("[");
        return element ? column(tokens.subList(0, size - 3)) : column(tokens);
    }

    /** A column of one of the catalog views, with or without its alias and a cast; null if it is something else. */
    @Nullable
    Reference column(List<Token> tokens) {
        int size = tokens.size();
        if (size > 2 && tokens.get(size - 2).is("::") && !tokens.get(size - 1).isAny("regclass", "regtype")) {
            return column(tokens.subList(0, size - 2));
        }
        if (size != 1
                && !(size == 3 && tokens.get(1).is("."))
                && !(size == 5 && tokens.get(1).is(".") && tokens.get(3).is("."))) {
            return null;
        }
        for (int i = 0; i < size; i += 2) {
            if (!tokens.get(i).isName() || tokens.get(i).is("null")) {
                return null;
            }
        }
        String column = name(tokens.get(size - 1));
        String alias = size == 1 ? null : name(tokens.get(size - 3));
        for (CatalogSource each : sources) {
            if (alias == null || alias.equals(each.alias())) {
                Catalog.Role role = each.catalog().columns().get(column);
                if (role != null) {
                    return new Reference(each, column, role);
                }
            }
        }
        return null;
    }

    boolean namesDefault(Token token) {
        return token.kind() == TokenKind.QUOTED
                ? holdsDefault(name(token))
                : token.isAny("default_object_id", "cdefault");
    }

    private String name(Token token) {
        return language.simpleName(new TokenCursor(text, List.of(token))).toLowerCase(Locale.ROOT);
    }

    /** Whether a column of a catalog view holds the default of a table's column. */
    static boolean holdsDefault(String column) {
        return column.equals("default_object_id") || column.equals("cdefault");
    }
}
