package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class MySqlReplayTest {
    private static Replaying replay(String... scripts) {
        return Replaying.of(Dialect.MYSQL, scripts);
    }

    @Test
    void aRedefinedColumnLosesWhatIsNotRepeated() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL DEFAULT 'x', size INT);
                ALTER TABLE boat MODIFY name VARCHAR(30);
                ALTER TABLE boat MODIFY COLUMN id BIGINT;
                ALTER TABLE boat CHANGE size length INT NOT NULL DEFAULT 3 FIRST;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat"))
                .containsExactly("length int not null default 3", "id bigint not null", "name varchar(30)");
        assertThat(replaying.changes())
                .containsExactly(
                        "created table boat",
                        "altered column boat.name",
                        "altered column boat.id",
                        "renamed column boat.size to column boat.length",
                        "altered column boat.length",
                        "altered column boat.length");
    }

    @Test
    void aDroppedColumnShrinksKeysAndIndexes() {
        Replaying replaying = replay("""
                CREATE TABLE boat (a INT, b INT, c INT, PRIMARY KEY (a, b), UNIQUE KEY bc (b, c), KEY only_b (b));
                ALTER TABLE boat DROP COLUMN b;
                """);

        assertThat(replaying.keys("boat")).containsExactly("primary key PRIMARY [a]", "unique bc [c]");
        assertThat(replaying.changes())
                .containsExactly(
                        "created table boat",
                        "dropped column boat.b",
                        "dropped index boat.only_b because of column boat.b",
                        "altered primary key boat.(a,b)",
                        "altered unique constraint boat.bc");
    }

    @Test
    void whatTheEngineNamesCanBeDroppedByThatName() {
        Replaying replaying = replay("""
                CREATE TABLE port (id INT PRIMARY KEY);
                CREATE TABLE boat (id INT UNIQUE, port_id INT, FOREIGN KEY (port_id) REFERENCES port (id));
                ALTER TABLE boat DROP FOREIGN KEY boat_ibfk_1;
                ALTER TABLE boat DROP INDEX port_id;
                ALTER TABLE boat DROP KEY id;
                ALTER TABLE port DROP PRIMARY KEY;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("boat")).isEmpty();
        assertThat(replaying.columns("port")).containsExactly("id int not null");
    }

    @Test
    void tablesChangePlacesInOneStatement() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INT);
                CREATE TABLE boat_new (id BIGINT);
                INSERT INTO boat_new SELECT * FROM boat;
                RENAME TABLE boat TO boat_old, boat_new TO boat;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("id bigint");
        assertThat(replaying.columns("boat_old")).containsExactly("id int");
    }

    @Test
    void aProcedureThatTheScriptMakesIsRunWhereItIsCalled() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INT);
                DELIMITER $$
                CREATE PROCEDURE upgrade(IN wanted VARCHAR(20))
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                                   WHERE table_name = 'boat' AND column_name = 'name') THEN
                        ALTER TABLE boat ADD COLUMN name VARCHAR(9);
                    END IF;
                    SET @statement = CONCAT('ALTER TABLE boat ADD COLUMN ', wanted, ' INT');
                    PREPARE made FROM @statement;
                    EXECUTE made;
                END$$
                DELIMITER ;
                CALL upgrade('size');
                DROP PROCEDURE upgrade;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("id int", "name varchar(9)", "size int");
        assertThat(replaying.schema().routines()).isEmpty();
    }

    @Test
    void theDatabaseThatAScriptUsesIsTheDefault() {
        Replaying replaying = replay(
                "CREATE DATABASE fleet; USE fleet; CREATE TABLE boat (id INT);",
                "ALTER TABLE fleet.boat ADD name INT; ALTER TABLE boat ADD size INT;");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("id int", "name int", "size int");
        assertThat(replaying.table("boat").name()).hasToString("fleet.boat");
    }

    @Test
    void namesAreOneInAnyCase() {
        Replaying replaying = replay("CREATE TABLE Boat (Id INT);", "ALTER TABLE BOAT DROP COLUMN ID, ADD b INT;");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("b int");
    }

    @Test
    void aTableMadeLikeAnotherHasItsKeys() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(9) DEFAULT 'a', KEY by_name (name));
                CREATE TABLE copy LIKE boat;
                """);

        assertThat(replaying.columns("copy")).isEqualTo(replaying.columns("boat"));
        assertThat(replaying.keys("copy")).isEqualTo(replaying.keys("boat")).hasSize(2);
    }

    @Test
    void whereDdlCommitsARollbackUndoesNone() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INT);
                START TRANSACTION;
                ALTER TABLE boat ADD name VARCHAR(20);
                ROLLBACK;
                """);

        assertThat(replaying.columns("boat")).containsExactly("id int", "name varchar(20)");
    }

    @Test
    void madeUpNamesOfLongColumnsAreCutBeforeTheirNumber() {
        Replaying replaying = replay("""
                CREATE TABLE boat (a_name_that_goes_on_and_on_until_nearly_nothing_more_fits int);
                ALTER TABLE boat ADD UNIQUE (a_name_that_goes_on_and_on_until_nearly_nothing_more_fits);
                ALTER TABLE boat ADD UNIQUE (a_name_that_goes_on_and_on_until_nearly_nothing_more_fits);
                """);

        assertThat(replaying.keys("boat"))
                .containsExactly(
                        "unique a_name_that_goes_on_and_on_until_nearly_nothing_more_fits"
                                + " [a_name_that_goes_on_and_on_until_nearly_nothing_more_fits]",
                        "unique a_name_that_goes_on_and_on_unt_2"
                                + " [a_name_that_goes_on_and_on_until_nearly_nothing_more_fits]");
    }

    @Test
    void checksAreCopiedInTheOrderOfTheirNames() {
        Replaying replaying = replay("""
                CREATE TABLE boat (a int CHECK (a > 1), CONSTRAINT "zz" CHECK (a > 2), CONSTRAINT aa CHECK (a > 3));
                CREATE TABLE raft LIKE boat;
                """.replace('"', '`'));

        assertThat(replaying.keys("raft"))
                .containsExactly(
                        "check raft_chk_1 a > 3 over [a]",
                        "check raft_chk_2 a > 1 over [a]",
                        "check raft_chk_3 a > 2 over [a]");
    }

    @Test
    void whatMariaDbChecksOfAColumnCannotBeDropped() {
        Replaying replaying = Replaying.of(Dialect.MARIADB, """
                CREATE TABLE boat (papers JSON, crew INT, CONSTRAINT enough CHECK (crew > 1));
                ALTER TABLE boat DROP CONSTRAINT IF EXISTS papers, DROP CONSTRAINT IF EXISTS enough;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("boat")).containsExactly("check papers json_valid(papers) over [papers]");
    }

    @Test
    void whatMariaDbChecksAtAColumnIsAPartOfItWhateverItIsAbout() {
        String made =
                "CREATE TABLE boat (crew INT, mate INT CHECK (crew > 1), cook INT, CONSTRAINT cook CHECK (crew > 2));\n";

        assertThat(Replaying.of(Dialect.MARIADB, made + "ALTER TABLE boat DROP mate, DROP cook;")
                        .keys("boat"))
                .containsExactly("check cook crew > 2 over [crew]");
        assertThat(Replaying.of(Dialect.MARIADB, made + "ALTER TABLE boat MODIFY mate BIGINT, MODIFY cook BIGINT;")
                        .keys("boat"))
                .containsExactly("check cook crew > 2 over [crew]");
        assertThat(Replaying.of(Dialect.MARIADB, made + """
                                ALTER TABLE boat RENAME COLUMN mate TO purser;
                                ALTER TABLE boat DROP CONSTRAINT IF EXISTS mate, DROP CONSTRAINT IF EXISTS purser;
                                """).keys("boat"))
                .containsExactly("check mate crew > 1 over [crew]", "check cook crew > 2 over [crew]");
        assertThat(Replaying.of(Dialect.MARIADB, made + "ALTER TABLE boat DROP CONSTRAINT mate;")
                        .problems())
                .singleElement()
                .asString()
                .contains("mate");
    }

    @Test
    void aTextOfWiderCharactersIsOfAWiderType() {
        Replaying replaying = replay("""
                CREATE TABLE boat (a TEXT CHARACTER SET latin1, b TINYTEXT COLLATE utf8mb3_bin, c TEXT CHARSET utf8mb4, d TEXT);
                ALTER TABLE boat CONVERT TO CHARACTER SET utf8mb4;
                ALTER TABLE boat CONVERT TO CHARACTER SET ascii;
                """);

        assertThat(replaying.columns("boat")).containsExactly("a mediumtext", "b text", "c text", "d text");
    }

    @Test
    void theIndexOfAForeignKeyIsRenamedAlone() {
        Replaying replaying = replay("""
                CREATE TABLE port (id INT PRIMARY KEY);
                CREATE TABLE boat (port INT, CONSTRAINT home FOREIGN KEY (port) REFERENCES port (id));
                ALTER TABLE boat RENAME INDEX home TO by_port;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("boat"))
                .containsExactly("foreign key home [port] to port [id]", "index by_port [port]");
    }

    @Test
    void aDescendingIndexServesAForeignKeyInMariaDbAlone() {
        String script = """
                CREATE TABLE port (id INT PRIMARY KEY);
                CREATE TABLE boat (port INT, KEY by_port (port DESC), CONSTRAINT home FOREIGN KEY (port) REFERENCES port (id));
                CREATE TABLE raft LIKE boat;
                """;

        assertThat(replay(script).keys("raft")).containsExactly("index by_port [port desc]", "index home [port]");
        assertThat(Replaying.of(Dialect.MARIADB, script).keys("raft")).containsExactly("index by_port [port desc]");
    }

    @Test
    void anExpressionFollowsAColumnWhoseNameNeedsQuotes() {
        Replaying replaying = Replaying.of(Dialect.MARIADB, """
                CREATE TABLE boat (`length x` INT, wide INT AS (`length x` * 2), CONSTRAINT c CHECK (`length x` > 1 OR 'length x' = ''));
                ALTER TABLE boat RENAME COLUMN `length x` TO `l--x`;
                ALTER TABLE boat RENAME COLUMN `l--x` TO length;
                """);

        assertThat(replaying.columns("boat")).containsExactly("length int", "wide int as length * 2");
        assertThat(replaying.keys("boat")).containsExactly("check c length > 1 or 'length x' = '' over [length]");
    }

    @Test
    void aViewReadsAColumnThatAStarLeavesOut() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INT, secret VARCHAR(9) INVISIBLE);
                CREATE VIEW named AS SELECT secret FROM boat;
                CREATE VIEW starred AS SELECT * FROM boat;
                """);

        assertThat(replaying.schema().views().get("named").uses()).containsExactly("boat", "boat.secret");
        assertThat(replaying.schema().views().get("named").columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("secret varchar(9)");
        assertThat(replaying.schema().views().get("starred").uses()).containsExactly("boat", "boat.id");
    }

    @Test
    void columnsAndIndexesTakeEachOthersNamesInOneStatement() {
        Replaying replaying = replay("""
                CREATE TABLE boat (a INT, b TEXT, c DATE, KEY (a), UNIQUE (a), KEY k (c));
                ALTER TABLE boat RENAME COLUMN a TO b, RENAME COLUMN b TO c, RENAME COLUMN c TO a;
                ALTER TABLE boat CHANGE b c BIGINT, CHANGE c b TEXT NOT NULL, RENAME INDEX a TO k, RENAME INDEX k TO a;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("c bigint", "b text not null", "a date");
        assertThat(replaying.keys("boat")).containsExactly("unique a_2 [c]", "index k [c]", "index a [a]");
    }

    @Test
    void aRoutineMayHaveParenthesesInItsName() {
        Replaying replaying = replay("""
                CREATE PROCEDURE `odd (x)`() SELECT 1;
                DROP PROCEDURE `odd (x)`;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.schema().routines()).isEmpty();
    }

    @Test
    void a_call_finds_the_only_procedure_of_that_name() {
        Replaying replaying = Replaying.of(Dialect.MYSQL, "CREATE TABLE zoo.cats (id int, note text);")
                .then("""
                DELIMITER $$
                CREATE PROCEDURE zoo.tidy_table() BEGIN ALTER TABLE zoo.cats DROP COLUMN note; END $$
                DELIMITER ;
                CALL tidy_table();
                DROP PROCEDURE zoo.tidy_table;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).contains("dropped column zoo.cats.note");
    }

    @Test
    void theIndexThatAForeignKeyBringsIsRenamedAndDropped() {
        Replaying replaying = replay("""
                CREATE TABLE houses (id INT PRIMARY KEY);
                CREATE TABLE rooms (id INT, house INT, FOREIGN KEY (house) REFERENCES houses (id));
                CREATE TABLE beds (id INT, house INT, CONSTRAINT stands_in FOREIGN KEY (house) REFERENCES houses (id));
                """).then("""
                RENAME TABLE rooms TO chambers;
                ALTER TABLE chambers RENAME KEY house TO of_house;
                ALTER TABLE beds RENAME TO cots;
                ALTER TABLE cots RENAME INDEX stands_in TO of_house;
                CREATE INDEX house_and_id ON chambers (house, id);
                DROP INDEX of_house ON chambers;
                """);

        assertThat(replaying.problems()).isEmpty();
    }

    @Test
    void theLastForeignKeyOverAColumnGivesTheIndexItsName() {
        Replaying replaying = replay("""
                CREATE TABLE houses (id INT PRIMARY KEY);
                CREATE TABLE rooms (house INT, CONSTRAINT first FOREIGN KEY (house) REFERENCES houses (id),
                    CONSTRAINT second FOREIGN KEY (house) REFERENCES houses (id));
                CREATE TABLE rooms_copy LIKE rooms;
                ALTER TABLE rooms ADD FOREIGN KEY (house) REFERENCES houses (id);
                CREATE TABLE rooms_later LIKE rooms;
                """);

        assertThat(replaying.keys("rooms_copy")).containsExactly("index second [house]");
        assertThat(replaying.keys("rooms_later")).containsExactly("index house [house]");
    }

    @Test
    void theIndexThatAForeignKeyLeftGoesWhereAnotherBeginsWithItsColumns() {
        Replaying replaying = replay("""
                CREATE TABLE houses (id INT PRIMARY KEY);
                CREATE TABLE rooms (house INT, door INT, CONSTRAINT stands_in FOREIGN KEY (house) REFERENCES houses (id));
                CREATE TABLE chambers LIKE rooms;
                CREATE TABLE cells LIKE rooms;
                CREATE TABLE halls LIKE rooms;
                CREATE INDEX by_house ON chambers (house, door);
                CREATE INDEX by_door ON cells (door, house);
                ALTER TABLE halls RENAME KEY stands_in TO of_house, ADD KEY by_house (house);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("chambers")).containsExactly("index by_house [house, door]");
        assertThat(replaying.keys("cells")).containsExactly("index stands_in [house]", "index by_door [door, house]");
        assertThat(replaying.keys("halls")).containsExactly("index of_house [house]", "index by_house [house]");
    }

    @Test
    void anIndexKeepsClearOfTheNameOfOneThatAForeignKeyBrings() {
        Replaying replaying = replay("""
                CREATE TABLE houses (id INT PRIMARY KEY);
                CREATE TABLE rooms (house INT, FOREIGN KEY (house) REFERENCES houses (id), KEY (house DESC));
                CREATE TABLE chambers (house INT, KEY (house DESC), FOREIGN KEY (house) REFERENCES houses (id));
                CREATE INDEX house ON rooms (house DESC);
                """);

        assertThat(replaying.keys("rooms")).contains("index house_2 [house desc]");
        assertThat(replaying.keys("chambers")).contains("index house [house desc]");
        assertThat(replaying.problems()).containsExactly("1.sql:4:1 SCRIPT_DOES_NOT_APPLY index house exists already");
    }

    @Test
    void oneStatementDropsBeforeItMakes() {
        Replaying replaying = replay("""
                CREATE TABLE rooms (id INT PRIMARY KEY, door INT, wall INT, KEY by_door (door));
                ALTER TABLE rooms ADD PRIMARY KEY (wall), DROP PRIMARY KEY, ADD KEY by_door (wall), DROP COLUMN door, DROP KEY by_door;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("rooms")).containsExactly("id int not null", "wall int not null");
        assertThat(replaying.keys("rooms")).containsExactly("primary key PRIMARY [wall]", "index by_door [wall]");
    }

    @Test
    void aForeignKeyWithoutAnIndexGoesWhereMariaDbWritesItsTableAnew() {
        String script = """
                CREATE TABLE houses (id INT PRIMARY KEY);
                CREATE TABLE rooms (house INT PRIMARY KEY, CONSTRAINT stands_in FOREIGN KEY (house) REFERENCES houses (id));
                CREATE TABLE cells (house INT PRIMARY KEY, KEY (house), CONSTRAINT belongs_to FOREIGN KEY (house) REFERENCES houses (id));
                SET FOREIGN_KEY_CHECKS = 0;
                ALTER TABLE rooms DROP PRIMARY KEY;
                ALTER TABLE cells DROP PRIMARY KEY;
                """;

        assertThat(Replaying.of(Dialect.MARIADB, script).keys("rooms")).isEmpty();
        assertThat(Replaying.of(Dialect.MARIADB, script).keys("cells"))
                .containsExactly("foreign key belongs_to [house] to houses [id]", "index house [house]");
        assertThat(replay(script).keys("rooms")).containsExactly("foreign key stands_in [house] to houses [id]");
    }

    @Test
    void aSequenceThatTurnsKeepsTheLimitsOfItsFirstDirection() {
        Replaying replaying = Replaying.of(Dialect.MARIADB, """
                CREATE SEQUENCE countdown INCREMENT BY -1;
                ALTER SEQUENCE countdown INCREMENT BY 3;
                """);

        assertThat(replaying.schema().sequences().get("countdown").options())
                .containsEntry("minvalue", "-9223372036854775807")
                .containsEntry("maxvalue", "-1");
    }

    @Test
    void aCopyThatDeclaresTheColumnItselfHasNoCheckOfIt() {
        Replaying replaying = Replaying.of(Dialect.MARIADB, """
                CREATE TABLE boat (mate INT CHECK (mate > 0));
                CREATE TABLE copy SELECT mate FROM boat;
                CREATE TABLE own_copy (mate INT NOT NULL) SELECT mate FROM boat;
                """);

        assertThat(replaying.table("copy").checks()).hasSize(1);
        assertThat(replaying.table("own_copy").checks()).isEmpty();
    }
}
