package io.github.schemacompat.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database holds at one moment. Keys are folded qualified names with the default schema left out; routines that
 * can be overloaded carry their argument types, {@code find(bigint,text)}; triggers of engines that name them per table
 * carry the table, {@code customers.audit}.
 */
public record Schema(
        SortedMap<String, Table> tables,
        SortedMap<String, View> views,
        SortedMap<String, Routine> routines,
        SortedMap<String, Trigger> triggers,
        SortedMap<String, Sequence> sequences,
        SortedMap<String, UserType> types,
        SortedMap<String, Synonym> synonyms,
        SortedSet<String> namespaces,
        SortedSet<String> grants,
        SortedSet<String> rowPolicies) {
    /** What a line of {@link #rowPolicies} says behind the table where row level security is on. */
    public static final String ROW_SECURITY = "row level security";

    /** How a policy of {@link #rowPolicies} begins behind its name that lets rows through. */
    public static final String PERMISSIVE = "permissive ";

    /** The same for one that hides rows which others let through. */
    public static final String RESTRICTIVE = "restrictive ";

    public static final Schema EMPTY =
            new Schema(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new TreeSet<>());

    public Schema {
        tables = sorted(tables);
        views = sorted(views);
        routines = sorted(routines);
        triggers = sorted(triggers);
        sequences = sorted(sequences);
        types = sorted(types);
        synonyms = sorted(synonyms);
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
        rowPolicies = Collections.unmodifiableSortedSet(new TreeSet<>(rowPolicies));
    }

    public Schema(
            Map<String, Table> tables,
            Map<String, View> views,
            Map<String, Routine> routines,
            Map<String, Trigger> triggers,
            Map<String, Sequence> sequences,
            Map<String, UserType> types,
            Map<String, Synonym> synonyms,
            SortedSet<String> namespaces) {
        this(
                sorted(tables),
                sorted(views),
                sorted(routines),
                sorted(triggers),
                sorted(sequences),
                sorted(types),
                sorted(synonyms),
                namespaces,
                new TreeSet<>(),
                new TreeSet<>());
    }

    /** @param value what scripts granted, a line each: {@code view open_orders: select to app} */
    public Schema withGrants(SortedSet<String> value) {
        return new Schema(
                tables, views, routines, triggers, sequences, types, synonyms, namespaces, value, rowPolicies);
    }

    /**
     * @param value which rows PostgreSQL's tables show, a line each: {@code table files: row level security}, and
     *     {@code table files: policy own: permissive using (tenant = 1)}
     */
    public Schema withRowPolicies(SortedSet<String> value) {
        return new Schema(tables, views, routines, triggers, sequences, types, synonyms, namespaces, grants, value);
    }

    /**
     * The schema with what no script made and later ones need.
     *
     * @param assumed tables and their columns by key; of a table that is there in full nothing is taken
     */
    public Schema withAssumed(Map<String, Table> assumed) {
        Map<String, Table> all = new TreeMap<>(tables);
        assumed.forEach((key, table) -> {
            Table known = all.get(key);
            if (known == null) {
                all.put(key, table);
            } else if (known.assumed()) {
                List<Column> columns = new ArrayList<>(known.columns());
                columns.addAll(table.columns());
                all.put(key, known.withColumns(columns));
            }
        });
        return new Schema(
                new TreeMap<>(all),
                views,
                routines,
                triggers,
                sequences,
                types,
                synonyms,
                namespaces,
                grants,
                rowPolicies);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
