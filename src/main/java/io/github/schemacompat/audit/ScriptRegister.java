package io.github.schemacompat.audit;

import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.result.AuditedHistory.Script;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The released scripts as they were released first, held against what is there today. */
final class ScriptRegister {
    private ScriptRegister() {}

    private record First(ReleasedScript script, String release) {}

    static List<Script> of(List<Link> links, ScriptSet current) {
        Set<String> shared = new HashSet<>();
        for (Link link : links) {
            Set<String> own = new HashSet<>();
            link.release().scripts().stream()
                    .map(ReleasedScript::identity)
                    .filter(identity -> !own.add(identity))
                    .forEach(shared::add);
        }
        Map<String, First> first = new LinkedHashMap<>();
        Map<String, String> edits = new HashMap<>();
        for (Link link : links) {
            if (link.built()) {
                continue;
            }
            String release = link.release().name();
            for (ReleasedScript script : link.release().scripts()) {
                First known =
                        first.putIfAbsent(key(script.identity(), script.path(), shared), new First(script, release));
                if (known != null && !known.script().sha256().equals(script.sha256())) {
                    edits.putIfAbsent(key(script.identity(), script.path(), shared), release);
                }
            }
        }
        Map<String, String> now = new HashMap<>();
        for (MigrationScript script : current.scripts()) {
            now.put(key(script.identity(), script.path(), shared), script.sha256());
        }
        List<Script> scripts = new ArrayList<>();
        first.forEach((identity, known) -> {
            String note = note(known.script(), now.get(identity), edits.get(identity));
            scripts.add(new Script(
                    known.script().path(), known.release(), known.script().sha256(), note == null, note));
        });
        return scripts;
    }

    /** Scripts that share a version are told apart by their paths. */
    private static String key(String identity, String path, Set<String> shared) {
        return shared.contains(identity) ? identity + " " + path : identity;
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
