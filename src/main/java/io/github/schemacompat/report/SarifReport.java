package io.github.schemacompat.report;

import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.RuleInfo;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** {@code findings.sarif}: SARIF 2.1.0, as code scanning reads it. Files are told from the root of the repository. */
final class SarifReport implements Report {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "findings.sarif";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        JsonWriter json = Json.pretty(to);
        List<RuleInfo> rules = rules(result);
        json.beginObject();
        json.name("$schema").value(SCHEMA);
        json.name("version").value("2.1.0");
        json.name("runs").beginArray().beginObject();
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value(tool.name());
        json.name("version").value(tool.version());
        json.name("rules").beginArray();
        for (RuleInfo rule : rules) {
            rule(rule, json);
        }
        json.endArray();
        json.endObject().endObject();
        json.name("columnKind").value("utf16CodeUnits");
        invocation(result, json);
        json.name("results").beginArray();
        for (Finding finding : result.findings()) {
            result(finding, rules, result.folder(), json);
        }
        json.endArray();
        json.endObject().endArray();
        json.endObject();
        json.flush();
        to.write("\n");
    }

    /** The rules that found something, by id. */
    private static List<RuleInfo> rules(CheckResult result) {
        TreeMap<String, RuleInfo> rules = new TreeMap<>(Comparator.naturalOrder());
        result.findings().forEach(finding -> rules.put(finding.rule().id(), finding.rule()));
        return new ArrayList<>(rules.values());
    }

    private static void rule(RuleInfo rule, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("id").value(rule.id());
        text("shortDescription", rule.summary(), json);
        text("fullDescription", rule.summary() + " " + rule.why(), json);
        json.name("help").beginObject();
        json.name("text").value(rule.summary() + "\n" + rule.why() + "\n" + rule.instead());
        json.name("markdown").value(String.join("\n", RulePage.of(rule)));
        json.endObject();
        json.name("defaultConfiguration").beginObject();
        json.name("level").value(level(rule.severity()));
        json.endObject();
        json.name("properties").beginObject();
        Json.strings("tags", List.of("schema", rule.family().id()), json);
        json.endObject();
        json.endObject();
    }

    private static void text(String name, String text, JsonWriter json) throws IOException {
        json.name(name).beginObject();
        json.name("text").value(text);
        json.endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
            case OFF -> "none";
        };
    }

    /** Whether the tool could do its work, which has nothing to do with what it found. */
    private static void invocation(CheckResult result, JsonWriter json) throws IOException {
        json.name("invocations").beginArray().beginObject();
        json.name("executionSuccessful").value(result.outcome() != Outcome.NOT_CHECKED);
        json.name("toolExecutionNotifications").beginArray();
        for (Problem problem : result.problems()) {
            json.beginObject();
            json.name("level").value(result.outcome() == Outcome.NOT_CHECKED ? "error" : "warning");
            text("message", problem.message(), json);
            json.name("descriptor").beginObject();
            json.name("id").value(problem.code());
            json.endObject();
            String file = problem.file();
            Integer line = problem.line();
            if (file != null) {
                json.name("locations").beginArray().beginObject();
                json.name("physicalLocation").beginObject();
                artifact(result.folder(), file, json);
                if (line != null) {
                    json.name("region").beginObject();
                    json.name("startLine").value(line);
                    json.endObject();
                }
                json.endObject();
                json.endObject().endArray();
            }
            json.endObject();
        }
        json.endArray();
        json.endObject().endArray();
    }

    private static void result(Finding finding, List<RuleInfo> rules, String folder, JsonWriter json)
            throws IOException {
        json.beginObject();
        json.name("ruleId").value(finding.rule().id());
        json.name("ruleIndex").value(rules.indexOf(finding.rule()));
        json.name("level").value(level(finding.severity()));
        text("message", message(finding), json);
        json.name("locations").beginArray().beginObject();
        Location location = finding.location();
        if (location != null) {
            physical(location, folder, json);
        }
        json.name("logicalLocations").beginArray().beginObject();
        json.name("fullyQualifiedName").value(finding.object());
        if (finding.kind() != null) {
            json.name("kind").value(finding.kind().label());
        }
        json.endObject().endArray();
        json.endObject().endArray();
        json.name("partialFingerprints").beginObject();
        json.name("schemaCompat/v1").value(finding.fingerprint());
        json.endObject();
        json.name("suppressions").beginArray();
        if (finding.suppressed() != null) {
            json.beginObject();
            json.name("kind").value(finding.allow() == null ? "external" : "inSource");
            json.name("justification").value(finding.suppressed());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private static String message(Finding finding) {
        String breaks = finding.breaks().isEmpty() ? "" : "\nBreaks: " + Wording.breaks(finding.breaks());
        return finding.message() + breaks + "\nWhy: " + finding.why() + "\nFix: " + finding.fix();
    }

    private static void physical(Location location, String folder, JsonWriter json) throws IOException {
        json.name("physicalLocation").beginObject();
        artifact(folder, location.file(), json);
        json.name("region").beginObject();
        json.name("startLine").value(location.start().line());
        json.name("startColumn").value(location.start().column());
        json.name("endLine").value(location.end().line());
        // the column behind the last character
        json.name("endColumn").value(location.end().column() + 1);
        json.endObject();
        json.endObject();
    }

    private static void artifact(String folder, String file, JsonWriter json) throws IOException {
        json.name("artifactLocation").beginObject();
        json.name("uri").value(UriPath.of(RepositoryPath.of(folder, file)));
        json.name("uriBaseId").value("%SRCROOT%");
        json.endObject();
    }
}
