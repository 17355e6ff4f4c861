package io.github.schemacompat.script;

import java.util.List;

/** Where scripts lie: a folder on disk, a commit, or memory. Paths are relative to its base, with {@code /}. */
public interface ScriptTree {
    /** What lies at a path. */
    enum Kind {
        MISSING,
        FILE,
        FOLDER
    }

    /** A path and what lies there. */
    record Entry(String path, Kind kind) {}

    Kind kind(String path);

    /**
     * Everything below a folder, in ordinal order of the paths.
     *
     * @param folder empty for the base itself
     * @throws CannotReadException if a part of it can't be listed
     */
    List<Entry> below(String folder);

    /** @throws CannotReadException if the file can't be read */
    byte[] content(String file);

    /** The path relative to the base for a path as people set it, which may be absolute or lead out of the base. */
    String relative(String path);
}
