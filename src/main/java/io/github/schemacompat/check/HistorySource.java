package io.github.schemacompat.check;

import io.github.schemacompat.script.DatabaseHint;
import io.github.schemacompat.script.DetectedScripts;
import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.FlywaySettings;
import io.github.schemacompat.script.LiquibaseSettings;
import io.github.schemacompat.script.MemoryTree;
import io.github.schemacompat.script.ScriptDetection;
import io.github.schemacompat.script.ScriptTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the scripts of one database are read from.
 *
 * @param request what is said about it, or found; null for the only one of a project
 * @param tree holds its scripts
 * @param locations folders, files and patterns; empty if there are none
 * @param flyway what the project says to Flyway
 * @param liquibase what the project says to Liquibase
 * @param database what its configuration says of the database, or null
 * @param hints how they were found, a line each
 */
record HistorySource(
        @Nullable HistoryRequest request,
        ScriptTree tree,
        List<String> locations,
        FlywaySettings flyway,
        LiquibaseSettings liquibase,
        @Nullable DatabaseHint database,
        List<String> hints) {
    /** Where the scripts lie, if there are those of one database only. */
    private static List<String> onlyPlace(@Nullable List<String> said, List<DetectedScripts> detected) {
        if (said != null) {
            return said;
        }
        return detected.size() == 1 ? detected.get(0).locations() : List.of();
    }

    /** Those of several databases in the one folder that the request names, unless it says what they are. */
    private static List<DetectedScripts> divided(CheckRequest request, ScriptDetection detection) {
        List<String> said = request.scripts();
        return said == null || !request.histories().isEmpty() || request.dialect() != null
                ? List.of()
                : detection.severalIn(said);
    }

    /** One for each history of the request; where it names none, one for each database that is detected, or one. */
    static List<HistorySource> of(CheckRequest request) {
        if (!request.scriptTexts().isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            request.scriptTextsInOrder().forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
            HistorySource memory = new HistorySource(
                    null,
                    new MemoryTree(texts),
                    List.of("**"),
                    FlywaySettings.NONE,
                    LiquibaseSettings.NONE,
                    null,
                    List.of());
            return memory.each(request);
        }
        ScriptTree tree = new DiskTree(request.baseDirectory());
        ScriptDetection detection = new ScriptDetection(tree, request.project());
        List<String> said = request.scripts();
        boolean allSaid = !request.histories().isEmpty()
                && request.histories().stream().allMatch(history -> history.scripts() != null);
        List<DetectedScripts> detected = said != null || allSaid ? divided(request, detection) : detection.detect();
        HistorySource whole = new HistorySource(
                null,
                tree,
                said == null || said.isEmpty() ? List.of("") : said,
                detection.flyway(),
                detection.liquibase(),
                detection.database(onlyPlace(said, detected)).orElse(null),
                List.of());
        if ((said != null || allSaid) && detected.isEmpty()) {
            // set and empty is an error, which the finder words
            return whole.each(request);
        }
        if (request.histories().isEmpty() && detected.size() > 1) {
            return detected.stream()
                    .map(each -> whole.of(
                            new HistoryRequest(String.valueOf(each.name()), null, null, each.dialect(), null, null),
                            each.locations(),
                            List.of(each.hint())))
                    .toList();
        }
        return detected.size() == 1
                ? whole.of(
                                null,
                                detected.get(0).locations(),
                                List.of(detected.get(0).hint()))
                        .each(request)
                : whole.of(null, List.of(), List.of()).each(request);
    }

    /** One for each history of the request, with its own places where it says them; itself if there are none. */
    private List<HistorySource> each(CheckRequest request) {
        if (request.histories().isEmpty()) {
            return List.of(this);
        }
        List<HistorySource> sources = new ArrayList<>();
        for (HistoryRequest history : request.histories()) {
            List<String> own = history.scripts();
            sources.add(
                    own == null
                            ? of(history, locations, hints)
                            : of(history, own.isEmpty() ? List.of("") : own, List.of()));
        }
        return sources;
    }

    private HistorySource of(@Nullable HistoryRequest history, List<String> places, List<String> lines) {
        return new HistorySource(history, tree, places, flyway, liquibase, database, lines);
    }
}
