package io.github.schemacompat.audit;

import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.result.AuditedHistory.Script;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The released scripts as they were released first, held against what is there today. */
final class ScriptRegister {
    private ScriptRegister() {}

    private record First(ReleasedScript script, String release) {}

    static List<Script> of(List<Link> links, ScriptSet current) {
        Map<String, First> first = new LinkedHashMap<>();
        Map<String, String> edits = new HashMap<>();
        for (Link link : links) {
            if (link.built()) {
                continue;
            }
            String release = link.release().name();
            for (ReleasedScript script : link.release().scripts()) {
                First known = first.putIfAbsent(script.identity(), new First(script, release));
                if (known != null && !known.script().sha256().equals(script.sha256())) {
                    edits.putIfAbsent(script.identity(), release);
                }
            }
        }
        Map<String, String> now = new HashMap<>();
        for (MigrationScript script : current.scripts()) {
            now.put(script.identity(), script.sha256());
        }
        List<Script> scripts = new ArrayList<>();
        first.forEach((identity, known) -> {
            String note = note(known.script(), now.get(identity), edits.get(identity));
            scripts.add(new Script(
                    known.script().path(), known.release(), known.script().sha256(), note == null, note));
        });
        return scripts;
    }

    private static @Nullable String note(ReleasedScript script, @Nullable String now, @Nullable String editedIn) {
        if (script.kind() == ScriptKind.REPEATABLE) {
            return null;
        }
        if (now == null) {
            return "gone";
        }
        if (editedIn != null) {
            return "edited with release " + editedIn;
        }
        return now.equals(script.sha256()) ? null : "edited since";
    }
}
