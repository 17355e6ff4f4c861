package io.github.schemacompat.schema;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a trigger does to the row that fires it, where it does nothing else.
 *
 * @param sets keys of the columns that it may set; none if it does other things too, or if that can't be told
 * @param fills those of them that have a value whenever it has run
 */
public record TriggerEffect(SortedSet<String> sets, SortedSet<String> fills) {
    /** It does something else, or nobody knows. */
    public static final TriggerEffect UNKNOWN = new TriggerEffect(new TreeSet<>(), new TreeSet<>());

    public TriggerEffect {
        sets = Collections.unmodifiableSortedSet(new TreeSet<>(sets));
        fills = Collections.unmodifiableSortedSet(new TreeSet<>(fills));
    }
}
