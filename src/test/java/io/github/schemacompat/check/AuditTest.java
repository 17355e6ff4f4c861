package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.AuditedHistory.Accepted;
import io.github.schemacompat.result.AuditedHistory.Database;
import io.github.schemacompat.result.AuditedHistory.Script;
import io.github.schemacompat.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an audit says beside the story of LastName and SurName. */
class AuditTest {
    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY, a text, b text);\n";

    /** A row of words for each release, lowest first. */
    private static List<String> matrix(AuditedHistory history) {
        List<String> rows = new ArrayList<>();
        for (AuditedHistory.Verdict[] row : history.matrix()) {
            List<String> words = new ArrayList<>();
            for (AuditedHistory.Verdict cell : row) {
                words.add(cell.name().toLowerCase(Locale.ROOT));
            }
            rows.add(String.join(" ", words));
        }
        return rows;
    }

    private static AuditedProject started() {
        return new AuditedProject().script("V1__t.sql", TABLE).release("1.0");
    }

    @Test
    void anUnsafeStepNamesTheFirstScriptThatMakesItSo() throws CannotCheckException {
        AuditedHistory history = started()
                .script("V2__c.sql", "ALTER TABLE t ADD COLUMN c text;\n")
                .script(
                        "V3__gone.sql",
                        "-- schema-compat: allow column-dropped because nobody saw it\nALTER TABLE t DROP COLUMN b;\n")
                .script("V4__gone.sql", "DROP TABLE t;\n")
                .history("1.1");
        assertThat(history.steps()).singleElement().satisfies(step -> {
            assertThat(step.rollback()).isEqualTo("unsafe");
            assertThat(step.script()).isIn("V3__gone.sql", "V4__gone.sql");
        });
        assertThat(matrix(history)).containsExactly("runs breaks", "runs runs");
    }

    @Test
    void whatPostScriptsBreakMakesADatabaseOfItsOwn() throws CannotCheckException {
        AuditedHistory history = started()
                .script(
                        "V2__c.sql",
                        "ALTER TABLE t ADD COLUMN c text;\n-- schema-compat: deprecate t.b because c is there\n")
                .script("post/V3__b.sql", "ALTER TABLE t DROP COLUMN b;\n")
                .history("1.1");
        assertThat(history.databases())
                .containsExactly(
                        new Database("1", "V1__t.sql", "pre"),
                        new Database("2", "V2__c.sql", "pre"),
                        new Database("2 after post", "post/V3__b.sql", "post"));
        assertThat(history.steps()).singleElement().satisfies(step -> {
            assertThat(step.rollback()).isEqualTo("safe-until-post");
            assertThat(step.script()).isEqualTo("post/V3__b.sql");
        });
        assertThat(matrix(history)).containsExactly("runs runs breaks", "breaks runs runs");
    }

    @Test
    void whatALaterReleaseRepairsRunsAgain() throws CannotCheckException {
        AuditedHistory history = started()
                .script("V2__v.sql", "CREATE VIEW v AS SELECT id FROM t;\n")
                .release("1.1")
                .script("V3__v.sql", "DROP VIEW v;\n")
                .release("1.2")
                .script("V4__v.sql", "CREATE VIEW v AS SELECT id FROM t;\n")
                .history("1.3");
        assertThat(history.databases()).extracting(Database::name).containsExactly("1", "2", "3", "4");
        assertThat(matrix(history))
                .containsExactly(
                        "runs runs runs runs",
                        "breaks runs breaks runs",
                        "runs runs runs runs",
                        "breaks runs breaks runs");
    }

    @Test
    void aReleaseThatOnlyMarksHasTheDatabaseOfTheOneBefore() throws CannotCheckException {
        AuditedProject project = started()
                .script("V2__mark.sql", "-- schema-compat: deprecate t.b because nobody reads it\n")
                .release("1.1")
                .script("V3__c.sql", "ALTER TABLE t ADD COLUMN c text;\n")
                .release("1.2");
        AuditedHistory history = project.history("1.3");
        assertThat(history.databases()).extracting(Database::name).containsExactly("1", "3");
        assertThat(history.releases())
                .extracting(AuditedHistory.AuditedRelease::database)
                .containsExactly(0, 0, 1, 1);
        assertThat(history.deprecated()).singleElement().satisfies(object -> {
            assertThat(object.object()).isEqualTo("t.b");
            assertThat(object.since()).isEqualTo("1.1");
            assertThat(object.canGoFrom()).isEqualTo("1.2");
            assertThat(object.goneIn()).isNull();
            assertThat(object.overdue()).isTrue();
        });
        project.window(2);
        assertThat(project.history("1.3").deprecated()).singleElement().satisfies(object -> {
            assertThat(object.canGoFrom()).isEqualTo("1.3");
            assertThat(object.overdue()).isFalse();
        });
        project.window(4);
        assertThat(project.history("1.3").deprecated()).singleElement().satisfies(object -> {
            assertThat(object.canGoFrom()).isNull();
            assertThat(object.after()).isEqualTo(1);
        });
    }

    @Test
    void whatWasAcceptedIsListedWithItsPlaceAndWhetherItHolds() throws CannotCheckException {
        AuditedHistory history = started()
                .script(
                        "V2__b.sql",
                        "-- schema-compat: allow column-dropped on t.b because it was empty\nALTER TABLE t DROP COLUMN b;\n")
                .release("1.1")
                .script(
                        "V3__a.sql",
                        "\n-- schema-compat: allow column-dropped until 1.2 because it was full\nALTER TABLE t DROP COLUMN a;\n")
                .history("1.2");
        assertThat(history.suppressions())
                .containsExactly(
                        new Accepted(List.of("column-dropped"), "t.b", "it was empty", null, "past", "V2__b.sql", 1),
                        new Accepted(List.of("column-dropped"), null, "it was full", "1.2", "expired", "V3__a.sql", 2));
    }

    @Test
    void releasedScriptsAreHeldAgainstWhatIsThereToday() throws CannotCheckException {
        AuditedHistory history = started()
                .script("V2__c.sql", "ALTER TABLE t ADD COLUMN c text;\n")
                .script("R__r.sql", "SELECT 1;\n")
                .release("1.1")
                .script("V1__t.sql", TABLE + "-- a word more\n")
                .release("1.2")
                .script("V2__c.sql", "ALTER TABLE t ADD COLUMN c int;\n")
                .history("1.3");
        assertThat(history.scripts())
                .extracting(Script::path, Script::release, Script::unchanged, Script::note)
                .containsExactlyInAnyOrder(
                        tuple("V1__t.sql", "1.0", false, "edited with release 1.2"),
                        tuple("V2__c.sql", "1.1", false, "edited since"),
                        tuple("R__r.sql", "1.1", true, null));
    }

    @Test
    void aSpanHasItsReleasesOnly() throws CannotCheckException {
        AuditedProject project = started()
                .script("V2__c.sql", "ALTER TABLE t ADD COLUMN c text;\n")
                .release("1.1")
                .script("V3__d.sql", "ALTER TABLE t ADD COLUMN d text;\n")
                .release("1.2");
        assertThat(project.audit("1.3", "1.1", "1.2").histories().get(0).releases())
                .extracting(AuditedHistory.AuditedRelease::name)
                .containsExactly("1.1", "1.2");
        assertThatThrownBy(() -> project.audit("1.3", "x", null))
                .isInstanceOf(CannotCheckException.class)
                .hasMessage("Parameter fromRelease: 'x' is no version. Write it like 1.4.2.");
    }

    @Test
    void olderVersionsOfNamesAreToldOnceTheyHaveASuccessor() throws CannotCheckException {
        AuditedProject project = started()
                .script(
                        "V2__f.sql",
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\n"
                                + "CREATE FUNCTION f_2() RETURNS int LANGUAGE sql AS 'SELECT 2';\n"
                                + "CREATE FUNCTION sha_256() RETURNS int LANGUAGE sql AS 'SELECT 3';\n")
                .release("1.1");
        assertThat(found(project.audit("1.2"))).containsExactly("version-superseded f");
        project.script("V3__mark.sql", "-- schema-compat: deprecate f because f_2 is called\n");
        assertThat(found(project.audit("1.2"))).as("1.1 may still run").isEmpty();
        project.release("1.2");
        assertThat(found(project.audit("1.3"))).containsExactly("version-unused f");
    }

    private static List<String> found(AuditResult result) {
        return result.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.object())
                .toList();
    }

    @Test
    void failsOnlyWhereAThresholdIsSetAndASupportedReleaseBreaks() throws CannotCheckException {
        AuditedProject project =
                started().script("V2__b.sql", "ALTER TABLE t DROP COLUMN b;\n").release("1.1");
        project.failOn("error");
        AuditResult past = project.audit("1.2");
        assertThat(past.outcome()).as("1.0 is no longer supported").isEqualTo(Outcome.PASSED);
        assertThat(found(past)).isEmpty();
        project.window(2);
        assertThat(project.audit("1.2").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(found(project.audit("1.2"))).containsExactly("column-dropped t.b");
        project.failOn("never");
        assertThat(project.audit("1.2").outcome()).isEqualTo(Outcome.PASSED);
    }
}
