package io.github.schemacompat.query;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of reading the statements of a routine or trigger.
 *
 * @param uses keys of what they read, write and call
 * @param statements how many of them hold a query, rows or a call
 * @param read how many of those JSqlParser could read
 * @param unresolved names in them that nothing known answers to, sorted
 */
public record BodyReading(SortedSet<String> uses, int statements, int read, SortedSet<String> unresolved) {
    public BodyReading {
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
        unresolved = Collections.unmodifiableSortedSet(new TreeSet<>(unresolved));
    }
}
