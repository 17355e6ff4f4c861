package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Locale;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class ReportMojoTest extends GoalTest {
    private static final String TABLE = "CREATE TABLE customers (id bigserial PRIMARY KEY, fax text);\n";

    private void aReleaseAndAScriptThatBreaksIt() throws Exception {
        write("released/V1__shop.sql", TABLE);
        write(SCRIPTS + "V1__shop.sql", TABLE);
        write(SCRIPTS + "V2__no_fax.sql", "ALTER TABLE customers DROP COLUMN fax;\n");
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "baseline", value = "directory:1.0=released")
    void calledByItselfItWritesThePageOfFindings(ReportMojo report) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        assertThatNoException().as("a site has findings, and is built").isThrownBy(report::execute);
        assertThat(base.resolve("target/site/schema-compat.html")).content().contains("customers.fax");
        assertThat(log.lines).contains("[INFO] Written: target/site/schema-compat.html");
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "baseline", value = "directory:1.0=released")
    void inASiteItIsAPageAmongTheReports(ReportMojo report) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        assertThat(report.canGenerateReport()).isTrue();
        assertThat(report.isExternalReport()).isFalse();
        assertThat(report.getName(Locale.GERMAN)).isEqualTo("Schema compatibility");
        report.setReportOutputDirectory(base.resolve("site").toFile());
        assertThat(report.getReportOutputDirectory())
                .isEqualTo(base.resolve("site").toFile());
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "baseline", value = "directory:1.0=nowhere")
    void whatCouldNotBeCheckedIsSaidAndTheSiteIsBuilt(ReportMojo report) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        assertThat(report.canGenerateReport()).isTrue();
        report.execute();
        assertThat(log.lines).anyMatch(line -> line.startsWith("[WARNING] The scripts 'nowhere' don't exist"));
        assertThat(base.resolve("target/site/schema-compat.html")).content().contains("nowhere");
    }

    @Test
    @InjectMojo(goal = "report")
    void withoutScriptsThereIsNoPage(ReportMojo report) throws Exception {
        assertThat(report.canGenerateReport()).isFalse();
        report.execute();
        assertThat(base.resolve("target/site")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "report")
    void skippedThereIsNoPage(ReportMojo report) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        commandLine.setProperty("schema-compat.skip", "true");
        assertThat(report.canGenerateReport()).isFalse();
    }
}
