package io.github.schemacompat.report;

import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code gl-code-quality-report.json}: GitLab's code quality. GitLab takes two entries of one fingerprint for one, and
 * leaves out an entry without a place.
 */
final class GitLabReport implements Report {
    /** Where a finding has no file, GitLab needs one all the same. */
    private static final String NO_FILE = ".";

    @Override
    public String id() {
        return "gitlab";
    }

    @Override
    public String fileName() {
        return "gl-code-quality-report.json";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        JsonWriter json = Json.pretty(to);
        json.beginArray();
        if (result.outcome() == Outcome.NOT_CHECKED) {
            for (Problem problem : result.problems()) {
                Integer line = problem.line();
                entry(
                        problem.code(),
                        problem.message(),
                        "blocker",
                        problem.code(),
                        path(result, problem.file()),
                        line == null ? 1 : line,
                        json);
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Finding finding : result.findings()) {
            int times = seen.merge(finding.fingerprint(), 1, Integer::sum);
            Location location = finding.location();
            if (finding.suppressed() == null) {
                entry(
                        finding.rule().id(),
                        finding.message(),
                        severity(finding.severity()),
                        finding.fingerprint() + (times == 1 ? "" : "-" + times),
                        path(result, location == null ? null : location.file()),
                        location == null ? 1 : location.start().line(),
                        json);
            }
        }
        json.endArray();
        json.flush();
        to.write("\n");
    }

    private static String path(CheckResult result, @Nullable String file) {
        return file == null ? NO_FILE : RepositoryPath.of(result.folder(), file);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            default -> "info";
        };
    }

    private static void entry(
            String check,
            String description,
            String severity,
            String fingerprint,
            String path,
            int line,
            JsonWriter json)
            throws IOException {
        json.beginObject();
        json.name("description").value(description);
        json.name("check_name").value(check);
        json.name("fingerprint").value(fingerprint);
        json.name("severity").value(severity);
        json.name("location").beginObject();
        json.name("path").value(path);
        json.name("lines").beginObject();
        json.name("begin").value(line);
        json.endObject();
        json.endObject();
        json.endObject();
    }
}
