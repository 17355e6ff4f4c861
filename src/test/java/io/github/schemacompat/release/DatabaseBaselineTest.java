package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.engine.PostgreSqlEngine;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version, or the history table of a database, says is released. */
class DatabaseBaselineTest {
    @TempDir
    Path base;

    private void files(String... pathsAndTexts) throws IOException {
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path file = base.resolve("db").resolve(pathsAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, pathsAndTexts[i + 1]);
        }
    }

    private FoundReleases find(String baseline, ScriptLayout layout, DatabaseLogin login) {
        return Baseline.parse(baseline)
                .find(new BaselineRequest(
                        base,
                        List.of("db"),
                        layout,
                        new ScriptReader(StandardCharsets.UTF_8),
                        PhasePatterns.DEFAULT,
                        null,
                        new ReleaseSelection("9", 1, List.of()),
                        null,
                        null,
                        "src/schema-compat",
                        List.of("src/main/resources"),
                        null,
                        login));
    }

    private FoundReleases find(String baseline) {
        return find(baseline, ScriptLayout.FLYWAY, DatabaseLogin.NONE);
    }

    private static List<String> scripts(FoundReleases found) {
        return ((ReleasedScripts) found.releases().get(0))
                .scripts().scripts().stream().map(MigrationScript::path).toList();
    }

    @Test
    void everythingUpToAVersionIsReleased() throws IOException {
        files("V1__a.sql", "a", "V2__b.sql", "b", "V2.1__c.sql", "c", "R__r.sql", "r");
        FoundReleases found = find("version:2.0");
        assertThat(scripts(found)).containsExactly("V1__a.sql", "V2__b.sql", "R__r.sql");
        assertThat(found.line()).isEqualTo("the scripts up to version 2.0 (V2__b.sql)");
        assertThat(found.notes()).hasSize(1);
    }

    @Test
    void scriptsWithoutAVersionAreMeantByTheirNames() throws IOException {
        files("2024-01_a.sql", "a", "2024-02_b.sql", "b", "2024-03_c.sql", "c");
        assertThat(scripts(find("version:2024-02", ScriptLayout.PLAIN, DatabaseLogin.NONE)))
                .containsExactly("2024-01_a.sql", "2024-02_b.sql");
    }

    @Test
    void aVersionThatNoScriptHasIsNoEmptyRelease() throws IOException {
        files("V1__a.sql", "a", "V2__b.sql", "b");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> find("version:20"))
                .withMessage("The baseline is the version 20, but no script has it; the last one is V2__b.sql.");
    }

    private static void sql(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static final String FLYWAY_TABLE =
            "CREATE TABLE \"flyway_schema_history\" (\"installed_rank\" INT PRIMARY KEY,"
                    + " \"version\" VARCHAR(50), \"description\" VARCHAR(200), \"type\" VARCHAR(20), \"script\" VARCHAR(1000),"
                    + " \"checksum\" INT, \"success\" BOOLEAN)";

    private static String row(int rank, String version, String type, String script, boolean success) {
        return "INSERT INTO \"flyway_schema_history\" VALUES (" + rank + ", " + version + ", 'd', '" + type + "', '"
                + script + "', 1, " + success + ")";
    }

    @Test
    void whatFlywayHasRunInH2IsReleased() throws IOException, SQLException {
        String url = "jdbc:h2:mem:history;DB_CLOSE_DELAY=-1";
        sql(
                url,
                FLYWAY_TABLE,
                row(1, "'1'", "SQL", "V1__a.sql", true),
                row(2, "'2.0'", "SQL", "V2__b.sql", true),
                row(3, "'3'", "SQL", "V3__c.sql", true),
                row(4, "'3'", "UNDO_SQL", "U3__c.sql", true),
                row(5, "'4'", "SQL", "V4__d.sql", false),
                row(6, "NULL", "SQL", "R__r.sql", true));
        files("V1__a.sql", "a", "V2__b.sql", "b", "V3__c.sql", "c", "V4__d.sql", "d", "R__r.sql", "r", "R__s.sql", "s");
        FoundReleases found = find(url);
        assertThat(scripts(found)).containsExactly("V1__a.sql", "V2__b.sql", "R__r.sql");
        assertThat(found.line()).isEqualTo("the history table of jdbc:h2:mem:history, 3 of 6 scripts have run");
        sql(url, "SHUTDOWN");
    }

    @Test
    void whatFlywayHasRunInPostgreSqlIsReleased() throws IOException, SQLException {
        try (PostgreSqlEngine engine = PostgreSqlEngine.newDatabase()) {
            engine.run(FLYWAY_TABLE);
            engine.run(row(1, "'1'", "SQL", "V1__a.sql", true));
            files("V1__a.sql", "a", "V2__b.sql", "b");
            String url = engine.connection().getMetaData().getURL();
            FoundReleases found = find(url, ScriptLayout.FLYWAY, new DatabaseLogin("postgres", "postgres"));
            assertThat(scripts(found)).containsExactly("V1__a.sql");
            assertThat(found.releases().get(0).release()).isEqualTo("1");
            assertThat(found.line())
                    .isEqualTo("the history table of " + url.replaceFirst("[?].*", "") + ", 1 of 2 scripts have run");
        }
    }

    @Test
    void aBaselineOfFlywayStandsForAllBeforeIt() throws IOException, SQLException {
        String url = "jdbc:h2:mem:baseline;DB_CLOSE_DELAY=-1";
        sql(url, FLYWAY_TABLE, row(1, "'2'", "BASELINE", "<< Flyway Baseline >>", true));
        files("V1__a.sql", "a", "V2__b.sql", "b", "V3__c.sql", "c");
        assertThat(scripts(find(url))).containsExactly("V1__a.sql", "V2__b.sql");
        sql(url, "SHUTDOWN");
    }

    @Test
    void whatLiquibaseHasRunIsReleased() throws IOException, SQLException {
        String url = "jdbc:h2:mem:changesets;DB_CLOSE_DELAY=-1";
        sql(
                url,
                "CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255), AUTHOR VARCHAR(255), FILENAME VARCHAR(255), EXECTYPE"
                        + " VARCHAR(10))",
                "INSERT INTO DATABASECHANGELOG VALUES ('1', 'ada', 'one.sql', 'EXECUTED')",
                "INSERT INTO DATABASECHANGELOG VALUES ('2', 'ada', 'classpath:one.sql', 'MARK_RAN')");
        files(
                "one.sql",
                "--liquibase formatted sql\n--changeset ada:1\nA;\n--changeset ada:2\nB;\n--changeset ada:3\nC;\n");
        assertThat(scripts(find(url, ScriptLayout.LIQUIBASE, DatabaseLogin.NONE)))
                .containsExactly("one.sql::ada:1", "one.sql::ada:2");
        sql(url, "SHUTDOWN");
    }

    @Test
    void nothingIsWrittenAndNoSecretIsTold() throws IOException, SQLException {
        String url = "jdbc:h2:mem:secret;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url, "carla", "s3cret")) {
            files("V1__a.sql", "a");
            assertThatExceptionOfType(CannotReadException.class)
                    .isThrownBy(() -> find(url, ScriptLayout.FLYWAY, new DatabaseLogin("carla", "s3cret")))
                    .withMessageStartingWith("The history table of jdbc:h2:mem:secret can't be read (42S04): ")
                    .satisfies(DatabaseBaselineTest::tellsNoSecret);
            assertThatExceptionOfType(CannotReadException.class)
                    .isThrownBy(() -> find(url + ";USER=carla;PASSWORD=wr0ng", ScriptLayout.FLYWAY, DatabaseLogin.NONE))
                    .satisfies(DatabaseBaselineTest::tellsNoSecret);
            connection.createStatement().execute("SHUTDOWN");
        }
    }

    private static void tellsNoSecret(CannotReadException e) {
        assertThat(e.getMessage() + e.remedy()).doesNotContain("carla", "s3cret", "wr0ng");
        assertThat(e.getCause()).isNull();
    }

    @Test
    void aDriverThatIsNotThere() throws IOException {
        files("V1__a.sql", "a");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> find("jdbc:nosuch://ada:pw@host/shop?password=pw"))
                .withMessage("There is no JDBC driver for jdbc:nosuch://host/shop.");
    }

    @Test
    void aLayoutWithoutAHistoryThatCanBeRead() {
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> find("jdbc:h2:mem:x", ScriptLayout.PRISMA, DatabaseLogin.NONE))
                .withMessageStartingWith(
                        "The baseline is a database, but the history of the layout prisma can't be read");
    }
}
