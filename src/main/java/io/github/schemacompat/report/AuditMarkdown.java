package io.github.schemacompat.report;

import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code audit.md}: the matrix and the registers as tables; of a large matrix, the last releases and databases. */
final class AuditMarkdown implements AuditReport {
    private static final int MOST_COLUMNS = 12;
    private static final int MOST_ROWS = 24;

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "audit.md";
    }

    @Override
    public void write(AuditResult result, Tool tool, Writer to) throws IOException {
        StringBuilder page = new StringBuilder("# Release audit\n\n**" + AuditWording.verdict(result) + ".**\n");
        result.problems()
                .forEach(problem -> page.append("\n- ")
                        .append(Markdown.text(Wording.place(problem) + problem.message()))
                        .append('\n'));
        for (AuditedHistory history : result.histories()) {
            history(history, page);
        }
        to.write(page.toString());
    }

    private static void history(AuditedHistory history, StringBuilder page) {
        page.append("\n## Applications and databases");
        if (history.name() != null) {
            page.append(": ").append(Markdown.text(history.name()));
        }
        page.append("\n\n")
                .append(Markdown.text(AuditWording.cells(history) + ". Baseline: " + history.baseline()))
                .append("\n\n");
        matrix(history, page);
        page.append("\n## Rollback\n\n| from | to | rollback | because |\n|---|---|---|---|\n");
        for (AuditedHistory.Step step : history.steps()) {
            Integer finding = step.finding();
            row(
                    page,
                    step.from(),
                    step.to(),
                    step.rollback(),
                    (step.script() == null ? "" : step.script())
                            + (finding == null
                                    ? ""
                                    : ": " + history.breaks().get(finding).message()));
        }
        page.append("\n## Deprecated objects\n\n| object | since | because | may go |\n|---|---|---|---|\n");
        history.deprecated()
                .forEach(object ->
                        row(page, object.object(), object.since(), object.because(), AuditWording.may(object)));
        page.append("\n## Accepted\n\n| rules | on | because | until | state | place |\n|---|---|---|---|---|---|\n");
        history.suppressions()
                .forEach(each -> row(
                        page,
                        String.join(", ", each.rules()),
                        each.target() == null ? "" : each.target(),
                        each.because(),
                        each.until() == null ? "" : each.until(),
                        each.state(),
                        each.file() + ":" + each.line()));
        page.append("\n## Changes\n");
        for (AuditedHistory.AuditedRelease release : history.releases()) {
            page.append("\n### ").append(Markdown.text(release.name())).append("\n\n");
            List<String> changes = release.changes().isEmpty() ? List.of("No change of the schema") : release.changes();
            changes.forEach(
                    change -> page.append("- ").append(Markdown.text(change)).append('\n'));
        }
        long changed =
                history.scripts().stream().filter(script -> !script.unchanged()).count();
        page.append("\n## Released scripts\n\n")
                .append(Wording.counted(history.scripts().size(), "script"))
                .append(", ")
                .append(changed)
                .append(" not as released.\n");
        history.scripts().stream()
                .filter(script -> !script.unchanged())
                .forEach(script -> page.append("\n- ")
                        .append(Markdown.code(script.path()))
                        .append(": ")
                        .append(Markdown.text(String.valueOf(script.note())))
                        .append('\n'));
    }

    private static void matrix(AuditedHistory history, StringBuilder page) {
        AuditedHistory.Verdict[][] matrix = history.matrix();
        int firstColumn = Math.max(0, history.databases().size() - MOST_COLUMNS);
        int firstRow = Math.max(0, history.releases().size() - MOST_ROWS);
        page.append("| application |");
        for (int database = firstColumn; database < history.databases().size(); database++) {
            page.append(' ')
                    .append(Markdown.text(history.databases().get(database).name()))
                    .append(" |");
        }
        page.append("\n|---|")
                .append("---|".repeat(history.databases().size() - firstColumn))
                .append('\n');
        for (int release = firstRow; release < history.releases().size(); release++) {
            page.append("| ")
                    .append(Markdown.text(history.releases().get(release).name()))
                    .append(" |");
            for (int database = firstColumn; database < history.databases().size(); database++) {
                page.append(
                        switch (matrix[release][database]) {
                            case RUNS -> " ✅ |";
                            case WARNS -> " ⚠️ |";
                            case BREAKS -> " ❌ |";
                        });
            }
            page.append('\n');
        }
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(Markdown.text(cell)).append(' ');
        }
        page.append("|\n");
    }
}
