package io.github.schemacompat.report;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.source.Location;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding in a page, and the controls that filter the findings of a page. */
final class FindingHtml {
    private FindingHtml() {}

    /** The list of findings with its controls. */
    static void list(List<Finding> findings, String empty, Dialects dialects, Html html) {
        if (findings.isEmpty()) {
            html.element("p", empty, "class", "empty").line();
            return;
        }
        controls(findings, html);
        html.begin("div", "class", "findings", "id", "findings").line();
        for (Finding finding : findings) {
            finding(finding, null, dialects.of(finding.history()), html);
        }
        html.end().line();
        html.element("p", "Nothing matches.", "class", "empty nothing", "hidden", "")
                .line();
    }

    private static void controls(List<Finding> findings, Html html) {
        html.begin("div", "class", "controls", "role", "search", "aria-label", "Filter the findings")
                .line();
        html.begin("label").text("Search ");
        html.begin(
                        "input",
                        "type",
                        "search",
                        "id",
                        "search",
                        "placeholder",
                        "object, file, words …",
                        "autocomplete",
                        "off")
                .end()
                .line();
        html.begin("label").text("Rule ").begin("select", "id", "rule");
        html.element("option", "all rules", "value", "");
        findings.stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .sorted()
                .forEach(rule -> html.element("option", rule, "value", rule));
        html.end().end().line();
        html.begin("fieldset").element("legend", "Show");
        for (String state : List.of("error", "warning", "info", "accepted")) {
            long count = findings.stream()
                    .filter(finding -> state(finding).equals(state))
                    .count();
            if (count > 0) {
                html.begin("label", "class", "check");
                html.begin("input", "type", "checkbox", "name", "state", "value", state, "checked", "");
                html.text(" " + label(state) + " " + count).end();
            }
        }
        html.end().line();
        html.element("p", "", "id", "shown", "role", "status", "aria-live", "polite");
        html.end().line();
    }

    private static String state(Finding finding) {
        return finding.suppressed() != null ? "accepted" : finding.severity().id();
    }

    static String label(String state) {
        return state.equals("info") ? "note" : state;
    }

    /** @param id of the element, or null for none */
    static void finding(Finding finding, @Nullable String id, Dialect dialect, Html html) {
        String state = state(finding);
        html.begin(
                        "article",
                        "class",
                        "finding " + state,
                        "id",
                        id,
                        "data-state",
                        state,
                        "data-rule",
                        finding.rule().id(),
                        "data-text",
                        words(finding))
                .line();
        html.begin("h3");
        html.element("span", label(state), "class", "badge " + state).text(" ").text(finding.message());
        html.end().line();
        html.begin("p", "class", "meta");
        html.element("code", finding.rule().id(), "title", finding.rule().summary());
        if (finding.history() != null) {
            html.text(" in ").element("code", finding.history());
        }
        Location location = finding.location();
        if (location != null) {
            html.text(" at ").element("code", location.file() + ":" + location.start());
        }
        html.text(" · " + finding.phase().id());
        if (finding.conditional()) {
            html.text(" · under a condition that the scripts alone can't answer");
        }
        html.end().line();
        if (location != null && !location.line().isBlank()) {
            SqlText.excerpt(location, dialect, html);
        }
        advice(finding, dialect, html);
        html.end().line();
    }

    private static void advice(Finding finding, Dialect dialect, Html html) {
        html.begin("dl").line();
        if (!finding.breaks().isEmpty()) {
            entry("Breaks", Wording.breaks(finding.breaks()), html);
        }
        for (String consequence : finding.consequences()) {
            entry("With it", consequence, html);
        }
        for (String related : finding.related()) {
            entry("See also", related, html);
        }
        entry("Why", finding.why(), html);
        html.element("dt", "Instead")
                .begin("dd")
                .text(finding.fix().lines().findFirst().orElse(""));
        if (!finding.fixSql().isBlank()) {
            SqlText.block(finding.fixSql(), dialect, html);
        }
        html.end().line();
        String reason = finding.suppressed();
        if (reason != null) {
            entry("Accepted because", reason, html);
        }
        String allow = finding.allow();
        if (reason == null && allow != null) {
            html.element("dt", "If it can't be avoided")
                    .begin("dd")
                    .element("code", allow)
                    .end()
                    .line();
        }
        html.end().line();
    }

    private static void entry(String label, String text, Html html) {
        html.element("dt", label).element("dd", text).line();
    }

    /** What the search looks in. */
    private static String words(Finding finding) {
        Location location = finding.location();
        return String.join(
                        " ",
                        finding.rule().id(),
                        finding.object(),
                        finding.message(),
                        finding.history() == null ? "" : finding.history(),
                        location == null ? "" : location.file() + " " + String.join(" ", location.lines()))
                .toLowerCase(Locale.ROOT);
    }
}
