package io.github.schemacompat.check;

import io.github.schemacompat.script.DetectedScripts;
import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.FlywaySettings;
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
 * @param hints how they were found, a line each
 */
record HistorySource(
        @Nullable HistoryRequest request,
        ScriptTree tree,
        List<String> locations,
        FlywaySettings flyway,
        List<String> hints) {
    /** One for each history of the request; where it names none, one for each database that is detected, or one. */
    static List<HistorySource> of(CheckRequest request) {
        if (!request.scriptTexts().isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            request.scriptTextsInOrder().forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
            return of(request, List.of("**"), new MemoryTree(texts), FlywaySettings.NONE);
        }
        ScriptTree tree = new DiskTree(request.baseDirectory());
        ScriptDetection detection = new ScriptDetection(tree, request.project());
        FlywaySettings flyway = detection.flyway();
        List<String> said = request.scripts();
        boolean allSaid = !request.histories().isEmpty()
                && request.histories().stream().allMatch(history -> history.scripts() != null);
        if (said != null || allSaid) {
            // set and empty is an error, which the finder words
            return of(request, said == null || said.isEmpty() ? List.of("") : said, tree, flyway);
        }
        List<DetectedScripts> detected = detection.detect();
        if (request.histories().isEmpty() && detected.size() > 1) {
            return detected.stream()
                    .map(each -> new HistorySource(
                            new HistoryRequest(String.valueOf(each.name()), null, null, each.dialect(), null, null),
                            tree,
                            each.locations(),
                            flyway,
                            List.of(each.hint())))
                    .toList();
        }
        List<String> locations = detected.size() == 1 ? detected.get(0).locations() : List.of();
        List<HistorySource> sources = new ArrayList<>();
        for (HistorySource source : of(request, locations, tree, flyway)) {
            boolean guessed = source.request() == null || source.request().scripts() == null;
            List<String> hints =
                    guessed && detected.size() == 1 ? List.of(detected.get(0).hint()) : List.of();
            sources.add(new HistorySource(source.request(), tree, source.locations(), flyway, hints));
        }
        return sources;
    }

    private static List<HistorySource> of(
            CheckRequest request, List<String> locations, ScriptTree tree, FlywaySettings flyway) {
        if (request.histories().isEmpty()) {
            return List.of(new HistorySource(null, tree, locations, flyway, List.of()));
        }
        List<HistorySource> sources = new ArrayList<>();
        for (HistoryRequest history : request.histories()) {
            List<String> own = history.scripts();
            sources.add(new HistorySource(
                    history, tree, own == null ? locations : own.isEmpty() ? List.of("") : own, flyway, List.of()));
        }
        return sources;
    }
}
