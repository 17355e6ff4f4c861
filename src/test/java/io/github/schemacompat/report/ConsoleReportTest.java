package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static final String EXPLAIN = "mvn schema-compat:explain";

    private static List<String> lines(List<Finding> findings) {
        return ConsoleReport.lines(Results.failed(findings), "target/findings.json", EXPLAIN).stream()
                .map(ConsoleReport.Line::text)
                .toList();
    }

    @Test
    void showsThePlaceTheCulpritTheUsersAndTheWayOut() {
        assertThat(lines(List.of(
                        Results.finding("ALTER TABLE t\n\tDROP COLUMN a,\n\tDROP COLUMN b", "DROP COLUMN b", "t.b"))))
                .containsExactly(
                        "dialect: postgresql (jsonb in V1__a.sql)",
                        "baseline: git tag v1.1",
                        "2 releases were asked for, 1 was found",
                        "",
                        "column-dropped: A column is dropped",
                        "  db/V2__x.sql:3:2: Column t.b is dropped",
                        "    3 |     DROP COLUMN b",
                        "      |     ^^^^^^^^^^^^^",
                        "    Breaks: readers and writers of 1.1, 1.0",
                        "    With it: index IX_A",
                        "    Why: Release 1.0 still reads it.",
                        "    Fix: Keep the column:",
                        "          -- no SQL",
                        "  More: mvn schema-compat:explain -Dschema-compat.rule=column-dropped",
                        "3 scripts, 1 new; 9 statements read in the new ones, 0 not understood; JSqlParser read 8 statements and queries in them",
                        "1 change not judged yet: V2__x.sql:3:1 sequence s is changed",
                        "Not compatible with the supported releases: 1 error, 0 warnings, 0 notes; rollback unsafe");
    }

    @Test
    void levelsFollowTheSeverity() {
        assertThat(ConsoleReport.lines(
                        Results.failed(List.of(Results.finding("DROP COLUMN b", "DROP COLUMN b", "t.b"))),
                        "x",
                        EXPLAIN))
                .filteredOn(line -> line.text().contains("is dropped"))
                .extracting(ConsoleReport.Line::severity)
                .containsOnly(Severity.ERROR);
    }

    @Test
    void capsManyFindingsOfOneRuleAndSaysAdviceOnce() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            findings.add(Results.finding("DROP COLUMN b" + i, "DROP COLUMN b" + i, "t.b" + i));
        }
        List<String> lines = lines(findings);
        assertThat(lines).contains("column-dropped (12 findings): A column is dropped");
        assertThat(lines).contains("  … and 7 more; all are in target/findings.json");
        assertThat(lines).filteredOn(line -> line.startsWith("    Why:")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("^^^")).hasSize(5);
    }

    @Test
    void cutsLongLinesAroundTheCulprit() {
        String sql = "x".repeat(400) + " DROP COLUMN b " + "y".repeat(400);
        List<String> lines = lines(List.of(Results.finding(sql, "DROP COLUMN b", "t.b")));
        String excerpt = lines.stream()
                .filter(line -> line.startsWith("    1 | "))
                .findFirst()
                .orElseThrow();
        String marks =
                lines.stream().filter(line -> line.contains("^")).findFirst().orElseThrow();
        assertThat(excerpt).hasSizeLessThan(200).contains("…").endsWith("…");
        assertThat(excerpt.substring(marks.indexOf('^'), marks.lastIndexOf('^') + 1))
                .isEqualTo("DROP COLUMN b");
    }

    @Test
    void controlCharactersOfAScriptDoNotReachTheTerminal() {
        assertThat(String.join("", lines(List.of(Results.finding("\u001b[31m DROP COLUMN b", "DROP COLUMN b", "t.b")))))
                .doesNotContain("\u001b");
    }
}
