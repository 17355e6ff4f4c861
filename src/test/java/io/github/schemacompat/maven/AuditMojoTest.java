package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class AuditMojoTest extends GoalTest {
    private static final String TABLE = "CREATE TABLE customers (id bigserial PRIMARY KEY, fax text);\n";

    private void aReleaseAndAScriptThatBreaksIt() throws Exception {
        write("released/V1__shop.sql", TABLE);
        write(SCRIPTS + "V1__shop.sql", TABLE);
        write(SCRIPTS + "V2__no_fax.sql", "ALTER TABLE customers DROP COLUMN fax;\n");
    }

    @Test
    @InjectMojo(goal = "audit")
    @MojoParameter(name = "baseline", value = "directory:1.0=released")
    void aBreakIsToldAndFailsNothing(AuditMojo audit) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        assertThatNoException().isThrownBy(audit::execute);
        assertThat(log.lines)
                .contains(
                        "[INFO] Written: target/schema-compat/audit.json",
                        "[INFO] Written: target/schema-compat/audit.html");
        assertThat(base.resolve("target/schema-compat/audit.json"))
                .content()
                .contains("\"application\": \"1.0\"", "\"runs\": false");
    }

    @Test
    @InjectMojo(goal = "audit")
    @MojoParameter(name = "baseline", value = "directory:1.0=released")
    @MojoParameter(name = "failOn", value = "error")
    void aBreakFailsWhereThatIsSaid(AuditMojo audit) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(audit::execute)
                .withMessage(
                        "The audit found what failOn says must fail the build. The reports say what, where and why.");
        assertThat(base.resolve("target/schema-compat/audit.html")).isNotEmptyFile();
    }

    @Test
    @InjectMojo(goal = "audit")
    @MojoParameter(name = "baseline", value = "none")
    void theFormatsAreThoseThatAnAuditHas(AuditMojo audit) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        commandLine.setProperty("schema-compat.reports", "json,sarif");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(audit::execute)
                .withMessage("Parameter reports: an audit has no format 'sarif'. There are: json, html, markdown.");
        assertThat(base.resolve("target/schema-compat/audit.json")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "audit")
    @MojoParameter(name = "baseline", value = "directory:1.0=nowhere")
    void whatCannotBeReadIsAnErrorAndLeavesNoOldReport(AuditMojo audit) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        write("target/schema-compat/audit.json", "old");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(audit::execute)
                .withMessageContaining("nowhere");
        assertThat(base.resolve("target/schema-compat/audit.json")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "audit")
    void withoutScriptsItIsSilent(AuditMojo audit) throws Exception {
        audit.execute();
        assertThat(log.lines).containsExactly("[DEBUG] No migration scripts here, and no release had any");
        assertThat(base.resolve("target/schema-compat")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "audit")
    void skipped(AuditMojo audit) throws Exception {
        aReleaseAndAScriptThatBreaksIt();
        commandLine.setProperty("schema-compat.skip", "");
        audit.execute();
        assertThat(log.lines).containsExactly("[INFO] Skipped: schema-compat.skip is set");
    }
}
