package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectDetectionTest {
    private static DialectGuess guess(String path, String sql, String... dependencies) {
        return DialectDetection.detect(scripts(path, sql), List.of(dependencies), null);
    }

    private static List<MigrationScript> scripts(String path, String sql) {
        return ScriptLayout.PLAIN
                .arrange(
                        new ScriptFinder(new MemoryTree(Map.of(path, sql))).find(List.of(path)),
                        new ScriptReader(StandardCharsets.UTF_8),
                        PhasePatterns.DEFAULT,
                        null)
                .scripts();
    }

    @Test
    void sqlServerIsToldFromBatchesAndBrackets() {
        DialectGuess guess = guess("a.sql", "CREATE TABLE [dbo].[T] ([Id] INT IDENTITY(1, 1))\nGO\n");
        assertThat(guess.dialect()).contains(Dialect.SQL_SERVER);
        assertThat(guess.hint()).isEqualTo("dialect: sqlserver (GO lines, [names], IDENTITY()");
    }

    @Test
    void postgreSqlIsToldFromItsTypesAndQuotes() {
        assertThat(guess("a.sql", "CREATE TABLE t (id bigserial, at timestamptz, d jsonb DEFAULT '{}'::jsonb);")
                        .dialect())
                .contains(Dialect.POSTGRESQL);
        assertThat(guess("a.sql", "DO $$ BEGIN END $$;").dialect()).contains(Dialect.POSTGRESQL);
    }

    @Test
    void mySqlIsToldFromItsOptionsAndMariaDbOnlyFromWhatItAloneHas() {
        String table = "CREATE TABLE `t` (id int unsigned AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;\n";
        assertThat(guess("a.sql", table).dialect()).contains(Dialect.MYSQL);
        assertThat(guess("db/mariadb/a.sql", table).dialect()).contains(Dialect.MARIADB);
        assertThat(guess("a.sql", table + "CREATE OR REPLACE TABLE `u` (a int);")
                        .dialect())
                .contains(Dialect.MARIADB);
    }

    @Test
    void aFolderCanSayIt() {
        String sql = "CREATE TABLE t (id int);";
        assertThat(guess("db/postgres/a.sql", sql).dialect()).contains(Dialect.POSTGRESQL);
        assertThat(guess("db/mssql/a.sql", sql).dialect()).contains(Dialect.SQL_SERVER);
        assertThat(guess("db/mysql/a.sql", sql).hint()).isEqualTo("dialect: mysql (a folder mysql)");
    }

    @Test
    void aFolderOfAllScriptsCountsMoreThanTheirWords() {
        String table = "CREATE TABLE `t` (id int unsigned AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;\n";
        assertThat(guess("db/h2/a.sql", table).hint()).isEqualTo("dialect: h2 (a folder h2)");
    }

    @Test
    void theNameOfAScriptCanSayIt() {
        String table = "CREATE TABLE t (name NVARCHAR(20));";
        assertThat(guess("db/tables_sqlite.sql", table).dialect()).contains(Dialect.SQLITE);
        assertThat(guess("db/MySQL-Main.sql", "CREATE TABLE t (a INT);").hint())
                .isEqualTo("dialect: mysql (named mysql)");
        assertThat(guess("db/from_mysql_to_oracle.sql", table).dialect()).contains(Dialect.SQL_SERVER);
        assertThat(guess("db/sqlitefix.sql", table).dialect()).contains(Dialect.SQL_SERVER);
    }

    @Test
    void aDatabaseThatIsNotSupportedIsNamed() {
        DialectGuess guess = guess("db/derby/a.sql", "CREATE TABLE t (a INT);");
        assertThat(guess.dialect()).isEmpty();
        assertThat(guess.hint()).isEqualTo("the scripts speak for derby (a folder derby), which is not supported");
    }

    @Test
    void theDriverSaysItWhereTheScriptsCouldBeOfAnyDatabase() {
        String sql = "CREATE TABLE t (id int);";
        assertThat(guess("a.sql", sql, "org.example:other", "org.postgresql:postgresql"))
                .isEqualTo(new DialectGuess(
                        Dialect.POSTGRESQL, "dialect: postgresql (the dependency org.postgresql:postgresql)"));
        assertThat(guess("a.sql", sql, "com.h2database:h2", "com.mysql:mysql-connector-j")
                        .dialect())
                .as("a database inside the process is there for development")
                .contains(Dialect.MYSQL);
        assertThat(guess("a.sql", sql, "com.h2database:h2").dialect()).contains(Dialect.H2);
        assertThat(guess("a.sql", sql, "org.postgresql:postgresql", "com.mysql:mysql-connector-j")
                        .dialect())
                .as("two drivers say nothing")
                .isEmpty();
        assertThat(guess("a.sql", "CREATE TABLE [dbo].[T] ([Id] INT)\nGO\n", "org.postgresql:postgresql")
                        .dialect())
                .as("what the scripts say counts for more")
                .contains(Dialect.SQL_SERVER);
    }

    @Test
    void commentsAndStringsSayNothing() {
        DialectGuess guess = guess("a.sql", "-- jsonb\n/* ENGINE=InnoDB */ INSERT INTO t VALUES ('nvarchar(max)');\n");
        assertThat(guess.dialect()).isEmpty();
        assertThat(guess.hint()).isEqualTo("nothing in the scripts is particular to one database");
    }

    @Test
    void aTieIsNotDecided() {
        DialectGuess guess = guess("a.sql", "CREATE TABLE t (a jsonb, b uniqueidentifier);");
        assertThat(guess.dialect()).isEmpty();
        assertThat(guess.hint())
                .isEqualTo("the scripts speak for postgresql (jsonb) as much as for sqlserver (UNIQUEIDENTIFIER)");
    }

    @Test
    void oracleIsToldFromItsTypesItsSlashesAndItsClient() {
        assertThat(guess("a.sql", "CREATE TABLE t (a VARCHAR2(10), b NUMBER(10));\n/\n"))
                .isEqualTo(new DialectGuess(Dialect.ORACLE, "dialect: oracle (VARCHAR2, NUMBER(, lines with /)"));
        assertThat(guess("a.sql", "PROMPT tables\nALTER TABLE t MODIFY (a DATE);")
                        .dialect())
                .contains(Dialect.ORACLE);
    }

    @Test
    void db2IsToldFromItsRegistersAndItsMaintenance() {
        assertThat(guess("a.sql", "REORG TABLE t;").dialect()).contains(Dialect.DB2);
        assertThat(guess("a.sql", "CREATE TABLE t (a TIMESTAMP WITH DEFAULT CURRENT TIMESTAMP);")
                        .dialect())
                .contains(Dialect.DB2);
    }

    @Test
    void theSmallEnginesAreToldFromWhatTheyAloneHave() {
        assertThat(guess("a.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);")
                        .dialect())
                .contains(Dialect.SQLITE);
        assertThat(guess("a.sql", "CREATE TABLE t (a VARCHAR_IGNORECASE(10));").dialect())
                .contains(Dialect.H2);
        assertThat(guess("a.sql", "CREATE ALIAS f AS $$ int f() { return 1; } $$;")
                        .dialect())
                .contains(Dialect.H2);
        assertThat(guess("a.sql", "CREATE CACHED TABLE t (a LONGVARCHAR);").dialect())
                .contains(Dialect.HSQLDB);
        assertThat(guess("db/hsqldb/a.sql", "CREATE TABLE t (a int);").dialect())
                .contains(Dialect.HSQLDB);
    }

    @Test
    void aDriverForDevelopmentGivesWayToTheDatabaseThatIsConfigured() {
        List<String> dependencies = List.of("com.h2database:h2");
        assertThat(DialectDetection.detect(List.of(), dependencies, new DatabaseHint("postgresql", ""))
                        .dialect())
                .isEmpty();
        assertThat(DialectDetection.detect(List.of(), dependencies, new DatabaseHint("h2", ""))
                        .dialect())
                .contains(Dialect.H2);
    }

    @Test
    void whatTheConfiguredDatabaseTakesAsWellSpeaksForNoOther() {
        String table = "CREATE TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY, note CLOB);";
        DatabaseHint h2 = new DatabaseHint("h2", "dialect: h2 (jdbc:h2 in application.yml)");
        assertThat(guess("a.sql", table).dialect()).contains(Dialect.MYSQL);
        assertThat(guess(h2, table)).isEqualTo(new DialectGuess(Dialect.H2, h2.hint()));
        assertThat(guess(h2, table + "ALTER TABLE t ALTER COLUMN type varchar(9);")
                        .dialect())
                .contains(Dialect.H2);
        assertThat(guess(h2, table + "ALTER TABLE `t` ENGINE=InnoDB;").dialect())
                .contains(Dialect.MYSQL);
        assertThat(guess(h2, table, "com.mysql:mysql-connector-j").dialect())
                .as("H2 is for development")
                .contains(Dialect.MYSQL);
        assertThat(guess(new DatabaseHint("mariadb", ""), "ALTER TABLE `t` ENGINE=InnoDB;")
                        .dialect())
                .contains(Dialect.MARIADB);
        assertThat(guess(new DatabaseHint("postgresql", ""), table).dialect()).contains(Dialect.MYSQL);
    }

    private static DialectGuess guess(DatabaseHint connected, String sql, String... dependencies) {
        return DialectDetection.detect(scripts("a.sql", sql), List.of(dependencies), connected);
    }
}
