package io.github.schemacompat.release;

import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptSet;
import io.github.schemacompat.script.UnreadableScript;
import java.util.ArrayList;
import java.util.List;
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

    /** All scripts of a set, in their order; then those that are no text, whose hash is empty. */
    public static List<ReleasedScript> of(ScriptSet set) {
        List<ReleasedScript> all = new ArrayList<>();
        for (MigrationScript script : set.scripts()) {
            all.add(of(script));
        }
        for (UnreadableScript script : set.unreadable()) {
            all.add(new ReleasedScript(script.path(), script.kind(), script.version(), ""));
        }
        return all;
    }

    /** As {@link MigrationScript#identity}. */
    public String identity() {
        MigrationVersion known = version;
        return kind == ScriptKind.VERSIONED && known != null ? "version " + known.numbers() : "path " + path;
    }

    /** As {@link MigrationScript#identityAndText}. */
    public String identityAndText() {
        return identity() + " " + sha256;
    }
}
