package io.github.schemacompat.change;

import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A view on the workspace. Most views are defined anew long before anyone asks for their columns, so the query is read
 * late; what it names is noted early, because engines freeze {@code SELECT *} when the view is made.
 */
final class ViewState {
    private View view;
    private @Nullable Capture pending;
    private final @Nullable Capture captured;

    /** A view whose columns are known as far as they will be. */
    ViewState(View view) {
        this.view = view;
        this.pending = null;
        this.captured = null;
    }

    ViewState(View view, Capture captured) {
        this.view = view;
        this.pending = captured;
        this.captured = captured;
    }

    View view() {
        return view;
    }

    void set(View value) {
        view = value;
    }

    /** What has to be read to know its columns, or null once that is done. */
    @Nullable
    Capture pending() {
        return pending;
    }

    /** The query that it was made from, where this replay made it. */
    @Nullable
    Capture captured() {
        return captured;
    }

    void resolved(View value) {
        view = value;
        pending = null;
    }

    /** Keys of the tables and views that it is made from, as far as they are known without reading the query. */
    Set<String> relations() {
        Capture known = captured;
        if (known != null) {
            Set<String> keys = new TreeSet<>();
            known.relations().values().forEach(relation -> keys.add(relation.key()));
            return keys;
        }
        return view.uses();
    }

    /**
     * A view's query and what its names meant when the view was made.
     *
     * @param query the SELECT
     * @param columns the names in the column list, or empty
     * @param defaultSchema the schema of unqualified names, or null
     * @param relations what the names in it that are tables and views stood for, by the keys of those names
     */
    record Capture(
            Span query, List<String> columns, @Nullable String defaultSchema, Map<String, NamedRelation> relations) {
        Capture {
            columns = List.copyOf(columns);
            relations = new TreeMap<>(relations);
        }
    }
}
