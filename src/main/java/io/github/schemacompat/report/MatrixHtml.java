package io.github.schemacompat.report;

import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The matrix as a picture: a table of coloured cells that can be chosen by mouse and by keys, with the reasons below. */
final class MatrixHtml {
    /** From this many databases on, cells are small and have no words. */
    private static final int MANY = 13;

    private static final int MOST_REASONS = 10;

    private MatrixHtml() {}

    /** @param number of the history, for ids */
    static void write(AuditedHistory history, int number, Html html) {
        String name = history.name() == null ? "" : ": " + history.name();
        html.begin("section", "class", "audited")
                .element("h2", "Applications and databases" + name)
                .line();
        boolean many = history.databases().size() >= MANY;
        html.element(
                        "p",
                        "A row for each application release, a column for each database. The frame marks the database that"
                                + " a release shipped with. Choose a cell for the reasons; arrow keys move.",
                        "class",
                        "legend")
                .line();
        html.begin("div", "class", "scroll")
                .begin("table", "class", many ? "matrix many" : "matrix", "role", "grid")
                .line();
        html.begin("thead").begin("tr").element("th", "", "scope", "col");
        history.databases().forEach(database -> html.element("th", database.name(), "scope", "col"));
        html.end().end().line().begin("tbody").line();
        AuditedHistory.Verdict[][] matrix = history.matrix();
        for (int release = history.releases().size() - 1; release >= 0; release--) {
            row(history, release, matrix[release], many, html);
        }
        html.end().end().end().line();
        html.begin("div", "class", "cell", "role", "status", "aria-live", "polite")
                .element("p", "No cell is chosen.")
                .end()
                .line();
        reasons(history, number, html);
        html.end().line();
    }

    private static void row(
            AuditedHistory history, int release, AuditedHistory.Verdict[] cells, boolean many, Html html) {
        AuditedHistory.AuditedRelease shown = history.releases().get(release);
        List<AuditedHistory.Reason> reasons = history.reasonsOf(release);
        html.begin("tr").element("th", shown.name() + (shown.supported() ? " ●" : ""), "scope", "row");
        for (int database = 0; database < cells.length; database++) {
            String verdict = AuditWording.cell(cells[database]);
            boolean own = shown.database() == database;
            StringBuilder because = new StringBuilder();
            int count = 0;
            for (AuditedHistory.Reason reason : reasons) {
                if (reason.from() <= database && database <= reason.to()) {
                    if (count++ < MOST_REASONS) {
                        because.append(because.length() == 0 ? "" : " ").append(reason.finding());
                    }
                }
            }
            html.begin(
                    "td",
                    "class",
                    cells[database].name().toLowerCase(Locale.ROOT) + (own ? " own" : ""),
                    "role",
                    "gridcell",
                    "tabindex",
                    "-1",
                    "data-reasons",
                    because.length() == 0 ? null : because.toString(),
                    "data-count",
                    count > MOST_REASONS ? Integer.toString(count) : null,
                    "aria-label",
                    many ? verdict : null);
            html.text(many ? "" : verdict).end();
        }
        html.end().line();
    }

    /** What the cells refer to; the page's script shows those of the chosen cell. */
    private static void reasons(AuditedHistory history, int number, Html html) {
        TreeSet<Integer> used = new TreeSet<>();
        for (int release = 0; release < history.releases().size(); release++) {
            history.reasonsOf(release).forEach(reason -> used.add(reason.finding()));
        }
        html.begin("details", "class", "reasons");
        html.element("summary", "All reasons (" + used.size() + ")")
                .begin("ul", "class", "plain")
                .line();
        for (int index : used) {
            Finding finding = history.breaks().get(index);
            Location location = finding.location();
            html.begin("li", "data-reason", Integer.toString(index));
            html.element(
                    "span",
                    FindingHtml.label(finding.severity().id()),
                    "class",
                    "badge " + finding.severity().id());
            html.text(" " + finding.message() + " ")
                    .element("code", finding.rule().id());
            if (location != null) {
                html.text(" at ").element("code", location.file() + ":" + location.start());
            }
            html.end().line();
        }
        html.end().end().line();
    }
}
