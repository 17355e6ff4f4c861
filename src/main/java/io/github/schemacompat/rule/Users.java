package io.github.schemacompat.rule;

import java.util.ArrayList;
import java.util.List;

/** Who of a release is broken. */
enum Users {
    READERS(true, false, false),
    WRITERS(false, true, false),
    READERS_AND_WRITERS(true, true, false),
    CALLERS(false, false, true),
    ALL(true, true, true);

    private final boolean readers;
    private final boolean writers;
    private final boolean callers;

    Users(boolean readers, boolean writers, boolean callers) {
        this.readers = readers;
        this.writers = writers;
        this.callers = callers;
    }

    /** The same for a release that reads it no longer. */
    Break ofUnread(String release) {
        return new Break(release, false, writers, callers);
    }

    Break of(String release) {
        return new Break(release, readers, writers, callers);
    }

    /** {@code release 2.0.0} or {@code releases 2.0.0 and 1.9.0}. */
    static String releases(List<Break> breaks) {
        List<String> names = new ArrayList<>();
        for (Break broken : breaks) {
            names.add(broken.release());
        }
        if (names.contains(ContractOf.BEING_BUILT)) {
            return names.size() == 1 ? names.get(0) : list(names);
        }
        return names.size() == 1 ? "release " + names.get(0) : "releases " + list(names);
    }

    static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last <= 0
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
