package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.schemacompat.check.CannotCheckException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends GoalTest {
    private static final String RELEASED = "directory:1.0=released";

    @BeforeEach
    void aReleaseAndABreakingScript() throws IOException {
        String shop = "CREATE TABLE customers (id bigserial PRIMARY KEY, name text, email text);\n";
        write("released/V1__shop.sql", shop);
        write(SCRIPTS + "V1__shop.sql", shop);
        write(SCRIPTS + "V2__no_email.sql", "ALTER TABLE customers DROP COLUMN email;\n");
    }

    private Path report() {
        return base.resolve("target/schema-compat/findings.json");
    }

    private static MojoFailureException fails(CheckMojo check) {
        return assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(check::execute)
                .actual();
    }

    private static MojoExecutionException cannotCheck(CheckMojo check) {
        return assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(check::execute)
                .actual();
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    void findingsFailTheBuildWhenTheReportIsWritten(CheckMojo check) {
        assertThat(fails(check))
                .hasMessage(
                        "The migration scripts break a supported release or can't be judged: 1 error. Each is shown"
                                + " above with its place and what to do instead; all are in target/schema-compat/findings.html.");
        assertThat(report()).content().contains("\"outcome\": \"failed\"", "\"rule\": \"column-dropped\"");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    void everythingElseIsFoundOut(CheckMojo check) {
        fails(check);
        assertThat(log.lines)
                .startsWith(
                        "[INFO] scripts: src/main/resources/db/migration (a usual folder)",
                        "[INFO] layout: flyway",
                        "[INFO] dialect: postgresql (serial)",
                        "[INFO] baseline: directory released as 1.0")
                .contains(
                        "[ERROR]   " + SCRIPTS + "V2__no_email.sql:1:23: Column customers.email is dropped",
                        "[ERROR]   More: mvn schema-compat:explain -Dschema-compat.rule=column-dropped",
                        "[ERROR] Not compatible with the supported releases: 1 error, 0 warnings, 0 notes; rollback"
                                + " unsafe");
    }

    @Test
    @InjectMojo(goal = "check")
    void noReleaseYetIsAWarning(CheckMojo check) {
        assertThatNoException().isThrownBy(check::execute);
        assertThat(log.lines)
                .filteredOn(line -> line.startsWith("[WARNING] "))
                .singleElement()
                .asString()
                .startsWith("[WARNING] There is no release to be compatible with yet");
        assertThat(report()).content().contains("\"outcome\": \"passed\"", "\"code\": \"no-release-yet\"");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "skip", value = "true")
    void skipDoesNothingAndSaysSo(CheckMojo check) {
        assertThatNoException().isThrownBy(check::execute);
        assertThat(log.lines).containsExactly("[INFO] Skipped: schema-compat.skip is set");
        assertThat(report()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "baseline", value = RELEASED)
    void theCommandLineCanUndoASkip(CheckMojo check) {
        commandLine.setProperty("schema-compat.skip", "false");
        fails(check);
    }

    @Test
    @InjectMojo(goal = "check")
    void aModuleWithoutScriptsIsSilentAndLeavesNoOldReport(CheckMojo check) throws IOException {
        Files.delete(base.resolve(SCRIPTS + "V1__shop.sql"));
        Files.delete(base.resolve(SCRIPTS + "V2__no_email.sql"));
        write("target/schema-compat/findings.json", "{}");
        assertThatNoException().isThrownBy(check::execute);
        assertThat(log.lines).allMatch(line -> line.startsWith("[DEBUG] "));
        assertThat(report()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check")
    void sqlThatNobodyTakesForMigrationsIsNamed(CheckMojo check) throws IOException {
        Files.delete(base.resolve(SCRIPTS + "V1__shop.sql"));
        Files.delete(base.resolve(SCRIPTS + "V2__no_email.sql"));
        write("src/main/resources/sql/schema.sql", "CREATE TABLE a (b int);");
        write("src/main/resources/sql/data.sql", "INSERT INTO a VALUES (1);");
        write("src/test/resources/sql/fixture.sql", "CREATE TABLE c (b int);");
        assertThatNoException().isThrownBy(check::execute);
        assertThat(log.lines)
                .filteredOn(line -> !line.startsWith("[DEBUG] "))
                .containsExactly(
                        "[INFO] No migration scripts were found, and nothing is checked. There is SQL that no tool's names or marks"
                                + " tell to be migrations: src/main/resources/sql (2). If it is, set schema-compat.scripts to its"
                                + " folder.");
        assertThat(report()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "scripts", value = "nowhere")
    @MojoParameter(name = "failOn", value = "never")
    void whatCantBeCheckedIsAnErrorAlsoWhereFindingsNeverFail(CheckMojo check) throws IOException {
        write("target/schema-compat/findings.json", "{}");
        assertThat(cannotCheck(check))
                .hasMessage(
                        "The scripts 'nowhere' don't exist: there is no nowhere. Correct the parameter 'scripts'; paths"
                                + " are relative to the project's folder.")
                .hasCauseInstanceOf(CannotCheckException.class);
        assertThat(report())
                .content()
                .contains("\"outcome\": \"not-checked\"", "\"code\": \"scripts-not-found\"", "\"file\": \"nowhere\"");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    @MojoParameter(name = "failOn", value = "never")
    void findingsThatNeverFailAreReportedAllTheSame(CheckMojo check) {
        assertThatNoException().isThrownBy(check::execute);
        assertThat(report()).content().contains("\"outcome\": \"passed\"", "\"rule\": \"column-dropped\"");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "reports", value = "json,pdf")
    void anUnknownFormatIsRefusedBeforeAnythingIsChecked(CheckMojo check) {
        assertThat(cannotCheck(check))
                .hasMessage("Parameter reports: there is no format 'pdf'."
                        + " There are: json, html, sarif, junit, github, gitlab, markdown.");
        assertThat(report()).content().contains("\"outcome\": \"not-checked\"", "there is no format 'pdf'");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    @MojoParameter(name = "failOn", value = "error")
    void theCommandLineWinsOverALiteralInThePom(CheckMojo check) {
        commandLine.setProperty("schema-compat.failOn", "never");
        assertThatNoException().isThrownBy(check::execute);
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = "none")
    @MojoParameter(name = "scripts", value = "nowhere")
    @MojoParameter(name = "window", value = "0")
    @MojoParameter(name = "reports", value = "pdf")
    void theCommandLineWinsForListsAndNumbersToo(CheckMojo check) {
        commandLine.setProperty("schema-compat.baseline", RELEASED);
        commandLine.setProperty("schema-compat.scripts", SCRIPTS + "V1__shop.sql , " + SCRIPTS + "V2__no_email.sql");
        commandLine.setProperty("schema-compat.window", "1");
        commandLine.setProperty("schema-compat.reports", "json");
        fails(check);
        assertThat(report()).content().contains("\"total\": 2");
    }

    @Test
    @InjectMojo(goal = "check")
    void aListThatIsSetAndEmptyOnTheCommandLineIsAnError(CheckMojo check) {
        commandLine.setProperty("schema-compat.scripts", "");
        assertThat(cannotCheck(check)).hasMessageStartingWith("The parameter 'scripts' is set, but empty.");
    }

    @Test
    @InjectMojo(goal = "check")
    void aNumberThatIsNoneIsAnError(CheckMojo check) {
        commandLine.setProperty("schema-compat.window", "two");
        assertThat(cannotCheck(check)).hasMessage("Parameter window: 'two' is no number. Set it to a whole number.");
        assertThat(report()).content().contains("\"outcome\": \"not-checked\"", "\"code\": \"invalid-parameter\"");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    void aSeverityOfOneRuleIsSetOnTheCommandLine(CheckMojo check) {
        commandLine.setProperty("schema-compat.severity.column-dropped", "warning");
        assertThatNoException().isThrownBy(check::execute);
        assertThat(log.lines)
                .contains(
                        "[WARNING]   " + SCRIPTS + "V2__no_email.sql:1:23: Column customers.email is dropped",
                        "[INFO] Compatible with the supported releases: 0 errors, 1 warning, 0 notes; rollback unsafe");
    }

    @Test
    @InjectMojo(goal = "check")
    void aSeverityOfARuleThatDoesntExistIsAnErrorOnTheCommandLineToo(CheckMojo check) {
        commandLine.setProperty("schema-compat.severity.column-drop", "warning");
        assertThat(cannotCheck(check)).hasMessageStartingWith("Parameter severities: there is no rule 'column-drop'");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    void reportsGoWhereTheyAreWanted(CheckMojo check) {
        commandLine.setProperty("schema-compat.outputDirectory", "build/reports");
        assertThat(fails(check)).hasMessageEndingWith("all are in build/reports/findings.html.");
        assertThat(base.resolve("build/reports/findings.json")).exists();
        assertThat(report()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    void whereNothingCanBeWrittenTheBuildFailsAndSaysWhy(CheckMojo check) throws IOException {
        write("target", "a file");
        assertThat(cannotCheck(check))
                .hasMessage("The reports can't be written to " + base.resolve("target/schema-compat")
                        + ": Not a directory. Make room there, or set schema-compat.outputDirectory to a folder that can be"
                        + " written.");
        commandLine.setProperty("schema-compat.outputDirectory", "build");
        fails(check);
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "baseline", value = RELEASED)
    void aFolderThatIsReadOnlyIsNamed(CheckMojo check) throws IOException {
        Path target = Files.createDirectories(base.resolve("target/schema-compat"));
        File folder = target.toFile();
        Assumptions.assumeTrue(folder.setWritable(false) && !Files.isWritable(target), "root may write everywhere");
        assertThat(cannotCheck(check))
                .hasMessageStartingWith("The reports can't be written to " + target + ": access is denied. ");
    }

    @Test
    @InjectMojo(goal = "check")
    void calledByItselfAGoalSaysThatItWouldLeaveModulesOut(CheckMojo check) {
        modules.add(new MavenProject());
        modules.add(new MavenProject());
        source = MojoExecution.Source.CLI;
        assertThat(cannotCheck(check))
                .hasMessage("Called by itself, the goal check runs in one module, but there are 2. Say which one, for"
                        + " example with -pl <module>, or -N for this folder; or bind the goal to the build and run mvn"
                        + " verify.");
        source = MojoExecution.Source.LIFECYCLE;
        assertThatNoException().isThrownBy(check::execute);
    }
}
