package io.github.schemacompat.script;

import org.jspecify.annotations.Nullable;

/**
 * A script whose content can't be read: no text, or not SQL.
 *
 * @param path below the script root, with {@code /}
 * @param kind what the migration tool does with it
 * @param version its version, or null
 * @param file relative to the base, with {@code /}
 * @param line where the text breaks off, one-based, or null
 * @param sha256 hash of its text as {@link MigrationScript#sha256}, or empty where it is no text
 * @param message what is wrong with it and what to do
 */
public record UnreadableScript(
        String path,
        ScriptKind kind,
        @Nullable MigrationVersion version,
        String file,
        @Nullable Integer line,
        String sha256,
        String message) {
    /** As {@link MigrationScript#identity}. */
    public String identity() {
        MigrationVersion known = version;
        return kind == ScriptKind.VERSIONED && known != null ? "version " + known.numbers() : "path " + path;
    }
}
