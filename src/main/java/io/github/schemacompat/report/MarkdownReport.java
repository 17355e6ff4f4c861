package io.github.schemacompat.report;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.source.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code findings.md}: fits a comment on a pull request, worst first; what doesn't fit is counted. */
final class MarkdownReport implements Report {
    /** A comment holds 65,536 characters; something is left for what others write around it. */
    private static final int MOST_CHARACTERS = 60_000;

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "findings.md";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        to.write(text(result));
    }

    static String text(CheckResult result) {
        StringBuilder page = new StringBuilder("## " + sign(result) + " Database schema\n\n");
        page.append("**").append(Markdown.text(Wording.verdict(result))).append(".**\n\n");
        for (Problem problem : result.problems()) {
            page.append("- ")
                    .append(Markdown.text(Wording.place(problem) + problem.message()))
                    .append('\n');
        }
        for (HistoryResult history : result.histories()) {
            page.append("- ");
            if (history.name() != null) {
                page.append(Markdown.code(history.name())).append(": ");
            }
            page.append(Markdown.text("judged against "
                            + (history.releases().isEmpty() ? "no release" : String.join(", ", history.releases()))
                            + " (" + history.baseline() + "); " + Wording.reading(history)))
                    .append('\n');
        }
        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.suppressed() == null)
                .sorted(Wording.WORST_FIRST)
                .toList();
        List<Finding> accepted = result.findings().stream()
                .filter(finding -> finding.suppressed() != null)
                .toList();
        int shown = 0;
        for (Finding finding : findings) {
            String one = finding(finding);
            if (page.length() + one.length() > MOST_CHARACTERS) {
                break;
            }
            page.append(one);
            shown++;
        }
        if (shown < findings.size()) {
            page.append("\n… and ")
                    .append(Wording.counted(findings.size() - shown, "more finding"))
                    .append("; the other reports of this build have them all.\n");
        }
        accepted(accepted, page);
        return page.toString();
    }

    private static String sign(CheckResult result) {
        if (result.outcome() == Outcome.NOT_CHECKED) {
            return "❔";
        }
        return result.outcome() == Outcome.FAILED ? "❌" : result.count(Severity.WARNING) > 0 ? "⚠️" : "✅";
    }

    private static String finding(Finding finding) {
        StringBuilder text = new StringBuilder("\n### ");
        Location location = finding.location();
        text.append(
                        switch (finding.severity()) {
                            case ERROR -> "❌";
                            case WARNING -> "⚠️";
                            default -> "ℹ️";
                        })
                .append(' ')
                .append(Markdown.text(finding.message()))
                .append("\n\n");
        text.append(Markdown.code(finding.rule().id()));
        if (location != null) {
            text.append(" in ")
                    .append(Markdown.code(
                            location.file() + ":" + location.start().line()));
        }
        if (!finding.breaks().isEmpty()) {
            text.append(" breaks ").append(Markdown.text(Wording.breaks(finding.breaks())));
        }
        text.append(".\n\n");
        if (location != null && !location.line().isBlank()) {
            text.append(Markdown.block(String.join("\n", location.lines()))).append('\n');
        }
        text.append(Markdown.text(finding.why())).append("\n\n");
        String sql = finding.fixSql();
        text.append("**Instead:** ")
                .append(Markdown.text(finding.fix().lines().findFirst().orElse("")))
                .append('\n');
        if (!sql.isBlank()) {
            text.append('\n').append(Markdown.block(sql));
        }
        return text.toString();
    }

    private static void accepted(List<Finding> accepted, StringBuilder page) {
        if (accepted.isEmpty()) {
            return;
        }
        StringBuilder table = new StringBuilder("\n<details><summary>")
                .append(Wording.counted(accepted.size(), "accepted finding"))
                .append("</summary>\n\n| rule | what | because |\n|---|---|---|\n");
        for (Finding finding : accepted) {
            String reason = finding.suppressed();
            table.append("| ")
                    .append(Markdown.code(finding.rule().id()))
                    .append(" | ")
                    .append(Markdown.text(finding.message()))
                    .append(" | ")
                    .append(Markdown.text(reason == null ? "" : reason))
                    .append(" |\n");
        }
        table.append("\n</details>\n");
        if (page.length() + table.length() > MOST_CHARACTERS) {
            page.append("\n")
                    .append(Wording.counted(accepted.size(), "accepted finding"))
                    .append(".\n");
        } else {
            page.append(table);
        }
    }
}
