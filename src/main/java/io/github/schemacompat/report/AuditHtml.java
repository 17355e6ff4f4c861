package io.github.schemacompat.report;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code audit.html}: one page for the auditor, which needs no network. */
final class AuditHtml implements AuditReport {
    @Override
    public String id() {
        return "html";
    }

    @Override
    public String fileName() {
        return "audit.html";
    }

    @Override
    public void write(AuditResult result, Tool tool, Writer to) throws IOException {
        to.write(HtmlPage.of("Release audit", tool, html -> content(result, html)));
    }

    private static void content(AuditResult result, Html html) {
        html.begin("header", "class", result.count(Severity.ERROR) == 0 ? "passed" : "failed")
                .line();
        html.element("p", "Release audit", "class", "eyebrow").line();
        html.element("h1", AuditWording.verdict(result)).line();
        for (AuditedHistory history : result.histories()) {
            String name = history.name() == null ? "" : history.name() + ": ";
            html.element("p", name + AuditWording.cells(history), "class", "verdict")
                    .line();
        }
        html.end().line();
        html.begin("main", "id", "content").line();
        if (!result.problems().isEmpty()) {
            html.begin("ul", "class", "problems").line();
            for (Problem problem : result.problems()) {
                html.element("li", Wording.place(problem) + problem.message()).line();
            }
            html.end().line();
        }
        Dialects dialects = new Dialects();
        for (int i = 0; i < result.histories().size(); i++) {
            AuditedHistory history = result.histories().get(i);
            dialects.and(history.name(), history.dialect());
            MatrixHtml.write(history, i, html);
        }
        html.begin("section").element("h2", "What counts").line();
        FindingHtml.list(
                result.findings().stream().sorted(Wording.WORST_FIRST).toList(),
                "Nothing breaks a supported release.",
                dialects,
                html);
        html.end().line();
        result.histories().forEach(history -> registers(history, html));
        html.end().line();
    }

    private static void registers(AuditedHistory history, Html html) {
        String name = history.name() == null ? "" : ": " + history.name();
        table(html, "Rollback" + name, "No step.", List.of("from", "to", "rollback", "because"), body -> {
            for (AuditedHistory.Step step : history.steps()) {
                Integer finding = step.finding();
                body.begin("tr").element("td", step.from()).element("td", step.to());
                body.begin("td")
                        .element("span", step.rollback(), "class", "badge " + step.rollback())
                        .end();
                body.begin("td");
                if (step.script() != null) {
                    body.element("code", step.script()).text(" ");
                }
                body.text(finding == null ? "" : history.breaks().get(finding).message());
                body.end().end().line();
            }
        });
        table(
                html,
                "Deprecated objects" + name,
                "None.",
                List.of("object", "kind", "since", "because", "may go"),
                body -> {
                    for (AuditedHistory.DeprecatedObject object : history.deprecated()) {
                        body.begin("tr")
                                .begin("td")
                                .element("code", object.object())
                                .end();
                        cells(body, object.kind(), object.since(), object.because());
                        body.begin("td").text(AuditWording.may(object));
                        if (object.overdue()) {
                            body.text(" ").element("span", "overdue", "class", "badge overdue");
                        }
                        body.end().end().line();
                    }
                });
        table(
                html,
                "Accepted" + name,
                "Nothing was accepted.",
                List.of("rules", "on", "because", "until", "state", "place"),
                body -> {
                    for (AuditedHistory.Accepted accepted : history.suppressions()) {
                        body.begin("tr");
                        cells(
                                body,
                                String.join(", ", accepted.rules()),
                                accepted.target() == null ? "" : accepted.target(),
                                accepted.because(),
                                accepted.until() == null ? "" : accepted.until(),
                                accepted.state(),
                                accepted.file() + ":" + accepted.line());
                        body.end().line();
                    }
                });
        changes(history, name, html);
        scripts(history, name, html);
        reading(history, name, html);
    }

    private static void changes(AuditedHistory history, String name, Html html) {
        html.begin("section").element("h2", "Changes per release" + name).line();
        for (int i = history.releases().size() - 1; i >= 0; i--) {
            AuditedHistory.AuditedRelease release = history.releases().get(i);
            int count = release.changes().size();
            html.begin("details", "open", history.releases().size() - i <= 3 ? "" : null);
            html.element(
                            "summary",
                            release.name() + ": " + (count == 0 ? "no change" : Wording.counted(count, "change")))
                    .line();
            html.begin("ul", "class", "plain");
            release.changes().forEach(change -> html.element("li", change));
            html.end().end().line();
        }
        html.end().line();
    }

    private static void scripts(AuditedHistory history, String name, Html html) {
        List<AuditedHistory.Script> changed =
                history.scripts().stream().filter(script -> !script.unchanged()).toList();
        html.begin("section").element("h2", "Released scripts" + name).line();
        html.element(
                        "p",
                        Wording.counted(history.scripts().size(), "script") + ", "
                                + (changed.isEmpty()
                                        ? "all as they were released."
                                        : changed.size() + " not as they were released."))
                .line();
        html.begin("details", "open", changed.isEmpty() ? null : "").element("summary", "Scripts and their hashes");
        rows(html, List.of("script", "release", "SHA-256", "unchanged"), body -> {
            for (AuditedHistory.Script script : history.scripts()) {
                body.begin("tr").begin("td").element("code", script.path()).end();
                body.element("td", script.release());
                body.begin("td").element("code", script.sha256()).end();
                body.begin("td")
                        .element(
                                "span",
                                script.unchanged() ? "yes" : String.valueOf(script.note()),
                                "class",
                                "badge " + (script.unchanged() ? "yes" : "changed"))
                        .end()
                        .end()
                        .line();
            }
        });
        html.end().end().line();
    }

    private static void reading(AuditedHistory history, String name, Html html) {
        ReadingFigures all = ReadingFigures.NONE;
        for (AuditedHistory.AuditedRelease release : history.releases()) {
            all = all.plus(release.figures());
        }
        html.begin("section").element("h2", "How much was understood" + name).line();
        html.element(
                        "p",
                        Wording.counted(all.statements(), "statement") + " read, " + all.notUnderstood()
                                + " not understood.")
                .line();
        html.begin("ul", "class", "plain");
        history.releases().forEach(release -> release.notUnderstood().forEach(problem -> html.element("li", problem)));
        html.end().line();
        html.element("p", "Baseline: " + history.baseline(), "class", "meta").line();
        history.detected()
                .forEach(line -> html.element("p", line, "class", "meta").line());
        html.end().line();
    }

    /** Writes the rows of a table. */
    interface Rows {
        void write(Html html);
    }

    private static void table(Html html, String title, String empty, List<String> heads, Rows rows) {
        html.begin("section").element("h2", title).line();
        Html body = new Html();
        rows.write(body);
        if (body.page().isBlank()) {
            html.element("p", empty, "class", "empty").line();
        } else {
            rows(html, heads, rows);
        }
        html.end().line();
    }

    private static void rows(Html html, List<String> heads, Rows rows) {
        html.begin("div", "class", "scroll", "tabindex", "0")
                .begin("table")
                .begin("thead")
                .begin("tr");
        heads.forEach(head -> html.element("th", head, "scope", "col"));
        html.end().end().line().begin("tbody").line();
        rows.write(html);
        html.end().end().end().line();
    }

    private static void cells(Html html, String... texts) {
        for (String text : texts) {
            html.element("td", text);
        }
    }
}
