package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemacompat.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What each migration tool runs of its files, in which order, and what it leaves alone. */
class ToolLayoutsTest {
    private static final ScriptReader READER = new ScriptReader(StandardCharsets.UTF_8);

    private static ScriptSet arrange(String... pathsAndTexts) {
        List<ScriptFile> files = files(pathsAndTexts);
        return ScriptLayout.detect(files, READER).arrange(files, READER, PhasePatterns.DEFAULT, null);
    }

    private static List<ScriptFile> files(String... pathsAndTexts) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put("db/" + pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new ScriptFinder(new MemoryTree(texts)).find(List.of("db"));
    }

    private static List<String> run(ScriptSet set) {
        return set.scripts().stream().map(ToolLayoutsTest::run).toList();
    }

    private static String run(MigrationScript script) {
        return script.path() + ": "
                + String.join(
                        " | ",
                        script.sections().stream()
                                .map(section -> section.span().text().strip())
                                .toList());
    }

    @Test
    void filesInPairsGoUpOnlyInTheOrderOfTheirNumbers() {
        ScriptSet set = arrange(
                "10_c.up.sql",
                "c",
                "10_c.down.sql",
                "x",
                "2_b.up.sql",
                "b",
                "2_b.down.sql",
                "x",
                "V0001.A.up.sql",
                "a",
                "seed.sql",
                "s");
        assertThat(set.layout()).isSameAs(ScriptLayout.UPDOWN);
        assertThat(run(set)).containsExactly("V0001.A.up.sql: a", "2_b.up.sql: b", "10_c.up.sql: c");
        assertThat(set.leftOut())
                .extracting(LeftOutScript::file, LeftOutScript::reason)
                .containsExactly(
                        tuple("db/10_c.down.sql", "takes a change back"),
                        tuple("db/2_b.down.sql", "takes a change back"),
                        tuple("db/seed.sql", "nothing in it goes up"));
    }

    @Test
    void aFolderForEachMigrationHasItsNumber() {
        ScriptSet set = arrange(
                "2024-01-02-100000_b/up.sql",
                "b",
                "2024-01-02-100000_b/down.sql",
                "x",
                "2024-01-03_170000_c/up.sql",
                "c",
                "00000000000000_setup/up.sql",
                "a");
        assertThat(set.layout()).isSameAs(ScriptLayout.UPDOWN);
        assertThat(run(set))
                .containsExactly(
                        "00000000000000_setup/up.sql: a",
                        "2024-01-02-100000_b/up.sql: b",
                        "2024-01-03_170000_c/up.sql: c");
        assertThat(set.scripts().get(1).identity()).isEqualTo("version [20240102100000]");
    }

    @Test
    void foldersThatAreNumbersComeBeforeTheNumbersInThem() {
        ScriptSet set = arrange(
                "10/01_e.up.sql",
                "e",
                "2/01_c.up.sql",
                "c",
                "2/02_d.up.sql",
                "d",
                "1/02_b.up.sql",
                "b",
                "1/01_a.up.sql",
                "a");

        assertThat(run(set))
                .containsExactly(
                        "1/01_a.up.sql: a",
                        "1/02_b.up.sql: b",
                        "2/01_c.up.sql: c",
                        "2/02_d.up.sql: d",
                        "10/01_e.up.sql: e");
        assertThat(set.duplicates()).isEmpty();
    }

    @Test
    void twoOfOneNumberAreOneForTheTool() {
        assertThat(arrange("1_a.up.sql", "a", "01_b.up.sql", "b").duplicates())
                .containsExactly(new DuplicateScript("version 1", List.of("db/1_a.up.sql", "db/01_b.up.sql")));
    }

    @Test
    void sectionsOfGooseThatGoUp() {
        ScriptSet set = arrange(
                "00001_a.sql",
                "-- a\n-- +goose Up\nONE;\n-- +goose StatementBegin\nTWO; THREE;\n-- +goose StatementEnd\nFOUR;\n"
                        + "-- +goose Down\nDROP ONE;\n-- +goose StatementBegin\nNO;\n-- +goose StatementEnd\nNO;\n");
        assertThat(set.layout()).isSameAs(ScriptLayout.UPDOWN);
        assertThat(run(set)).containsExactly("00001_a.sql: ONE; | TWO; THREE; | FOUR;");
        assertThat(set.scripts()
                        .get(0)
                        .sections()
                        .get(2)
                        .span()
                        .source()
                        .positionInFile(set.scripts()
                                        .get(0)
                                        .sections()
                                        .get(2)
                                        .span()
                                        .text()
                                        .indexOf("FOUR")
                                + set.scripts().get(0).sections().get(2).span().start()))
                .isEqualTo(new Position(7, 1));
    }

