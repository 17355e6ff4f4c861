package io.github.schemacompat.release;

import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptKind;
import org.jspecify.annotations.Nullable;

/**
 * A script that a release shipped.
 *
 * @param path below the script root, with {@code /}
 * @param kind what the migration tool does with it
 * @param version its version, or null
 * @param sha256 hash as {@link MigrationScript#sha256}
 */
public record ReleasedScript(
        String path, ScriptKind kind, @Nullable MigrationVersion version, String sha256) {
    public static ReleasedScript of(MigrationScript script) {
        return new ReleasedScript(script.path(), script.kind(), script.version(), script.sha256());
    }

    /** As {@link MigrationScript#identity}. */
    public String identity() {
        MigrationVersion known = version;
        return kind == ScriptKind.VERSIONED && known != null ? "version " + known.numbers() : "path " + path;
    }
}
