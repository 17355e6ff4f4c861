package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.rule.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JUnit report as the parser of Maven's test reports reads it. */
class JUnitReportTest {
    private static final String SQL = "ALTER TABLE t\n  DROP COLUMN b -- & <b>";

    @TempDir
    private Path folder;

    private List<ReportTestSuite> read(CheckResult result) throws Exception {
        Files.writeString(folder.resolve("TEST-schema-compat.xml"), Results.written("junit", result));
        return new SurefireReportParser(List.of(folder.toFile()), new NullConsoleLogger()).parseXMLReportFiles();
    }

    @Test
    void whatFailsTheBuildIsAFailureAndWhatIsAcceptedIsSkipped() throws Exception {
        List<ReportTestSuite> suites = read(Results.failed(List.of(
                Results.finding(SQL, "DROP COLUMN b", "t.b"),
                Results.finding(Severity.WARNING, SQL, "ALTER", "t", null),
                Results.finding(Severity.ERROR, SQL, "TABLE", "t.\u0001<b>", "looked at & fine"))));
        assertThat(suites).extracting(ReportTestSuite::getName).containsExactly("schema-compat", "column-dropped");
        ReportTestSuite suite = suites.get(1);
        assertThat(suite.getNumberOfTests()).isEqualTo(3);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        assertThat(suite.getNumberOfErrors()).isZero();
        assertThat(suite.getNumberOfSkipped()).isEqualTo(1);
        assertThat(suite.getTestCases())
                .extracting(
                        ReportTestCase::getFullClassName, ReportTestCase::getName, ReportTestCase::getFailureMessage)
                .containsExactly(
                        tuple("schema-compat.column-dropped", "t.b (db/V2__x.sql:2)", "Column t.b is dropped"),
                        tuple("schema-compat.column-dropped", "t (db/V2__x.sql:1)", null),
                        tuple("schema-compat.column-dropped", "t.?<b> (db/V2__x.sql:1)", "looked at & fine"));
        ReportTestCase failed = suite.getTestCases().get(0);
        assertThat(failed.hasFailure()).isTrue();
        assertThat(failed.getFailureDetail())
                .contains("DROP COLUMN b -- & <b>", "Breaks: readers and writers of 1.1, 1.0", "Fix: Keep the column");
    }

    @Test
    void whatCouldNotBeCheckedIsAnError() throws Exception {
        ReportTestSuite suite = read(Results.notChecked()).get(0);
        assertThat(suite.getNumberOfErrors()).isEqualTo(1);
        assertThat(suite.getTestCases())
                .singleElement()
                .satisfies(test -> assertThat(test.hasError()).isTrue());
    }
}