    @Test
    void sectionsOfTheOtherToolsThatGoUp() {
        assertThat(run(arrange("1_a.sql", "-- +migrate Up notransaction\nA;\n-- +migrate Down\nX;\n")))
                .containsExactly("1_a.sql: A;");
        assertThat(run(arrange("1_a.sql", "-- migrate:up transaction:false\nA;\n\n-- migrate:down\nX;\n")))
                .containsExactly("1_a.sql: A;");
        assertThat(run(arrange("1_a.sql", "-- rambler up\nA;\n-- rambler down\nX;\n-- rambler up\nB;\n")))
                .containsExactly("1_a.sql: A; | B;");
    }

    @Test
    void aStatementThatBelongsNowhereIsNotPassedOver() {
        ScriptSet set = arrange("1_a.sql", "/* ours */ -- x\nDROP TABLE t;\n-- +goose Up\nA;\n");
        assertThat(set.scripts()).isEmpty();
        assertThat(set.unreadable()).singleElement().satisfies(script -> {
            assertThat(script.message())
                    .isEqualTo(
                            "A statement stands before the first line that says where it belongs ('-- +goose Up'), so"
                                    + " that it belongs neither up nor down.");
            assertThat(script.line()).isEqualTo(1);
        });
        assertThat(run(arrange("1_a.sql", "/* ours */\n-- x\n-- +goose Up\nA;\n")))
                .containsExactly("1_a.sql: A;");
    }

    @Test
    void prismaRunsTheFoldersInTheOrderOfTheirNames() {
        ScriptSet set =
                arrange("20240201_b/migration.sql", "b", "20240101_a/migration.sql", "a", "20240101_a/notes.sql", "x");
        assertThat(set.layout()).isSameAs(ScriptLayout.PRISMA);
        assertThat(run(set)).containsExactly("20240101_a/migration.sql: a", "20240201_b/migration.sql: b");
        assertThat(set.leftOut())
                .containsExactly(
                        new LeftOutScript("db/20240101_a/notes.sql", "Prisma runs <folder>/migration.sql only"));
    }

    @Test
    void myBatisRunsWhatStandsBeforeUndo() {
        ScriptSet set = arrange(
                "bootstrap.sql",
                "zero;",
                "20240101_a.sql",
                "-- // a\none;\n-- //@UNDO\nDROP one;\n",
                "9_z.sql",
                "nine;",
                "onabort.sql",
                "x");
        assertThat(set.layout()).isSameAs(ScriptLayout.MYBATIS);
        assertThat(run(set)).containsExactly("bootstrap.sql: zero;", "9_z.sql: nine;", "20240101_a.sql: -- // a\none;");
        assertThat(set.leftOut()).extracting(LeftOutScript::file).containsExactly("db/onabort.sql");
    }

    private static final String EF_SQL_SERVER = """
            IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
            BEGIN
                CREATE TABLE [__EFMigrationsHistory] ([MigrationId] nvarchar(150) NOT NULL);
            END;
            GO

            BEGIN TRANSACTION;
            GO

            IF NOT EXISTS (
                SELECT * FROM [__EFMigrationsHistory]
                WHERE [MigrationId] = N'1_Init'
            )
            BEGIN
                CREATE TABLE [A] ([Id] int);
            END;
            GO

            IF NOT EXISTS (
                SELECT * FROM [__EFMigrationsHistory]
                WHERE [MigrationId] = N'1_Init'
            )
            BEGIN
                IF 1 = 1
                BEGIN
                    INSERT INTO [A] VALUES (1);
                END
            END;
            GO

            COMMIT;
            GO

            IF NOT EXISTS (
                SELECT * FROM [__EFMigrationsHistory]
                WHERE [MigrationId] = N'2_More'
            )
            BEGIN
                ALTER TABLE [A] ADD [B] int NULL;
            END;
            GO
            """;

