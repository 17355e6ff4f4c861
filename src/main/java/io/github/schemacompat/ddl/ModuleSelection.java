package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which routines of SQL Server are read whole; of the others only the head is, because a history holds thousands of bodies
 * that nobody asks about. What is outlined has no parameters, no body and an empty definition.
 *
 * @param names own names in lower case: these are read whole
 * @param words whole is also what names one of these words, upper and lower case alike; an empty word is in all of them
 */
public record ModuleSelection(Set<String> names, List<String> words) {
    /** Everything whole. */
    public static final ModuleSelection EVERYTHING = new ModuleSelection(Set.of(), List.of(""));

    public ModuleSelection {
        names = Set.copyOf(names);
        words = List.copyOf(words);
    }

    boolean isWhole(String name, Span statement) {
        return names.contains(name.toLowerCase(Locale.ROOT)) || words.stream().anyMatch(statement::mentions);
    }
}
