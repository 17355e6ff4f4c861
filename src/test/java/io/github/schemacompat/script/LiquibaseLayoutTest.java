package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiquibaseLayoutTest {
    private static final ScriptReader READER = new ScriptReader(StandardCharsets.UTF_8);
    private static final String ROOT = "src/main/resources/db/master.xml";

    private final Map<String, String> texts = new TreeMap<>();

    private LiquibaseLayoutTest file(String path, String text) {
        texts.put(path, text);
        return this;
    }

    private ScriptSet arrange(String location, LiquibaseSettings settings, String dialect) {
        List<ScriptFile> files = new ScriptFinder(new MemoryTree(texts)).find(List.of(location));
        return ScriptLayout.liquibase(settings)
                .with(Dialect.byId(dialect).orElseThrow())
                .arrange(files, READER, PhasePatterns.DEFAULT, null);
    }

    private ScriptSet arrange(String location) {
        return arrange(location, LiquibaseSettings.NONE, "postgresql");
    }

    private static List<String> run(ScriptSet set) {
        return set.scripts().stream()
                .map(script -> script.path() + ": " + script.text().strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static final String FORMATTED = """
            --liquibase formatted sql

            --changeset ada:1
            CREATE TABLE a (id INT);
            --rollback DROP TABLE a;

            -- changeset ada:two dbms:oracle
            CREATE TABLE b (id NUMBER);
            -- changeset "bo b":"3 x" runOnChange:true splitStatements:false endDelimiter:\\n//
            CREATE VIEW v AS SELECT 1//
            --changeset ada:4 context:test labels:"slow,big"
            CREATE TABLE c (id INT);
            --changeset ada:5 ignore:true
            CREATE TABLE d (id INT);
            --changeset ada:6 dbms:!oracle
            CREATE TABLE e (id INT);
            --ignoreLines:1
            CREATE TABLE no (id INT);
            CREATE TABLE f (id INT);
            --ignoreLines:start
            CREATE TABLE nor (id INT);
            --ignoreLines:end
            CREATE TABLE g (id INT);
            """;

    @Test
    void eachChangesetOfFormattedSqlIsAScript() {
        ScriptSet set = file("db/1.sql", FORMATTED).arrange("db");
        assertThat(run(set))
                .containsExactly(
                        "1.sql::ada:1: CREATE TABLE a (id INT); --rollback DROP TABLE a;",
                        "1.sql::bo b:3 x: CREATE VIEW v AS SELECT 1//",
                        "1.sql::ada:4: CREATE TABLE c (id INT);",
                        "1.sql::ada:6: CREATE TABLE e (id INT); CREATE TABLE f (id INT); CREATE TABLE g (id INT);");
        assertThat(set.scripts())
                .extracting(MigrationScript::kind)
                .containsExactly(
                        ScriptKind.VERSIONED, ScriptKind.REPEATABLE, ScriptKind.VERSIONED, ScriptKind.VERSIONED);
        assertThat(set.scripts().get(1).sections())
                .extracting(Section::delimiter)
                .containsExactly("//");
        assertThat(set.scripts().get(2).firstLine()).isEqualTo(11);
        assertThat(set.leftOut())
                .containsExactly(
                        new LeftOutScript("db/1.sql ada:two", "changesets for other databases"),
                        new LeftOutScript("db/1.sql ada:5", "changesets with 'ignore'"));
        assertThat(run(arrange("db", LiquibaseSettings.of("prod", "!slow"), "postgresql")))
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("1.sql::ada:1", "1.sql::bo b:3 x", "1.sql::ada:6");
    }

    @Test
    void formattedSqlIsToldFromItsFirstLine() {
        file("db/V1__a.sql", FORMATTED);
        List<ScriptFile> files = new ScriptFinder(new MemoryTree(texts)).find(List.of("db"));
        assertThat(ScriptLayout.detect(files, READER).id()).isEqualTo("liquibase");
    }

    @Test
    void contextsAreExpressions() {
        assertThat(ContextExpression.matches("", Set.of("a"))).isTrue();
        assertThat(ContextExpression.matches("b", Set.of())).isTrue();
        assertThat(ContextExpression.matches("a, b", Set.of("b"))).isTrue();
        assertThat(ContextExpression.matches("a and !b", Set.of("a", "b"))).isFalse();
        assertThat(ContextExpression.matches("not (a or b) and c", Set.of("c"))).isTrue();
        assertThat(ContextExpression.matches("A or (b and c)", Set.of("b"))).isFalse();
    }

    @Test
    void twoChangesetsOfOneNameAreReported() {
        assertThat(file("db/1.sql", "--liquibase formatted sql\n--changeset a:1\nX;\n--changeset a:1\nY;\n")
                        .arrange("db")
                        .duplicates())
                .containsExactly(new DuplicateScript("changeset a:1", List.of("db/1.sql", "db/1.sql")));
    }

    @Test
    void aStatementInNoChangesetIsNotPassedOver() {
        assertThat(file("db/1.sql", "--liquibase formatted sql\nDROP TABLE a;\n--changeset a:1\nX;\n")
                        .arrange("db")
                        .unreadable())
                .extracting(UnreadableScript::message)
                .containsExactly(
                        "A statement stands before the first '--changeset author:id', so that Liquibase doesn't run"
                                + " it.");
    }

    private LiquibaseLayoutTest changelog(String path, String content) {
        return file(
                path,
                "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"\n"
                        + "  xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                        + "  xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
                        + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">\n" + content
                        + "\n</databaseChangeLog>\n");
    }

    @Test
    void changelogsInXmlAndYamlAreAskedOfLiquibase() {
        changelog(ROOT, """
                <property name="name.type" value="varchar(40)" dbms="postgresql"/>
                <property name="name.type" value="varchar(50)"/>
                <changeSet id="1" author="ada">
                  <createTable tableName="people">
                    <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                    <column name="name" type="${name.type}"/>
                  </createTable>
                  <loadData tableName="people" file="nowhere.csv"/>
                </changeSet>
                <include file="two/changes.yaml" relativeToChangelogFile="true"/>
                <changeSet id="3" author="ada" dbms="oracle"><sql>DROP TABLE people</sql></changeSet>
                <changeSet id="4" author="ada"><dropColumn tableName="people" columnName="name"/></changeSet>
                <includeAll path="db/sql/"/>
                """);
        file("src/main/resources/db/two/changes.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 2
                      author: bo
                      changes:
                        - addColumn:
                            tableName: people
                            columns:
                              - column: { name: born, type: date }
                """);
        file(
                "src/main/resources/db/sql/a.sql",
                "--liquibase formatted sql\n--changeset cy:1\nCREATE INDEX i ON people (id);\n");
        file("src/main/resources/db/sql/b.sql", "CREATE INDEX j ON people (id);\n");
        ScriptSet set = arrange(ROOT);
        assertThat(set.unreadable()).isEmpty();
        assertThat(run(set))
                .containsExactly(
                        "db/master.xml::ada:1: CREATE TABLE people (id BIGINT NOT NULL, name VARCHAR(40), CONSTRAINT"
                                + " people_pkey PRIMARY KEY (id));",
                        "db/two/changes.yaml::bo:2: ALTER TABLE people ADD born date;",
                        "db/master.xml::ada:4: ALTER TABLE people DROP COLUMN name;",
                        "db/sql/a.sql::cy:1: CREATE INDEX i ON people (id);",
                        "db/sql/b.sql: CREATE INDEX j ON people (id);");
        MigrationScript drop = set.scripts().get(2);
        assertThat(drop.source().file()).isEqualTo(ROOT);
        assertThat(drop.sections().get(0).span().startPosition()).isEqualTo(new Position(15, 1));
        assertThat(set.scripts().get(1).sections().get(0).span().startPosition())
                .isEqualTo(new Position(2, 1));
        assertThat(set.leftOut()).containsExactly(new LeftOutScript(ROOT + " ada:3", "changesets for other databases"));
    }

    @Test
    void filesOfSqlAreReadWhereAChangesetNamesThem() {
        file("src/main/resources/db/all.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1.10
                      author: bo
                      changes:
                        - sqlFile: { path: db/sql/people.sql, splitStatements: false }
                  - changeSet:
                      id: 012
                      author: bo
                      changes:
                        - sqlFile: { path: sql/born.sql, relativeToChangelogFile: true }
                  - changeSet:
                      id: 3
                      author: bo
                      changes:
                        - sqlFile: { path: db/sql/nowhere.sql }
                """);
        file(
                "src/main/resources/db/sql/people.sql",
                "CREATE TABLE people (id bigint);\nCREATE INDEX i ON people (id);");
        file("src/main/resources/db/sql/born.sql", "ALTER TABLE people ADD born date;\n");
        ScriptSet set = arrange("src/main/resources/db/all.yaml");
        assertThat(run(set))
                .containsExactly(
                        "db/all.yaml::bo:1.10: CREATE TABLE people (id bigint); CREATE INDEX i ON people (id);;",
                        "db/all.yaml::bo:012: ALTER TABLE people ADD born date;");
        assertThat(set.unreadable()).extracting(UnreadableScript::path).containsExactly("db/all.yaml::bo:3");
        assertThat(set.unreadable().get(0).message()).contains("db/sql/nowhere.sql was not found");
    }

    @Test
    void whatOnlyADatabaseCanTellIsNamed() {
        changelog(ROOT, "<changeSet id=\"1\" author=\"a\"><executeCommand executable=\"rm\"/></changeSet>");
        assertThat(arrange(ROOT).unreadable())
                .extracting(UnreadableScript::path, UnreadableScript::file, UnreadableScript::line)
                .containsExactly(tuple("db/master.xml::a:1", ROOT, 4));
    }

    @Test
    void anIncludeThatIsNotThere() {
        changelog(ROOT, "<include file=\"db/nowhere.xml\"/>");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange(ROOT))
                .withMessage("The changelog includes db/nowhere.xml, which isn't there.")
                .satisfies(e -> assertThat(e.file() + ":" + e.line()).isEqualTo(ROOT + ":4"));
    }

    @Test
    void aCycleOfIncludes() {
        changelog(ROOT, "<include file=\"db/a.xml\"/>");
        changelog("src/main/resources/db/a.xml", "\n<include file=\"master.xml\" relativeToChangelogFile=\"true\"/>");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange(ROOT))
                .withMessage("The changelog includes itself: src/main/resources/db/master.xml includes"
                        + " src/main/resources/db/a.xml includes src/main/resources/db/master.xml.")
                .satisfies(e -> assertThat(e.file() + ":" + e.line()).isEqualTo("src/main/resources/db/a.xml:5"));
    }

    @Test
    void anExternalEntityIsNotResolved() {
        file(
                ROOT,
                "<!DOCTYPE databaseChangeLog [ <!ENTITY x SYSTEM \"file:///etc/hostname\"> ]>\n"
                        + "<databaseChangeLog><changeSet id=\"1\" author=\"a\"><sql>&x;</sql></changeSet></databaseChangeLog>");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange(ROOT))
                .withMessage(
                        "The changelog declares or uses an entity, which is not resolved: it could stand for any file.")
                .satisfies(e -> assertThat(e.line()).isEqualTo(1));
    }

    @Test
    void aChangelogThatDoesNotParse() {
        file(ROOT, "<databaseChangeLog>\n<changeSet id=\"1\">\n</databaseChangeLog>");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange(ROOT))
                .withMessageStartingWith("The changelog can't be parsed: ")
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
        file("a.yaml", "databaseChangeLog:\n  - changeSet: [\n");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange("a.yaml"))
                .withMessageStartingWith("The changelog can't be parsed: ");
    }

    @Test
    void whatLiquibaseRefusesIsToldInItsWords() {
        changelog(ROOT, "<changeSet id=\"1\" author=\"a\"><makeTea/></changeSet>");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange(ROOT))
                .withMessageStartingWith("Liquibase can't read the changelog: ")
                .withMessageContaining("makeTea");
    }

    @Test
    void propertiesOfFormattedSqlCountByDatabaseContextAndLabels() {
        String text = """
                --liquibase formatted sql
                --property name:text.type value:varchar(40) dbms:postgresql
                --property name:text.type value:varchar(50)
                --property name:place value:"no room" context:test
                --property name:place value:left context:!test
                --property name:size value:7 labels:big
                --property name:size value:8
                --changeset ada:1
                CREATE TABLE a (x ${text.type}, "${place}" INT, ${unknown} INT, y DECIMAL(${size}));
                """;
        file("db/1.sql", text);
        assertThat(run(arrange("db")))
                .containsExactly(
                        "1.sql::ada:1: CREATE TABLE a (x varchar(40), \"no room\" INT, ${unknown} INT, y DECIMAL(7));");
        assertThat(run(arrange("db", LiquibaseSettings.of("prod", "small"), "mysql")))
                .containsExactly(
                        "1.sql::ada:1: CREATE TABLE a (x varchar(50), \"left\" INT, ${unknown} INT, y DECIMAL(8));");
        assertThat(run(arrange(
                        "db", LiquibaseSettings.NONE.with(Map.of("text.type", "text", "unknown", "z")), "postgresql")))
                .containsExactly("1.sql::ada:1: CREATE TABLE a (x text, \"no room\" INT, z INT, y DECIMAL(7));");
    }

    @Test
    void propertiesOfAChangelogCountInWhatItIncludesUnlessTheyAreItsOwn() {
        changelog(ROOT, """
                <property name="text.type" value="varchar(30)"/>
                <property name="text.type" value="never"/>
                <property name="own" value="never" global="false"/>
                <property file="names.properties" relativeToChangelogFile="true"/>
                <changeSet id="1" author="a"><sql>CREATE TABLE ${people} (x ${text.type}, ${own} INT)</sql></changeSet>
                <include file="db/a.sql"/>
                """);
        file("src/main/resources/db/names.properties", "people = persons\n");
        file(
                "src/main/resources/db/a.sql",
                "--liquibase formatted sql\n--changeset cy:1\nALTER TABLE ${people} ADD y ${text.type};\n"
                        + "ALTER TABLE ${people} ADD ${own} int;\n");
        assertThat(run(arrange(ROOT)))
                .containsExactly(
                        "db/master.xml::a:1: CREATE TABLE persons (x varchar(30), never INT);",
                        "db/a.sql::cy:1: ALTER TABLE persons ADD y varchar(30); ALTER TABLE persons ADD ${own} int;");
    }

    @Test
    void theProjectsContextsAndParametersAreGivenToLiquibase() {
        changelog(ROOT, """
                <property name="text.type" value="varchar(1)" context="test"/>
                <property name="text.type" value="varchar(2)" context="prod"/>
                <property name="name" value="a"/>
                <changeSet id="1" author="a"><sql>CREATE TABLE ${name} (x ${text.type})</sql></changeSet>
                """);
        assertThat(run(arrange(ROOT, LiquibaseSettings.of("prod", "").with(Map.of("name", "b")), "postgresql")))
                .containsExactly("db/master.xml::a:1: CREATE TABLE b (x varchar(2));");
    }

    @Test
    void whatIsNotRunMakesNoOtherChangeset() {
        String released = "--liquibase formatted sql\n--changeset a:1\nCREATE TABLE t (i int);\n";
        String remarked = "--liquibase formatted sql\n--changeset a:1\n--preconditions onFail:MARK_RAN\n"
                + "--precondition-sql-check expectedResult:0 SELECT 1\n--comment why\nCREATE TABLE t (i int);\n"
                + "--rollback DROP TABLE t;\n--validCheckSum: any\n/* liquibase rollback\nDROP TABLE t;\n*/\n";
        assertThat(file("db/1.sql", released).arrange("db").scripts().get(0).sha256())
                .isEqualTo(file("db/1.sql", remarked)
                        .arrange("db")
                        .scripts()
                        .get(0)
                        .sha256())
                .isNotEqualTo(file("db/1.sql", released.replace("i int", "j int"))
                        .arrange("db")
                        .scripts()
                        .get(0)
                        .sha256());
    }

    private static List<String> asked(ScriptSet set) {
        return set.scripts().stream()
                .map(MigrationScript::precondition)
                .map(asked -> asked == null
                        ? "nothing"
                        : asked.otherwise() + " " + asked.condition().words() + " at "
                                + asked.span().startPosition().line())
                .toList();
    }

    @Test
    void preconditionsOfFormattedSql() {
        file("db/1.sql", """
                --liquibase formatted sql
                --property name:people value:persons
                --changeset ada:1
                --preconditions onFail:MARK_RAN onError:HALT
                --precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM ${people}
                --precondition-table-exists table:b schema:s
                SELECT 1;
                --changeset ada:2
                -- preconditions onFail:WARN
                -- precondition-view-exists view:v
                SELECT 1;
                --changeset ada:3
                --preconditions
                --precondition-sql-check "a b" SELECT x FROM y
                SELECT 1;
                --changeset ada:4
                SELECT 1;
                """);
        assertThat(asked(arrange("db")))
                .containsExactly(
                        "SKIP sqlCheck(SELECT COUNT(*) FROM persons gives 0) and tableExists(s.b) at 4",
                        "RUN viewExists(v) at 9",
                        "HALT sqlCheck(SELECT x FROM y gives a b) at 13",
                        "nothing");
    }

    @Test
    void aPreconditionThatLiquibaseWouldRefuse() {
        String head = "--liquibase formatted sql\n--changeset ada:1\n--preconditions\n";
        assertThat(file("db/1.sql", head + "--precondition-column-exists table:a column:b\nX;\n")
                        .arrange("db")
                        .unreadable())
                .extracting(UnreadableScript::line, UnreadableScript::message)
                .containsExactly(tuple(
                        4,
                        "Liquibase knows no precondition 'column-exists' in SQL; there are sql-check, table-exists and"
                                + " view-exists."));
        assertThat(file("db/1.sql", head + "--precondition-table-exists b\nX;\n")
                        .arrange("db")
                        .unreadable())
                .extracting(UnreadableScript::message)
                .containsExactly("The precondition says too little: '--precondition-table-exists b'. Write"
                        + " '--precondition-sql-check expectedResult:0 SELECT …', or '--precondition-table-exists"
                        + " table:name'.");
    }

    @Test
    void preconditionsOfChangelogsAreAskedOfLiquibase() {
        changelog(ROOT, """
                <changeSet id="1" author="a">
                  <preConditions onFail="MARK_RAN">
                    <not><tableExists tableName="a"/><columnExists tableName="b" columnName="c" schemaName="s"/></not>
                    <or><dbms type="oracle"/><primaryKeyExists tableName="d"/></or>
                    <indexExists tableName="a" columnNames="x"/>
                    <sqlCheck expectedResult="3">SELECT COUNT(*) FROM e</sqlCheck>
                  </preConditions>
                  <sql>SELECT 1</sql>
                </changeSet>
                <changeSet id="2" author="a"><preConditions/><sql>SELECT 1</sql></changeSet>
                """);
        assertThat(asked(arrange(ROOT)))
                .containsExactly(
                        "SKIP (not tableExists(a) and not columnExists(s.b.c)) and (dbms(oracle) or"
                                + " primaryKeyExists(d)) and indexExists(a over x) and sqlCheck(SELECT COUNT(*) FROM e gives 3)"
                                + " at 4",
                        "nothing");
    }

    @Test
    void aChangelogForAnotherDatabaseIsToldBeforeAnythingIsReadWrong() {
        changelog(ROOT, """
                <preConditions><or><dbms type="oracle"/><dbms type="h2,mssql"/></or><runningAs username="sa"/></preConditions>
                <changeSet id="1" author="a"><sql>SELECT 1</sql></changeSet>
                """);
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> arrange(ROOT))
                .withMessage(
                        "Liquibase runs nothing of the changelog on postgresql: its preconditions are (dbms(oracle) or"
                                + " dbms(h2,mssql)) and runningAs.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("changelog-does-not-run"));
        assertThat(asked(arrange(ROOT, LiquibaseSettings.NONE, "h2"))).containsExactly("nothing");
    }

    @Test
    void whatAChangelogAsksOfTheDatabaseIsTakenToHold() {
        changelog(ROOT, """
                <preConditions><tableExists tableName="a"/><not><dbms type="oracle"/></not></preConditions>
                <changeSet id="1" author="a"><sql>SELECT 1</sql></changeSet>
                """);
        assertThat(asked(arrange(ROOT))).containsExactly("nothing");
        changelog(ROOT, """
                <preConditions onFail="WARN"><dbms type="oracle"/></preConditions>
                <changeSet id="1" author="a"><sql>SELECT 1</sql></changeSet>
                """);
        assertThat(asked(arrange(ROOT))).containsExactly("nothing");
    }

    @Test
    void propertiesStandInPathsOfIncludes() {
        changelog(ROOT, """
                <property name="folder" value="ora" dbms="oracle"/>
                <property name="folder" value="pg" dbms="postgresql"/>
                <include file="db/${folder}/a.sql"/>
                <includeAll path="db/${folder}/more"/>
                <include file="${unknown}.sql" errorIfMissing="false"/>
                """);
        file("src/main/resources/db/pg/a.sql", "CREATE TABLE pg (id int);\n");
        file("src/main/resources/db/ora/a.sql", "CREATE TABLE ora (id int);\n");
        file("src/main/resources/db/pg/more/b.sql", "CREATE TABLE more (id int);\n");
        file("src/main/resources/db/ora/more/c.sql", "CREATE TABLE moreora (id int);\n");
        assertThat(run(arrange(ROOT)))
                .containsExactly(
                        "db/pg/a.sql: CREATE TABLE pg (id int);", "db/pg/more/b.sql: CREATE TABLE more (id int);");
        assertThat(run(arrange(ROOT, LiquibaseSettings.NONE, "oracle")))
                .containsExactly(
                        "db/ora/a.sql: CREATE TABLE ora (id int);",
                        "db/ora/more/c.sql: CREATE TABLE moreora (id int);");
    }
}
