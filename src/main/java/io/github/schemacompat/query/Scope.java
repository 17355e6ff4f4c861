package io.github.schemacompat.query;

import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that an expression can mean: the FROM of its query, and those of the queries around it. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Source> commonTables = new HashMap<>();
    private final Set<String> aliases = new HashSet<>();
    private @Nullable List<ViewColumn> star = List.of();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    List<Source> sources() {
        return sources;
    }

    void add(Source source) {
        sources.add(source);
    }

    @Nullable
    Source source(String key) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Source source : scope.sources) {
                if (source.name().equals(key)) {
                    return source;
                }
            }
        }
        return null;
    }

    void addCommonTable(String key, @Nullable List<ViewColumn> columns) {
        commonTables.put(key, new Source(key, null, columns));
    }

    @Nullable
    Source commonTable(String key) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Source found = scope.commonTables.get(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A name that the select list gives, which ORDER BY and GROUP BY can use. */
    void addAlias(String key) {
        aliases.add(key);
    }

    boolean isAlias(String key) {
        return aliases.contains(key);
    }

    /** What {@code *} stands for, or null if that is not known. */
    @Nullable
    List<ViewColumn> star() {
        return star;
    }

    void setStar(@Nullable List<ViewColumn> columns) {
        star = columns;
    }
}
