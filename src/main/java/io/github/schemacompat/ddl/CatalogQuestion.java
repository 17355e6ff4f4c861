package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A query over an engine's catalog.
 *
 * @param sources the views that it reads
 * @param alternatives any of these, as conditions that all have to hold
 */
record CatalogQuestion(List<CatalogSource> sources, List<List<Condition>> alternatives) {
    /** More alternatives than that are nobody's guard. */
    private static final int MOST_ALTERNATIVES = 64;

    static @Nullable CatalogQuestion of(
            Language language, SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
        TokenCursor cursor = new TokenCursor(source, select);
        if (!cursor.accept("select") || !skipTo(cursor, "from")) {
            return null;
        }
        cursor.next();
        List<CatalogSource> sources = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        if (!sources(language, cursor, sources, conditions)) {
            return null;
        }
        if (cursor.accept("where")) {
            conditions.add(Condition.of(upTo(cursor, "group", "order", "limit", "having", "fetch", "into", "option")));
        }
        if (cursor.acceptAny("group", "having", "into")) {
            // a grouped query still has rows exactly if the plain one has, but HAVING asks more
            if (cursor.previous().is("having") || skipTo(cursor, "having")) {
                return null;
            }
        }
        if (more != null) {
            conditions.add(more);
        }
        List<List<Condition>> alternatives = alternatives(new Condition.All(conditions));
        if (alternatives.isEmpty() || alternatives.size() > MOST_ALTERNATIVES) {
            return null;
        }
        return new CatalogQuestion(sources, alternatives);
    }

    private static boolean sources(
            Language language, TokenCursor cursor, List<CatalogSource> sources, List<Condition> conditions) {
        do {
            if (!source(language, cursor, sources)) {
                return false;
            }
            while (cursor.peek().isAny("join", "inner", "cross")) {
                cursor.acceptAny("inner", "cross");
                if (!cursor.accept("join") || !source(language, cursor, sources)) {
                    return false;
                }
                if (cursor.accept("on")) {
                    conditions.add(Condition.of(upTo(
                            cursor, "join", "inner", "left", "right", "full", "cross", "where", "group", "order",
                            "limit", ",")));
                }
            }
        } while (cursor.accept(","));
        return !cursor.peek().isAny("left", "right", "full", "natural", "outer");
    }

    private static boolean source(Language language, TokenCursor cursor, List<CatalogSource> sources) {
        if (!cursor.peek().isName()) {
            return false;
        }
        List<String> parts = language.nameParts(cursor);
        QualifiedName name = language.qualified(parts);
        String view = name.toString().toLowerCase(Locale.ROOT);
        Catalog catalog = Catalog.named(view);
        if (catalog == null) {
            return false;
        }
        cursor.accept("as");
        String alias = name.name().toLowerCase(Locale.ROOT);
        boolean aliased = cursor.peek().isName()
                && !cursor.peek()
                        .isAny("join", "inner", "left", "right", "full", "cross", "on", "where", "with", "group")
                && !cursor.peek().isAny("order", "limit", "natural", "into", "having", "fetch", "option");
        if (aliased) {
            alias = language.simpleName(cursor).toLowerCase(Locale.ROOT);
        }
        if (cursor.accept("with")) {
            cursor.acceptParentheses();
        } else if (cursor.at("(") && cursor.peek(1).is("nolock")) {
            cursor.acceptParentheses();
        }
        sources.add(new CatalogSource(alias, catalog, view));
        return true;
    }

    private static boolean skipTo(TokenCursor cursor, String word) {
        while (!cursor.atEnd()) {
            if (cursor.at(word)) {
                return true;
            }
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return false;
    }

    private static List<Token> upTo(TokenCursor cursor, String... words) {
        int from = cursor.index();
        while (!cursor.atEnd() && !cursor.peek().isAny(words)) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return cursor.between(from, cursor.index());
    }

    /** The condition as alternatives of conditions that all have to hold. */
    private static List<List<Condition>> alternatives(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.parts().stream()
                    .flatMap(part -> alternatives(part).stream())
                    .toList();
        }
        if (condition instanceof Condition.All all) {
            List<List<Condition>> product = List.of(List.of());
            for (Condition part : all.parts()) {
                List<List<Condition>> next = new ArrayList<>();
                for (List<Condition> head : product) {
                    for (List<Condition> tail : alternatives(part)) {
                        List<Condition> joined = new ArrayList<>(head);
                        joined.addAll(tail);
                        next.add(joined);
                    }
                }
                product = next;
                if (product.size() > MOST_ALTERNATIVES) {
                    return product;
                }
            }
            return product;
        }
        if (condition instanceof Condition.Comparison comparison
                && comparison.operator().equals("in")) {
            return GuardReader.entries(comparison.right()).stream()
                    .map(entry -> List.<Condition>of(new Condition.Comparison(comparison.left(), "=", entry)))
                    .toList();
        }
        return List.of(List.of(condition));
    }
}
