package io.github.schemacompat.report;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.io.Writer;

/** {@code findings.html}: one page for people, which needs no network. */
final class HtmlReport implements Report {
    @Override
    public String id() {
        return "html";
    }

    @Override
    public String fileName() {
        return "findings.html";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        to.write(HtmlPage.of("Database schema: " + result.outcome().id(), tool, html -> content(result, html)));
    }

    private static void content(CheckResult result, Html html) {
        String state = result.outcome() == Outcome.PASSED ? "passed" : "failed";
        html.begin("header", "class", state).line();
        html.element("p", "Database schema", "class", "eyebrow").line();
        String verdict = Wording.verdict(result);
        int end = verdict.indexOf(':');
        html.element("h1", verdict.substring(0, end)).line();
        html.element("p", verdict.substring(end + 1).strip(), "class", "verdict")
                .line();
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
        result.histories().forEach(history -> dialects.and(history.name(), history.dialect()));
        html.begin("section").element("h2", "Findings").line();
        FindingHtml.list(
                result.findings().stream().sorted(Wording.WORST_FIRST).toList(), "No findings.", dialects, html);
        html.end().line();
        result.histories().forEach(history -> history(history, html));
        html.end().line();
    }

    private static void history(HistoryResult history, Html html) {
        html.begin("section", "class", "facts").line();
        html.element("h2", history.name() == null ? "What was judged" : "What was judged: " + history.name())
                .line();
        html.begin("dl").line();
        fact("Supported releases", history.releases().isEmpty() ? "none yet" : "", html);
        for (String release : history.releases()) {
            html.begin("dd").element("code", release);
            String rollback = history.rollback().get(release);
            html.text(rollback == null ? "" : ": rollback " + rollback);
            html.end().line();
        }
        fact("Baseline", history.baseline(), html);
        fact("Scripts", Wording.reading(history), html);
        fact("Dialect and layout", history.dialect() + ", " + history.layout(), html);
        if (!history.unjudged().isEmpty()) {
            fact("Not judged yet", "", html);
            history.unjudged().forEach(change -> html.element("dd", change).line());
        }
        html.end().line();
        html.end().line();
    }

    private static void fact(String label, String text, Html html) {
        html.element("dt", label);
        if (!text.isEmpty()) {
            html.element("dd", text);
        }
        html.line();
    }
}
