package io.github.schemacompat.script;

import org.jspecify.annotations.Nullable;

/**
 * What a layout reads from a file's name.
 *
 * @param file the file
 * @param kind what the migration tool does with it
 * @param version its version, or null
 * @param description the words behind the version; orders repeatable scripts
 * @param leftOut why it is not replayed, or null
 */
record ScriptName(
        ScriptFile file,
        ScriptKind kind,
        @Nullable MigrationVersion version,
        String description,
        @Nullable String leftOut) {
    static ScriptName leftOut(ScriptFile file, String reason) {
        return new ScriptName(file, ScriptKind.VERSIONED, null, "", reason);
    }

    /** What makes two files one script for the tool. */
    String identity() {
        MigrationVersion known = version;
        if (known != null) {
            String parts = String.join(
                    ".", known.numbers().stream().map(Object::toString).toList());
            return (kind == ScriptKind.BASELINE ? "baseline version " : "version ") + parts;
        }
        return kind == ScriptKind.REPEATABLE ? "description '" + description + "'" : "path " + file.path();
    }
}
