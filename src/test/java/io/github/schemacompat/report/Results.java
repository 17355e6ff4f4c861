package io.github.schemacompat.report;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Break;
import io.github.schemacompat.rule.Family;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.RuleInfo;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results for the tests of reports. */
final class Results {
    static final RuleInfo RULE = new RuleInfo(
            "column-dropped", Family.COMPAT, Severity.ERROR, "A column is dropped", "Readers break.", "Keep it.");

    private Results() {}

    /** A finding about the first place where a piece of SQL stands. */
    static Finding finding(String sql, String clause, String object) {
        return finding(Severity.ERROR, sql, clause, object, null);
    }

    /** @param suppressed the reason why it is accepted, or null */
    static Finding finding(Severity severity, String sql, String clause, String object, @Nullable String suppressed) {
        SourceText source = SourceText.of("db/V2__x.sql", sql);
        int start = sql.indexOf(clause);
        Span span = source.span(start, start + clause.length());
        return new Finding(
                RULE,
                severity,
                null,
                object,
                ObjectKind.COLUMN,
                "Column " + object + " is dropped",
                "Release 1.0 still reads it.",
                "Keep the column:\n    -- no SQL",
                List.of(new Break("1.1", true, true, false), new Break("1.0", true, true, false)),
                Phase.PRE,
                false,
                Location.of(span),
                List.of("index IX_A"),
                List.of(),
                "f00",
                null,
                suppressed);
    }

    static CheckResult failed(List<Finding> findings) {
        return new CheckResult(
                Outcome.FAILED,
                List.of(new Problem("fewer-releases", "2 releases were asked for, 1 was found", null, null)),
                List.of(new HistoryResult(
                        null,
                        "postgresql",
                        "flyway",
                        "git tag v1.1",
                        List.of("dialect: postgresql (jsonb in V1__a.sql)"),
                        List.of("1.1", "1.0"),
                        3,
                        1,
                        new ReadingFigures(9, 5, 2, 0, 8),
                        List.of("V2__x.sql:3:1 sequence s is changed"),
                        Map.of())),
                findings,
                "unsafe",
                Severity.ERROR,
                "services/orders");
    }

    /** What a run leaves that could not read a file. */
    static CheckResult notChecked() {
        return new CheckResult(
                Outcome.NOT_CHECKED,
                List.of(new Problem("accepted-unreadable", "No JSON: 100%, <b>", "src/accepted.json", 3)),
                List.of(),
                List.of(),
                "unsafe",
                Severity.ERROR,
                "services/orders");
    }

    /** A report as a text. */
    static String written(String format, CheckResult result) {
        StringWriter text = new StringWriter();
        try {
            Reports.byId(format).orElseThrow().write(result, new Tool("schema-compat-maven-plugin", "1.0"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
