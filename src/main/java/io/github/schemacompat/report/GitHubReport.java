package io.github.schemacompat.report;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code github-annotations.txt}: the lines by which a step of GitHub Actions annotates files, worst first, for GitHub
 * shows only the first ten of a kind. They have to be printed as they are: {@link GitHubActions}.
 */
final class GitHubReport implements Report {
    @Override
    public String id() {
        return "github";
    }

    @Override
    public String fileName() {
        return "github-annotations.txt";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        String level = result.outcome() == Outcome.NOT_CHECKED ? "error" : "warning";
        for (Problem problem : result.problems()) {
            Integer line = problem.line();
            String place = place(result.folder(), problem.file())
                    + (problem.file() == null || line == null ? "" : "line=" + line + ",");
            to.write(command(level, place + "title=" + property(problem.code()), problem.message()));
        }
        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.suppressed() == null)
                .sorted(Wording.WORST_FIRST)
                .toList();
        for (Finding finding : findings) {
            to.write(command(
                    level(finding.severity()),
                    region(result.folder(), finding.location()) + "title="
                            + property(finding.rule().id()),
                    message(finding)));
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            default -> "notice";
        };
    }

    private static String command(String level, String properties, String message) {
        return "::" + level + " " + properties + "::" + data(message) + "\n";
    }

    private static String place(String folder, @Nullable String file) {
        return file == null ? "" : "file=" + property(RepositoryPath.of(folder, file)) + ",";
    }

    /** Columns are refused by GitHub where a region has several lines. */
    private static String region(String folder, @Nullable Location location) {
        if (location == null) {
            return "";
        }
        int line = location.start().line();
        int endLine = location.end().line();
        String lines = "line=" + line + ",endLine=" + endLine + ",";
        String columns = line == endLine
                ? "col=" + location.start().column() + ",endColumn="
                        + location.end().column() + ","
                : "";
        return place(folder, location.file()) + lines + columns;
    }

    private static String message(Finding finding) {
        String breaks = finding.breaks().isEmpty() ? "" : "\nBreaks: " + Wording.breaks(finding.breaks());
        return finding.message() + breaks + "\nWhy: " + finding.why() + "\nFix: " + finding.fix();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
