package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import org.junit.jupiter.api.Test;

class PostgreSqlReplayTest {
    private static Replaying replay(String... scripts) {
        return Replaying.of(Dialect.POSTGRESQL, scripts);
    }

    @Test
    void cascadeTakesAlongWhatHangsOnATable() {
        Replaying replaying = replay("""
                CREATE TABLE hive (id serial PRIMARY KEY, place text);
                CREATE TABLE bee (id int PRIMARY KEY, hive_id int REFERENCES hive);
                CREATE VIEW places AS SELECT place FROM hive;
                CREATE VIEW all_places AS SELECT * FROM places;
                CREATE VIEW bees AS SELECT id FROM bee;
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER t BEFORE INSERT ON hive FOR EACH ROW EXECUTE FUNCTION f();
                """, "DROP TABLE hive CASCADE;");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .contains(
                        "dropped table hive",
                        "dropped trigger hive.t because of table hive",
                        "dropped sequence hive_id_seq because of table hive",
                        "dropped foreign key bee.bee_hive_id_fkey because of table hive",
                        "dropped view places because of table hive",
                        "dropped view all_places because of view places");
        assertThat(replaying.schema().views()).containsOnlyKeys("bees");
    }

    @Test
    void aDroppedColumnTakesItsIndexesAndConstraints() {
        Replaying replaying = replay("""
                CREATE TABLE hive (a int, b int, UNIQUE (a, b), CHECK (b > a));
                CREATE INDEX by_b ON hive (a) WHERE b > 0;
                CREATE VIEW sums AS SELECT b FROM hive;
                CREATE VIEW others AS SELECT a FROM hive;
                ALTER TABLE hive DROP COLUMN b CASCADE;
                """);

        assertThat(replaying.keys("hive")).isEmpty();
        assertThat(replaying.schema().views()).containsOnlyKeys("others");
        assertThat(replaying.changes())
                .contains(
                        "dropped column hive.b",
                        "dropped index hive.by_b because of column hive.b",
                        "dropped unique constraint hive.hive_a_b_key because of column hive.b",
                        "dropped check constraint hive.hive_check because of column hive.b",
                        "dropped view sums because of column hive.b");
    }

    @Test
    void everythingFollowsARename() {
        Replaying replaying = replay("""
                CREATE TABLE hive (id serial PRIMARY KEY, place text CHECK (place <> ''));
                CREATE TABLE bee (hive_id int REFERENCES hive (id));
                CREATE INDEX by_place ON hive (lower(place));
                CREATE VIEW places AS SELECT place FROM hive;
                ALTER TABLE hive RENAME COLUMN place TO site;
                ALTER TABLE hive RENAME COLUMN id TO hive_no;
                ALTER TABLE hive RENAME TO colony;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("colony"))
                .containsExactly(
                        "primary key hive_pkey [hive_no]",
                        "check hive_place_check site <> '' over [site]",
                        "index by_place [(lower(site))]");
        assertThat(replaying.keys("bee")).containsExactly("foreign key bee_hive_id_fkey [hive_id] to colony [hive_no]");
        assertThat(replaying.schema().sequences().get("hive_id_seq").ownedBy()).isEqualTo("colony.hive_no");
        assertThat(replaying.schema().views().get("places").uses()).containsExactly("colony", "colony.site");
    }

    @Test
    void anEnumThatIsSwappedForAnotherGivesItsColumnTheNewLabels() {
        Replaying replaying = replay("""
                CREATE TYPE mood AS ENUM ('calm', 'wild');
                CREATE TABLE bee (id int, feels mood);
                ALTER TYPE mood RENAME TO mood_old;
                CREATE TYPE mood AS ENUM ('calm');
                ALTER TABLE bee ALTER COLUMN feels TYPE mood USING feels::text::mood;
                DROP TYPE mood_old;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("bee")).containsExactly("id int4".replace("int4", "integer"), "feels mood");
        assertThat(replaying.schema().types().get("mood").labels()).containsExactly("calm");
    }

