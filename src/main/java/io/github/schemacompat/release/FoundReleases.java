package io.github.schemacompat.release;

import java.util.List;

/**
 * What a baseline found.
 *
 * @param releases highest first; empty if there is no release yet
 * @param line where they come from, or why there are none, in one line
 * @param notes what people should know about them, a sentence each
 */
public record FoundReleases(List<FoundRelease> releases, String line, List<String> notes) {
    public FoundReleases {
        releases = List.copyOf(releases);
        notes = List.copyOf(notes);
    }

    static FoundReleases none(String line) {
        return new FoundReleases(List.of(), line, List.of());
    }
}
