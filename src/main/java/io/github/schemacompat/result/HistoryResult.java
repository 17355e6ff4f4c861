package io.github.schemacompat.result;

import io.github.schemacompat.change.ReadingFigures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one history of scripts.
 *
 * @param name null where there is only one
 * @param dialect its id
 * @param layout its id
 * @param baseline one line: where the releases were read from
 * @param detected what was guessed and from which hint, a line each
 * @param releases names of the supported releases, highest first
 * @param scripts how many scripts there are
 * @param newScripts how many of them no release has
 * @param figures of the new scripts
 * @param unjudged differences that no rule judges yet, a line each
 * @param rollback {@code safe}, {@code safe-until-post} or {@code unsafe} for each supported release, highest first
 */
public record HistoryResult(
        @Nullable String name,
        String dialect,
        String layout,
        String baseline,
        List<String> detected,
        List<String> releases,
        int scripts,
        int newScripts,
        ReadingFigures figures,
        List<String> unjudged,
        Map<String, String> rollback) {
    public HistoryResult {
        detected = List.copyOf(detected);
        releases = List.copyOf(releases);
        unjudged = List.copyOf(unjudged);
        rollback = Collections.unmodifiableMap(new LinkedHashMap<>(rollback));
    }
}
