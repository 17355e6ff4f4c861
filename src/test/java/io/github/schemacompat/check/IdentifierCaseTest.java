package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemacompat.release.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameter identifierCase: what a server makes of upper and lower case in names. */
class IdentifierCaseTest {
    private static List<String> check(String dialect, @Nullable String identifierCase, String released, String added)
            throws CannotCheckException {
        return SchemaCompat.check(request(dialect, identifierCase, released, added)).findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.severity().id() + " " + finding.object())
                .toList();
    }

    private static CheckRequest request(
            String dialect, @Nullable String identifierCase, String released, String added) {
        return CheckRequest.builder()
                .layout("flyway")
                .dialect(dialect)
                .identifierCase(identifierCase)
                .script("V1__a.sql", released)
                .script("V2__b.sql", added)
                .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", released)))
                .build();
    }

    @Test
    void aDatabaseOfSqlServerWithACaseSensitiveCollation() throws CannotCheckException {
        String released = "CREATE TABLE dbo.Parcels (Id int, Weight int);";
        String renamed = "EXEC sp_rename 'dbo.Parcels.Weight', 'weight', 'COLUMN';";
        assertThat(check("sqlserver", null, released, renamed)).isEmpty();
        assertThat(check("sqlserver", "insensitive", released, renamed)).isEmpty();
        assertThat(check("sqlserver", "sensitive", released, renamed))
                .containsExactly("column-renamed error dbo.Parcels.Weight");
        String twins = "CREATE TABLE dbo.parcels (id int); ALTER TABLE dbo.Parcels ADD weight int NULL;\n"
                + "CREATE INDEX IX_1 ON dbo.Parcels (Weight);\nGO\n"
                + "CREATE TRIGGER dbo.Parcels_Log ON dbo.parcels AFTER INSERT AS"
                + " INSERT INTO dbo.Parcels (Id) SELECT id FROM INSERTED;";
        assertThat(check("sqlserver", "sensitive", released, twins)).isEmpty();
        assertThat(check("sqlserver", "sensitive", released, "ALTER TABLE dbo.parcels ADD note int NULL;"))
                .containsExactly("script-does-not-apply warning dbo.parcels");
    }

    /** What the engine does stays what it does, however it is set. */
    @Test
    void theRulesOfTheEngineHoldInEveryCollation() throws CannotCheckException {
        String released = "CREATE TABLE dbo.Parcels (Id int, Seat int);\nGO\n"
                + "CREATE VIEW dbo.Sold AS SELECT Id, Seat FROM dbo.Parcels;\nGO\n"
                + "-- schema-compat: deprecate dbo.Parcels.Seat because parcels have no seat\n";
        String wider = "ALTER TABLE dbo.Parcels ALTER COLUMN Seat bigint NULL;";
        assertThat(check("sqlserver", "insensitive", released, wider))
                .containsExactly("dependent-invalidated error dbo.Sold");
        assertThat(check("sqlserver", "sensitive", released, wider))
                .containsExactly("dependent-invalidated error dbo.Sold");
    }

    @Test
    void aMySqlThatKeepsTablesInFilesOfTheirName() throws CannotCheckException {
        for (String dialect : List.of("mysql", "mariadb")) {
            String released = "CREATE TABLE Parcels (Id int, Weight int);\nCREATE PROCEDURE Weigh() SELECT 1;";
            String renamed = "RENAME TABLE Parcels TO parcels;";
            assertThat(check(dialect, null, released, renamed)).containsExactly("table-renamed error Parcels");
            assertThat(check(dialect, "sensitive", released, renamed)).containsExactly("table-renamed error Parcels");
            assertThat(check(dialect, "insensitive", released, renamed)).isEmpty();
            assertThat(check(dialect, "sensitive", released, "CREATE TABLE parcels (id int);"))
                    .isEmpty();
            assertThat(check(dialect, "insensitive", released, "CREATE TABLE parcels (id int);"))
                    .containsExactly("script-does-not-apply error parcels");
            assertThat(check(dialect, "sensitive", released, "ALTER TABLE Parcels DROP COLUMN weight;"))
                    .containsExactly("column-dropped error Parcels.Weight");
            assertThat(check(dialect, "sensitive", released, "DROP PROCEDURE weigh;"))
                    .containsExactly("routine-dropped error Weigh");
        }
    }

    @Test
    void theWaysOfH2() throws CannotCheckException {
        String released = "CREATE TABLE parcels (id int, \"weight\" int);";
        String added = "ALTER TABLE \"parcels\" DROP COLUMN weight;";
        assertThat(check("h2", null, released, added))
                .containsExactly(
                        "script-does-not-apply warning PUBLIC.parcels", "column-dropped error PUBLIC.parcels.WEIGHT");
        assertThat(check("h2", "lower", released, added)).containsExactly("column-dropped error public.parcels.weight");
        assertThat(check("h2", "insensitive", released, added))
                .containsExactly("column-dropped error PUBLIC.PARCELS.weight");
        assertThat(check("h2", "sensitive", released, added))
                .containsExactly("column-dropped error PUBLIC.parcels.weight");
        assertThat(check("h2", "sensitive", released, "CREATE TABLE Parcels (Id int);"))
                .isEmpty();
        assertThat(check("h2", "lower", released, "CREATE TABLE Parcels (Id int);"))
                .containsExactly("script-does-not-apply error public.parcels");
    }

    @Test
    void whatNoServerCanBeSetToIsAnError() {
        assertThatThrownBy(() -> check("postgresql", "upper", "", ""))
                .isInstanceOf(CannotCheckException.class)
                .hasMessage("Parameter identifierCase: PostgreSQL can't be set to 'upper'. For PostgreSQL there is:"
                        + " lower.");
        assertThatThrownBy(() -> check("sqlserver", "mixed", "", ""))
                .isInstanceOf(CannotCheckException.class)
                .hasMessage("Parameter identifierCase: there is no 'mixed'. For SQL Server there is: insensitive,"
                        + " sensitive.");
    }

    @Test
    void severalDatabasesEachAsItCan(@TempDir Path folder) throws IOException, CannotCheckException {
        for (String name : List.of("h2", "postgresql")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(
                    folder.resolve(name).resolve("V1__a.sql"),
                    "CREATE TABLE parcels (id int);\nDROP TABLE \"parcels\";");
        }
        CheckRequest.Builder builder =
                CheckRequest.builder().baseDirectory(folder).failOn("never");
        HistoryRequest h2 = new HistoryRequest("h2", List.of("h2"), null, "h2", null, null);
        HistoryRequest other = new HistoryRequest("other", List.of("postgresql"), null, "postgresql", null, null);
        assertThat(SchemaCompat.check(builder.identifierCase("insensitive")
                                .histories(List.of(h2, other))
                                .baseline(List.of("none"))
                                .build())
                        .findings())
                .isEmpty();
        HistoryRequest sensitive = new HistoryRequest("h2", List.of("h2"), null, "h2", null, null, "upper");
        assertThat(SchemaCompat.check(
                                builder.histories(List.of(sensitive, other)).build())
                        .findings())
                .extracting(finding -> finding.rule().id() + " " + finding.object())
                .containsExactly("script-does-not-apply PUBLIC.parcels");
    }

    @Test
    void aSnapshotKeepsItAndIsReadByNoOther(@TempDir Path folder) throws IOException, CannotCheckException {
        Path scripts = Files.createDirectories(folder.resolve("db"));
        Files.writeString(scripts.resolve("V1__a.sql"), "CREATE TABLE dbo.Parcels (Id int, id int);");
        SchemaCompat.writeSnapshots(new SnapshotRequest(
                builder(folder).identifierCase("sensitive").release("1.0").build(), false));
        assertThat(Files.readString(folder.resolve("src/schema-compat/1.0.json")))
                .contains("\"dialect\": \"sqlserver\",\n  \"identifierCase\": \"sensitive\",\n");
        Files.writeString(scripts.resolve("V2__b.sql"), "ALTER TABLE dbo.Parcels DROP COLUMN id;");
        CheckRequest.Builder next = builder(folder).release("1.1").baseline(List.of("snapshot"));
        assertThat(SchemaCompat.check(next.identifierCase("sensitive").build()).findings())
                .extracting(finding -> finding.rule().id() + " " + finding.object())
                .containsExactly("column-dropped dbo.Parcels.id");
        assertThat(SchemaCompat.check(next.dialect(null).identifierCase(null).build())
                        .findings())
                .extracting(finding -> finding.rule().id() + " " + finding.object())
                .containsExactly("column-dropped dbo.Parcels.id");
        assertThatThrownBy(() ->
                        SchemaCompat.check(next.identifierCase("insensitive").build()))
                .isInstanceOf(CannotCheckException.class)
                .hasMessageContaining("The snapshot of release 1.0 was written with identifierCase 'sensitive', but the"
                        + " scripts are read with 'insensitive'.");
    }

    private static CheckRequest.Builder builder(Path folder) {
        return CheckRequest.builder()
                .baseDirectory(folder)
                .scripts(List.of("db"))
                .dialect("sqlserver");
    }
}
