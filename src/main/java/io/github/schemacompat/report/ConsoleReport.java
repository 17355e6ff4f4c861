package io.github.schemacompat.report;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result for the person at the terminal: plain text, a severity per line, no colours of its own. */
public final class ConsoleReport {
    private static final int SHOWN_PER_RULE = 5;
    private static final int EXCERPT_WIDTH = 160;
    private static final int TAB_WIDTH = 4;

    private ConsoleReport() {}

    /**
     * A line to log.
     *
     * @param severity the level to log it with
     * @param text without line end
     */
    public record Line(Severity severity, String text) {}

    /**
     * @param result what to show
     * @param fullReport where all findings are, for what is left out here
     * @param explain the command that explains a rule, but for the rule
     */
    public static List<Line> lines(CheckResult result, String fullReport, String explain) {
        List<Line> lines = new ArrayList<>();
        for (HistoryResult history : result.histories()) {
            header(history, lines);
        }
        for (Problem problem : result.problems()) {
            Severity severity = result.outcome() == Outcome.NOT_CHECKED ? Severity.ERROR : Severity.WARNING;
            lines.add(new Line(severity, Wording.place(problem) + problem.message()));
        }
        findings(result, fullReport, explain, lines);
        for (HistoryResult history : result.histories()) {
            summary(history, lines);
        }
        if (result.outcome() != Outcome.NOT_CHECKED) {
            Severity severity = result.outcome() == Outcome.FAILED ? Severity.ERROR : Severity.INFO;
            lines.add(new Line(severity, Wording.verdict(result)));
        }
        return lines;
    }

    private static void header(HistoryResult history, List<Line> lines) {
        String name = history.name() == null ? "" : history.name() + ": ";
        for (String line : history.detected()) {
            lines.add(new Line(Severity.INFO, name + line));
        }
        lines.add(new Line(Severity.INFO, name + "baseline: " + history.baseline()));
    }

    private static void findings(CheckResult result, String fullReport, String explain, List<Line> lines) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            for (Finding finding : result.findings()) {
                if (finding.severity() == severity && finding.suppressed() == null) {
                    byRule.computeIfAbsent(severity.id() + " " + finding.rule().id(), unused -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
        byRule.values().forEach(group -> group(group, fullReport, explain, lines));
    }

    private static void group(List<Finding> group, String fullReport, String explain, List<Line> lines) {
        Finding first = group.get(0);
        Severity severity = first.severity();
        lines.add(new Line(severity, ""));
        String count = group.size() == 1 ? "" : " (" + group.size() + " findings)";
        lines.add(new Line(
                severity, first.rule().id() + count + ": " + first.rule().summary()));
        String lastAdvice = "";
        for (Finding finding : group.subList(0, Math.min(SHOWN_PER_RULE, group.size()))) {
            finding(finding, lines);
            String advice = finding.why() + finding.fix();
            if (!advice.equals(lastAdvice)) {
                paragraph("Why: ", finding.why(), severity, lines);
                paragraph("Fix: ", finding.fix(), severity, lines);
                lastAdvice = advice;
            }
        }
        if (severity == Severity.ERROR && first.allow() != null) {
            lines.add(new Line(
                    severity,
                    "  If it can't be avoided: the line before the statement can allow it, with a reason that others"
                            + " review: " + first.allow()));
        }
        if (group.size() > SHOWN_PER_RULE) {
            lines.add(new Line(
                    severity, "  … and " + (group.size() - SHOWN_PER_RULE) + " more; all are in " + fullReport));
        }
        lines.add(new Line(
                severity,
                "  More: " + explain + " -Dschema-compat.rule=" + first.rule().id()));
    }

    private static void finding(Finding finding, List<Line> lines) {
        Severity severity = finding.severity();
        Location location = finding.location();
        String place = location == null ? "" : location.file() + ":" + location.start() + ": ";
        String history = finding.history() == null ? "" : "[" + finding.history() + "] ";
        String conditional = finding.conditional() ? " (under a condition that the scripts alone can't answer)" : "";
        lines.add(new Line(severity, "  " + history + place + finding.message() + conditional));
        if (location != null && !location.line().isBlank()) {
            excerpt(location, severity, lines);
        }
        if (!finding.breaks().isEmpty()) {
            lines.add(new Line(severity, "    Breaks: " + Wording.breaks(finding.breaks())));
        }
        for (String consequence : finding.consequences()) {
            lines.add(new Line(severity, "    With it: " + consequence));
        }
        for (String related : finding.related()) {
            lines.add(new Line(severity, "    See also: " + related));
        }
    }

    private static void excerpt(Location location, Severity severity, List<Line> lines) {
        String number = Integer.toString(location.start().line());
        String line = location.line();
        int from = location.start().column() - 1;
        int to = location.end().line() == location.start().line()
                ? location.end().column()
                : line.stripTrailing().length();
        int cut = from > EXCERPT_WIDTH / 2 && line.length() > EXCERPT_WIDTH ? from - EXCERPT_WIDTH / 4 : 0;
        int end = Math.min(line.length(), cut + EXCERPT_WIDTH);
        String shown = (cut > 0 ? "…" : "") + expanded(line.substring(cut, end)) + (end < line.length() ? "…" : "");
        int lead = (cut > 0 ? 1 : 0)
                + expanded(line.substring(cut, Math.min(from, end))).length();
        int width = Math.max(
                1,
                expanded(line.substring(Math.min(from, end), Math.max(from, Math.min(to, end))))
                        .length());
        lines.add(new Line(severity, "    " + number + " | " + shown));
        lines.add(new Line(
                severity, "    " + " ".repeat(number.length()) + " | " + " ".repeat(lead) + "^".repeat(width)));
    }

    private static String expanded(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                shown.append(" ".repeat(TAB_WIDTH));
            } else {
                shown.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return shown.toString();
    }

    private static void paragraph(String label, String text, Severity severity, List<Line> lines) {
        String[] parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            lines.add(new Line(severity, "    " + (i == 0 ? label : "  ") + parts[i]));
        }
    }

    private static void summary(HistoryResult history, List<Line> lines) {
        String name = history.name() == null ? "" : history.name() + ": ";
        lines.add(new Line(Severity.INFO, name + Wording.reading(history)));
        if (!history.unjudged().isEmpty()) {
            lines.add(new Line(
                    Severity.INFO,
                    name + Wording.counted(history.unjudged().size(), "change") + " not judged yet: "
                            + String.join("; ", history.unjudged())));
        }
    }
}
