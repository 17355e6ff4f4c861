package io.github.schemacompat.release;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a baseline found.
 *
 * @param releases highest first; empty if there is no release yet. The first is the last release, supported or not, for
 *     the new scripts run on its schema
 * @param supported names of those that new scripts must not break
 * @param line where they come from, or why there are none, in one line
 * @param notes what people should know about them, a sentence each
 */
public record FoundReleases(List<FoundRelease> releases, Set<String> supported, String line, List<String> notes) {
    public FoundReleases {
        releases = List.copyOf(releases);
        supported = Collections.unmodifiableSet(new TreeSet<>(supported));
        notes = List.copyOf(notes);
    }

    /** Releases that are all supported. */
    FoundReleases(List<FoundRelease> releases, String line, List<String> notes) {
        this(releases, releases.stream().map(FoundRelease::release).collect(Collectors.toSet()), line, notes);
    }

    FoundReleases withSupported(Set<String> value) {
        return new FoundReleases(releases, value, line, notes);
    }

    static FoundReleases none(String line) {
        return new FoundReleases(List.of(), line, List.of());
    }
}