    @Test
    void namesWithoutSchemaFollowTheSearchPath() {
        Replaying replaying = replay("""
                CREATE SCHEMA wild;
                CREATE TABLE bee (id int);
                SET search_path TO wild;
                CREATE TABLE wasp (id int);
                ALTER TABLE bee ADD COLUMN name text;
                """, "CREATE TABLE wasp (id int); ALTER TABLE wild.wasp ADD COLUMN sting int;");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.schema().tables()).containsOnlyKeys("bee", "wasp", "wild.wasp");
        assertThat(replaying.columns("bee")).containsExactly("id integer", "name text");
        assertThat(replaying.columns("wild.wasp")).containsExactly("id integer", "sting integer");
        assertThat(replaying.table("bee").name()).hasToString("public.bee");
    }

    @Test
    void overloadsAreToldApartByTheirArguments() {
        Replaying replaying = replay("""
                CREATE FUNCTION find(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION find(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 2';
                DROP FUNCTION find(int);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.schema().routines()).containsOnlyKeys("find(integer,text)");
    }

    @Test
    void aSwallowedErrorIsNoProblem() {
        Replaying replaying = replay("""
                CREATE TYPE mood AS ENUM ('calm');
                DO $$ BEGIN
                    CREATE TYPE mood AS ENUM ('calm');
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("created type mood");
    }

    @Test
    void partitionsGoWithTheirParentAndGetItsColumns() {
        Replaying replaying = replay("""
                CREATE TABLE visit (day date, note text) PARTITION BY RANGE (day);
                CREATE TABLE visit_1 PARTITION OF visit DEFAULT;
                ALTER TABLE visit ADD COLUMN more int;
                """);
        assertThat(replaying.columns("visit_1")).containsExactly("day date", "note text", "more integer");
        assertThat(replaying.table("visit_1").partition()).isTrue();

        Replaying dropped = replay("CREATE TABLE visit (day date) PARTITION BY RANGE (day);"
                + " CREATE TABLE visit_1 PARTITION OF visit DEFAULT; DROP TABLE visit;");
        assertThat(dropped.schema().tables()).isEmpty();
        assertThat(dropped.changes()).contains("dropped table visit_1 because of table visit");
    }

    @Test
    void an_index_that_cascades_takes_the_foreign_keys_that_lean_on_it() {
        String quay = """
                CREATE TABLE quay (id int PRIMARY KEY, code int NOT NULL);
                CREATE UNIQUE INDEX by_code ON quay (code);
                CREATE TABLE mooring (quay_code int CONSTRAINT at_quay REFERENCES quay (code), quay_id int REFERENCES quay);
                """;

        assertThat(replay(quay + "DROP INDEX by_code CASCADE;").table("mooring").foreignKeys())
                .extracting(ForeignKey::name)
                .containsExactly("mooring_quay_id_fkey");
        assertThat(replay(quay + "CREATE UNIQUE INDEX again ON quay (code); DROP INDEX again CASCADE;")
                        .table("mooring")
                        .foreignKeys())
                .hasSize(2);
    }

    @Test
    void aForeignKeyGoesWithTheKeyThatItLeansOnOnly() {
        String harbour = "CREATE TABLE port (id int CONSTRAINT by_id UNIQUE); ALTER TABLE port ADD PRIMARY KEY (id);"
                + " CREATE TABLE ship (home int REFERENCES port (id));";
        assertThat(replay(harbour + "ALTER TABLE port DROP CONSTRAINT port_pkey CASCADE;")
                        .table("ship")
                        .foreignKeys())
                .hasSize(1);
        assertThat(replay(harbour + "ALTER TABLE port DROP CONSTRAINT by_id CASCADE;")
                        .table("ship")
                        .foreignKeys())
                .isEmpty();
    }

    @Test
    void alterIndexRenamesWhateverRelationHasTheName() {
        Replaying renamed =
                replay("CREATE SEQUENCE tickets; CREATE TABLE ship (id int); CREATE INDEX by_id ON ship (id);"
                        + " ALTER INDEX tickets RENAME TO numbers; ALTER INDEX ship RENAME TO boat;"
                        + " ALTER INDEX by_id RENAME TO by_number;");
        assertThat(renamed.problems()).isEmpty();
        assertThat(renamed.schema().sequences()).containsOnlyKeys("numbers");
        assertThat(renamed.schema().tables()).containsOnlyKeys("boat");
        assertThat(renamed.table("boat").indexes()).extracting(Index::name).containsExactly("by_number");
    }

    @Test
    void whatInheritsFromWhatInheritsChangesAlong() {
        String family = "CREATE TABLE ship (id int, note varchar(9), crew int);"
                + " CREATE TABLE ferry (note varchar(9)) INHERITS (ship);"
                + " CREATE TABLE car_ferry (deck int) INHERITS (ferry);";
        assertThat(replay(family + """
                        ALTER TABLE ship ALTER COLUMN id TYPE bigint;
                        ALTER TABLE ship RENAME COLUMN crew TO hands;
                        ALTER TABLE ship ADD COLUMN flag text;
                        """).columns("car_ferry"))
                .containsExactly(
                        "id bigint", "note character varying(9)", "hands integer", "deck integer", "flag text");

        Replaying dropped = replay(family + "ALTER TABLE ship DROP COLUMN note; ALTER TABLE ship DROP COLUMN crew;");
        assertThat(dropped.columns("ferry")).containsExactly("id integer", "note character varying(9)");
        assertThat(dropped.columns("car_ferry"))
                .containsExactly("id integer", "note character varying(9)", "deck integer");
    }

    @Test
    void aTableKeepsWhatItHadBeforeItInherited() {
        Replaying adopted = replay("""
                CREATE TABLE ship (id int, crew int);
                CREATE TABLE ferry (crew int, id int, deck int);
                ALTER TABLE ferry INHERIT ship;
                """);
        assertThat(adopted.then("ALTER TABLE ship DROP COLUMN crew;").columns("ferry"))
                .containsExactly("crew integer", "id integer", "deck integer");
        assertThat(adopted.then("""
                        ALTER TABLE ship ADD COLUMN deck int;
                        ALTER TABLE ship DROP COLUMN deck;
                        """).columns("ferry")).containsExactly("crew integer", "id integer", "deck integer");
        assertThat(replay("CREATE TABLE ship (id int, crew int); CREATE TABLE ferry () INHERITS (ship);"
                                + " ALTER TABLE ONLY ship DROP COLUMN crew;")
                        .columns("ferry"))
                .containsExactly("id integer", "crew integer");
    }

    @Test
    void aColumnOfTwoParentsGoesWithTheLast() {
        Replaying both = replay("""
                CREATE TABLE ship (id int, crew int);
                CREATE TABLE house (crew int);
                CREATE TABLE houseboat () INHERITS (ship, house);
                ALTER TABLE ship DROP COLUMN crew;
                """);
        assertThat(both.columns("houseboat")).containsExactly("id integer", "crew integer");
        assertThat(both.then("ALTER TABLE house DROP COLUMN crew;").columns("houseboat"))
                .containsExactly("id integer");
    }

    @Test
    void rowsAndRightsAreToldOf() {
        Replaying replaying = replay("""
                CREATE TABLE bee (id int, name text);
                UPDATE bee SET name = 'x';
                DELETE FROM bee WHERE id = 1;
                TRUNCATE bee;
                GRANT SELECT ON bee TO reader;
                ALTER TABLE bee ENABLE ROW LEVEL SECURITY;
                COMMENT ON COLUMN bee.name IS 'the old one. @deprecated use title';
                """);

        assertThat(replaying.changes())
                .containsExactly(
                        "created table bee",
                        "update table bee unfiltered [name]",
                        "delete table bee filtered []",
                        "truncated table bee",
                        "grant [select] on table bee [reader]",
                        "row security of table bee true",
                        "altered column bee.name");
        assertThat(replaying.table("bee").columns().get(1).marks().deprecated()).isEqualTo("use title");
    }

    @Test
    void whatAScriptRollsBackItselfIsNotDone() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id int);
                BEGIN;
                CREATE TABLE raft (id int);
                ALTER TABLE boat ADD COLUMN name text;
                ROLLBACK;
                START TRANSACTION;
                ALTER TABLE boat ADD COLUMN size int;
                SAVEPOINT "Before";
                ALTER TABLE boat ADD COLUMN kind text;
                SAVEPOINT later;
                DROP TABLE boat;
                ROLLBACK WORK TO SAVEPOINT later;
                ALTER TABLE boat ADD COLUMN note text;
                ROLLBACK TO "Before";
                ALTER TABLE boat ADD COLUMN flag bool;
                COMMIT AND CHAIN;
                DROP TABLE boat;
                ROLLBACK AND CHAIN;
                ALTER TABLE boat DROP COLUMN id;
                ABORT;
                ALTER TABLE boat ADD COLUMN crew int;
                ROLLBACK;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat"))
                .containsExactly("id integer", "size integer", "flag boolean", "crew integer");
        assertThat(replaying.schema().tables()).containsOnlyKeys("boat");
    }

    @Test
    void aTableInASchemaIsNoColumnOfATableThatIsCalledLikeTheSchema() {
        Replaying replaying = replay("""
                CREATE SCHEMA note;
                CREATE TABLE note (id int, body text);
                CREATE TABLE note.body (line text);
                CREATE TABLE note.page (line text);
                CREATE VIEW v AS SELECT n.id, n.body, p.line FROM note n, note.page p;
                ALTER TABLE note RENAME TO memo;
                """);

        assertThat(replaying.schema().views().get("v").uses())
                .containsExactly("memo", "memo.body", "memo.id", "note.page", "note.page.line");
    }

    @Test
    void aFunctionTakesItsTriggersAlongOnlyWhereItIsSaid() {
        String made = """
                CREATE TABLE boat (id int);
                CREATE FUNCTION paint() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER painted BEFORE INSERT ON boat FOR EACH ROW EXECUTE FUNCTION paint();
                """;
        assertThat(replay(made + "DROP FUNCTION paint() CASCADE;").schema().triggers())
                .isEmpty();
        assertThat(replay(made).schema().triggers()).hasSize(1);
        // the engine refuses it, and what it refuses is told elsewhere
        assertThat(replay(made + "DROP FUNCTION paint();").schema().triggers()).hasSize(1);
    }

    @Test
    void options_of_the_compiler_stand_before_the_block() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, "CREATE TABLE cats (id int, note text);")
                .then("""
                CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$
                #variable_conflict use_variable
                # option dump
                BEGIN ALTER TABLE cats DROP COLUMN note; END $$;
                CALL tidy();
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).contains("dropped column cats.note");
    }

    @Test
    void a_rule_that_rewrites_statements_does_not_pass_unseen() {
        assertThat(Replaying.of(Dialect.POSTGRESQL, "CREATE TABLE cats (id int);")
                        .then("CREATE OR REPLACE RULE nothing AS ON DELETE TO cats DO INSTEAD NOTHING;")
                        .problems())
                .singleElement()
                .asString()
                .contains("what a rewrite rule makes of an application's statements is not followed");
    }
}
