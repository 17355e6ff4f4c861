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

/**
 * {@code TEST-schema-compat.xml}: a test for each finding and one for the whole, as test reporters read it. What fails the
 * build is a failure, what is accepted is skipped, and what could not be checked is an error.
 */
final class JUnitReport implements Report {
    private static final String SUITE = "schema-compat";

    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "TEST-schema-compat.xml";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        boolean checked = result.outcome() != Outcome.NOT_CHECKED;
        long failures = result.findings().stream().filter(result::fails).count();
        long skipped = result.findings().stream()
                .filter(finding -> finding.suppressed() != null)
                .count();
        Xml xml = new Xml(to);
        xml.begin(
                "testsuite",
                "name",
                SUITE,
                "tests",
                Integer.toString(result.findings().size() + 1),
                "failures",
                Long.toString(failures),
                "errors",
                checked ? "0" : "1",
                "skipped",
                Long.toString(skipped),
                "time",
                "0");
        xml.begin("testcase", "classname", SUITE, "name", "compatible with the supported releases", "time", "0");
        if (!checked) {
            String first =
                    result.problems().isEmpty() ? "" : result.problems().get(0).message();
            xml.begin("error", "message", first, "type", "not-checked");
            for (Problem problem : result.problems()) {
                xml.text(Wording.place(problem) + problem.message() + "\n");
            }
            xml.end("error");
        } else {
            xml.begin("system-out");
            xml.text(Wording.verdict(result));
            xml.end("system-out");
        }
        xml.end("testcase");
        for (Finding finding : result.findings()) {
            finding(finding, result.fails(finding), xml);
        }
        xml.end("testsuite");
        to.write("\n");
    }

    private static void finding(Finding finding, boolean fails, Xml xml) throws IOException {
        Location location = finding.location();
        String history = finding.history() == null ? "" : "[" + finding.history() + "] ";
        xml.begin(
                "testcase",
                "classname",
                SUITE + "." + finding.rule().id(),
                "name",
                history + finding.object() + (location == null ? "" : " (" + place(location) + ")"),
                "time",
                "0");
        String reason = finding.suppressed();
        if (reason != null) {
            xml.begin("skipped", "message", reason);
            xml.end("skipped");
        } else if (fails) {
            xml.begin(
                    "failure",
                    "message",
                    finding.message(),
                    "type",
                    finding.rule().id());
            xml.text(text(finding));
            xml.end("failure");
        } else {
            xml.begin("system-out");
            xml.text((finding.severity() == Severity.WARNING ? "Warning: " : "Note: ") + text(finding));
            xml.end("system-out");
        }
        xml.end("testcase");
    }

    private static String place(Location location) {
        return location.file() + ":" + location.start().line();
    }

    private static String text(Finding finding) {
        Location location = finding.location();
        StringBuilder text = new StringBuilder();
        if (location != null) {
            text.append(place(location)).append(": ");
        }
        text.append(finding.message()).append('\n');
        if (location != null && !location.line().isBlank()) {
            text.append("    ").append(location.line().strip()).append('\n');
        }
        if (!finding.breaks().isEmpty()) {
            text.append("Breaks: ").append(Wording.breaks(finding.breaks())).append('\n');
        }
        finding.consequences()
                .forEach(each -> text.append("With it: ").append(each).append('\n'));
        text.append("Why: ").append(finding.why()).append('\n');
        text.append("Fix: ").append(finding.fix()).append('\n');
        return text.toString();
    }
}
