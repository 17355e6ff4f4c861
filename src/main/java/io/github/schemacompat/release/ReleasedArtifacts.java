package io.github.schemacompat.release;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Released artifacts in repositories; the build tool brings it, for only that knows how to ask them. */
public interface ReleasedArtifacts {
    /**
     * The versions that repositories hold.
     *
     * @param versions in any order, snapshots among them
     * @param asked where was looked, for people
     * @param notes what people should know about them, a sentence each
     */
    record Found(List<String> versions, String asked, List<String> notes) {
        public Found {
            versions = List.copyOf(versions);
            notes = List.copyOf(notes);
        }
    }

    /** {@code groupId:artifactId} of the project being built, or null where it has none. */
    @Nullable
    String own();

    /**
     * The versions of an artifact.
     *
     * @param coordinates {@code groupId:artifactId}
     * @param range as Maven writes ranges
     * @throws io.github.schemacompat.script.CannotReadException if a repository doesn't answer, so that nobody knows
     */
    Found versions(String coordinates, String range);

    /**
     * The file of a version.
     *
     * @throws io.github.schemacompat.script.CannotReadException if it can't be had
     */
    Path file(String coordinates, String version);
}
