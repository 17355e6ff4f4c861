package io.github.schemacompat.maven;

import io.github.schemacompat.report.Wording;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.source.Location;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/** The page of the site. The sink escapes what is written as text. */
final class SitePage {
    private SitePage() {}

    static void write(CheckResult result, Sink sink) {
        sink.head();
        sink.title();
        sink.text("Schema compatibility");
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        title(sink, "Schema compatibility");
        paragraph(sink, Wording.verdict(result) + ".");
        for (Problem problem : result.problems()) {
            paragraph(sink, problem.message());
        }
        for (HistoryResult history : result.histories()) {
            String name = history.name() == null ? "" : history.name() + ": ";
            paragraph(sink, name + "baseline: " + history.baseline() + "; " + Wording.reading(history) + ".");
        }
        findings(result, sink);
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    private static void findings(CheckResult result, Sink sink) {
        List<Finding> findings =
                result.findings().stream().sorted(Wording.WORST_FIRST).toList();
        for (Finding finding : findings) {
            sink.section2();
            sink.sectionTitle2();
            String reason = finding.suppressed();
            sink.text((reason == null ? finding.severity().id() : "accepted") + ": " + finding.message());
            sink.sectionTitle2_();
            Location location = finding.location();
            sink.paragraph();
            code(sink, finding.rule().id());
            if (location != null) {
                sink.text(" at ");
                code(sink, location.file() + ":" + location.start());
            }
            if (!finding.breaks().isEmpty()) {
                sink.text(" breaks " + Wording.breaks(finding.breaks()));
            }
            sink.paragraph_();
            if (location != null && !location.line().isBlank()) {
                verbatim(sink, String.join("\n", location.lines()));
            }
            paragraph(sink, finding.why());
            paragraph(sink, "Instead: " + finding.fix().lines().findFirst().orElse(""));
            if (!finding.fixSql().isBlank()) {
                verbatim(sink, finding.fixSql());
            }
            if (reason != null) {
                paragraph(sink, "Accepted because " + reason);
            }
            sink.section2_();
        }
    }

    private static void title(Sink sink, String text) {
        sink.sectionTitle1();
        sink.text(text);
        sink.sectionTitle1_();
    }

    private static void paragraph(Sink sink, String text) {
        sink.paragraph();
        sink.text(text);
        sink.paragraph_();
    }

    private static void verbatim(Sink sink, String text) {
        sink.verbatim(null);
        sink.text(text);
        sink.verbatim_();
    }

    private static void code(Sink sink, String text) {
        sink.monospaced();
        sink.text(text);
        sink.monospaced_();
    }
}
