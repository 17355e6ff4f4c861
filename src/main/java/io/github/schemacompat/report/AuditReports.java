package io.github.schemacompat.report;

import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The formats of an audit. */
public final class AuditReports {
    private static final List<AuditReport> ALL = List.of(new AuditJson(), new AuditHtml(), new AuditMarkdown());

    private AuditReports() {}

    /** Whether there is a format of this name. */
    public static boolean has(String id) {
        return ALL.stream().anyMatch(report -> report.id().equals(id));
    }

    /** The words of the parameter {@code reports}, for messages. */
    public static String ids() {
        return ALL.stream().map(AuditReport::id).collect(Collectors.joining(", "));
    }

    /** What is said of it in the terminal, a line each. */
    public static List<String> lines(AuditResult result) {
        List<String> lines = new ArrayList<>();
        result.problems().forEach(problem -> lines.add(Wording.place(problem) + problem.message()));
        for (AuditedHistory history : result.histories()) {
            String name = history.name() == null ? "" : history.name() + ": ";
            lines.add(name + AuditWording.cells(history));
            for (AuditedHistory.Step step : history.steps()) {
                if (step.script() != null) {
                    lines.add(name + "from " + step.from() + " to " + step.to() + " rollback is " + step.rollback()
                            + " because of " + step.script());
                }
            }
        }
        lines.add(AuditWording.verdict(result));
        return lines;
    }

    /** Removes what an earlier run left in any format. */
    public static void delete(Path folder) throws IOException {
        for (AuditReport report : ALL) {
            Files.deleteIfExists(folder.resolve(report.fileName()));
        }
    }

    /**
     * Writes an audit in several formats, each complete or not at all.
     *
     * @return the files, in the order of the formats
     * @throws IOException if a file can't be written
     */
    public static List<Path> writeAll(AuditResult result, List<String> formats, Path folder) throws IOException {
        for (AuditReport report : ALL) {
            if (formats.contains(report.id())) {
                Reports.write(
                        folder.resolve(report.fileName()), writer -> report.write(result, Tool.running(), writer));
            }
        }
        return ALL.stream()
                .filter(report -> formats.contains(report.id()))
                .map(report -> folder.resolve(report.fileName()))
                .toList();
    }
}
