package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayProblemsTest {
    @Test
    void anObjectThatNoScriptMadeIsSaidOnceAndThenAssumed() {
        Replaying replaying = Replaying.of(
                Dialect.POSTGRESQL,
                "ALTER TABLE elsewhere ADD COLUMN a int;\nALTER TABLE elsewhere DROP COLUMN b;",
                "ALTER TABLE elsewhere ALTER COLUMN c SET NOT NULL;");

        assertThat(replaying.problems())
                .containsExactly("1.sql:1:1 UNKNOWN_OBJECT no script makes the table public.elsewhere");
        assertThat(replaying.table("elsewhere").assumed()).isTrue();
        assertThat(replaying.columns("elsewhere")).containsExactly("a integer", "c unknown not null");
    }

    @Test
    void whatContradictsTheModelDoesNotApply() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE bee (id int);
                CREATE TABLE bee (id int);
                ALTER TABLE bee DROP COLUMN wing;
                ALTER TABLE bee ADD COLUMN id int;
                ALTER TABLE bee DROP CONSTRAINT one_queen;
                DROP TABLE bee;
                ALTER TABLE bee ADD COLUMN late int;
                """);

        assertThat(replaying.problems())
                .containsExactly(
                        "1.sql:2:1 SCRIPT_DOES_NOT_APPLY table public.bee exists already",
                        "1.sql:3:17 SCRIPT_DOES_NOT_APPLY public.bee has no column wing",
                        "1.sql:4:17 SCRIPT_DOES_NOT_APPLY column public.bee.id exists already",
                        "1.sql:5:17 SCRIPT_DOES_NOT_APPLY public.bee has no constraint one_queen",
                        "1.sql:7:1 SCRIPT_DOES_NOT_APPLY table public.bee is no longer there");
    }

    @Test
    void aFileThatTheShellOfSqliteReadsIsToldOf() {
        Replaying replaying = Replaying.of(Dialect.SQLITE, """
                .mode csv
                .read other.sql
                CREATE TABLE bee (id int);
                .tables
                """);

        assertThat(replaying.problems())
                .singleElement()
                .asString()
                .startsWith("1.sql:2:1 STATEMENT_NOT_UNDERSTOOD not understood: the statements of another file");
        assertThat(replaying.schema().tables()).containsOnlyKeys("bee");
    }

    @Test
    void whatAllowsForAbsenceIsNoProblem() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE IF NOT EXISTS bee (id int);
                CREATE TABLE IF NOT EXISTS bee (id int);
                ALTER TABLE bee DROP COLUMN IF EXISTS wing, DROP CONSTRAINT IF EXISTS nothing;
                ALTER TABLE bee ADD COLUMN IF NOT EXISTS id bigint;
                DROP TABLE IF EXISTS wasp;
                DROP INDEX IF EXISTS nowhere;
                ALTER TABLE IF EXISTS wasp ADD COLUMN a int;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("created table bee");
    }

    @Test
    void aTableOfThatNameInAnotherSchemaIsNamed() {
        Replaying replaying = Replaying.of(
                Dialect.POSTGRESQL,
                "CREATE TABLE parcels (a int); CREATE TABLE sales.offers (a int);",
                "ALTER TABLE sales.parcels ADD COLUMN b int; ALTER TABLE offers ADD COLUMN b int;"
                        + " ALTER TABLE crates ADD COLUMN b int;");

        assertThat(replaying.problems())
                .containsExactly(
                        "2.sql:1:1 UNKNOWN_OBJECT no script makes the table sales.parcels; there is public.parcels: if names"
                                + " without a schema mean sales, set the parameter 'defaultSchema' to it",
                        "2.sql:1:45 UNKNOWN_OBJECT no script makes the table public.offers; there is sales.offers: if names"
                                + " without a schema mean sales, set the parameter 'defaultSchema' to it",
                        "2.sql:1:82 UNKNOWN_OBJECT no script makes the table public.crates");
    }

    @Test
    void whatTheProjectCallsExternalIsNoProblem() {
        ReplayOptions options = ReplayOptions.DEFAULT.withExternalObjects(List.of("batch_*"));
        Replaying replaying = Replaying.of(
                Dialect.SQL_SERVER, options, "ALTER TABLE dbo.BATCH_Job ADD A INT; ALTER TABLE dbo.Other ADD A INT;");

        assertThat(replaying.problems())
                .containsExactly("1.sql:1:38 UNKNOWN_OBJECT no script makes the table dbo.Other");
    }

    @Test
    void aStatementThatIsNotUnderstoodIsQuotedAndCostsNothingElse() {
        Replaying replaying = Replaying.of(
                Dialect.POSTGRESQL,
                "CREATE TABLE a (id int);\nALTER TABLE a FROBNICATE wings;\nCREATE TABLE b (id int);");

        assertThat(replaying.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("1.sql:2:")
                        .contains("STATEMENT_NOT_UNDERSTOOD")
                        .contains("FROBNICATE"));
        assertThat(replaying.schema().tables()).containsOnlyKeys("a", "b");
        assertThat(replaying.replayed().figures().notUnderstood()).isEqualTo(1);
    }

    @Test
    void postScriptsRunAfterAllPreScripts() {
        Replayed replayed = History.replay(
                Schema.EMPTY,
                List.of(
                        Replaying.script("1.sql", "DROP TABLE a;", Phase.POST),
                        Replaying.script("2.sql", "CREATE TABLE a (id int); CREATE TABLE b (id int);", Phase.PRE)),
                Dialect.POSTGRESQL,
                ReplayOptions.DEFAULT);

        assertThat(replayed.problems()).isEmpty();
        assertThat(replayed.pre().schema().tables()).containsOnlyKeys("a", "b");
        assertThat(replayed.pre().changes()).hasSize(2);
        assertThat(replayed.schema().tables()).containsOnlyKeys("b");
        assertThat(replayed.post().changes()).hasSize(1);
    }

    @Test
    void statementsInsideBlocksAreCountedSingly() {
        Replaying replaying = Replaying.of(
                Dialect.POSTGRESQL,
                "CREATE TABLE a (id int); INSERT INTO a VALUES (1); SET x = 1;"
                        + " DO $$ BEGIN ALTER TABLE a ADD b int; ALTER TABLE a ADD c int; END $$;");

        ReadingFigures figures = replaying.replayed().figures();
        assertThat(figures.schema()).isEqualTo(3);
        assertThat(figures.queries()).isEqualTo(1);
        assertThat(figures.notUnderstood()).isZero();
        assertThat(figures.statements()).isGreaterThanOrEqualTo(6);
    }
}