    @Test
    void eachMigrationOfAnIdempotentScriptIsAScript() {
        ScriptSet set = arrange("all.sql", EF_SQL_SERVER);
        assertThat(set.layout()).isSameAs(ScriptLayout.EFCORE);
        assertThat(set.scripts())
                .extracting(MigrationScript::path, MigrationScript::kind)
                .containsExactly(
                        tuple("all.sql", ScriptKind.REPEATABLE),
                        tuple("all.sql::1_Init", ScriptKind.VERSIONED),
                        tuple("all.sql::2_More", ScriptKind.VERSIONED));
        assertThat(run(set).subList(1, 3))
                .containsExactly(
                        "all.sql::1_Init: CREATE TABLE [A] ([Id] int); | IF 1 = 1\n    BEGIN\n        INSERT INTO [A]"
                                + " VALUES (1);\n    END",
                        "all.sql::2_More: ALTER TABLE [A] ADD [B] int NULL;");
    }

    @Test
    void theGuardsOfTheOtherEngines() {
        assertThat(run(arrange("all.sql", """
                        START TRANSACTION;
                        DO $EF$
                        BEGIN
                            IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '1_Init') THEN
                            CREATE TABLE a (id int);
                            END IF;
                        END $EF$;
                        COMMIT;
                        """))).containsExactly("all.sql::1_Init: CREATE TABLE a (id int);");
        assertThat(run(arrange("all.sql", """
                        DROP PROCEDURE IF EXISTS MigrationsScript;
                        DELIMITER //
                        CREATE PROCEDURE MigrationsScript()
                        BEGIN
                            IF NOT EXISTS(SELECT 1 FROM `__EFMigrationsHistory` WHERE `MigrationId` = '1_Init') THEN

                            CREATE TABLE `a` (`id` int);

                            END IF;
                        END //
                        DELIMITER ;
                        CALL MigrationsScript();
                        DROP PROCEDURE MigrationsScript;
                        """))).containsExactly("all.sql::1_Init: CREATE TABLE `a` (`id` int);");
    }

    @Test
    void aBlockWithoutAnEndIsNotPassedOver() {
        assertThat(arrange(
                                "all.sql",
                                "IF NOT EXISTS (SELECT * FROM [__EFMigrationsHistory] WHERE [MigrationId] = N'1') BEGIN\n"
                                        + "DROP TABLE a;\n")
                        .unreadable())
                .extracting(UnreadableScript::message)
                .containsExactly("The block of the migration 1 has no end.");
    }

    @Test
    void flywaysNamesAsAProjectConfiguresThem() {
        FlywayNaming naming = new FlywayNaming("M", "X", "A", "I", "-", List.of(".ddl", ".sql"));
        ScriptLayout layout = ScriptLayout.flyway(naming);
        Map<String, String> texts = new TreeMap<>(Map.of(
                "db/M2-b.ddl",
                "b",
                "db/M1-a.sql",
                "a",
                "db/X1-a.sql",
                "x",
                "db/A-views.sql",
                "r",
                "db/V3__c.sql",
                "c",
                "db/I1-base.sql",
                "i",
                "db/notes.txt",
                "n"));
        ScriptSet set = layout.arrange(
                new ScriptFinder(new MemoryTree(texts), layout).find(List.of("db")),
                READER,
                PhasePatterns.DEFAULT,
                null);
        assertThat(set.scripts())
                .extracting(MigrationScript::path)
                .containsExactly("M1-a.sql", "I1-base.sql", "M2-b.ddl", "A-views.sql");
        assertThat(set.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOutScript("db/X1-a.sql", "an undo script"),
                        new LeftOutScript(
                                "db/V3__c.sql", "not named as Flyway names migrations (M<version>-<description>.ddl)"));
    }

    @Test
    void migrationsInJavaAreNamedAsNotReadable() {
        Map<String, String> texts = new TreeMap<>(Map.of(
                "src/main/resources/db/migration/V1__a.sql", "a",
                "src/main/java/db/migration/V2__Fill.java", "class V2__Fill {}",
                "src/main/java/db/migration/Names.java", "class Names {}"));
        ScriptSet set = ScriptLayout.FLYWAY.arrange(
                new ScriptFinder(new MemoryTree(texts)).find(List.of("src/main/resources/db/migration")),
                READER,
                PhasePatterns.DEFAULT,
                null);
        assertThat(set.scripts()).extracting(MigrationScript::path).containsExactly("V1__a.sql");
        assertThat(set.unreadable()).singleElement().satisfies(script -> {
            assertThat(script.file()).isEqualTo("src/main/java/db/migration/V2__Fill.java");
            assertThat(script.identity()).isEqualTo("version [2]");
            assertThat(script.sha256()).isEqualTo(ScriptReader.sha256("class V2__Fill {}"));
            assertThat(script.message()).startsWith("It is a migration in Java, which only runs in Flyway");
        });
    }
}
