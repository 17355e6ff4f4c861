package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.TypeChange;
import org.junit.jupiter.api.Test;

/** What engines keep beside what a statement says: options of the session, parents of tables, the next number. */
class StoredWithTheSchemaTest {
    @Test
    void a_routine_keeps_what_the_session_has_switched_off() {
        Replaying released = Replaying.of(Dialect.SQL_SERVER, """
                SET ANSI_NULLS ON
                SET QUOTED_IDENTIFIER ON
                GO
                CREATE PROCEDURE dbo.Sail AS SELECT 1
                """);

        String definition = definition(released);

        assertThat(definition(released.then("ALTER PROCEDURE dbo.Sail AS SELECT 1")))
                .isEqualTo(definition);
        assertThat(definition(released.then(
                        "SET ANSI_NULLS, QUOTED_IDENTIFIER ON\nGO\nALTER PROCEDURE dbo.Sail AS SELECT 1")))
                .isEqualTo(definition);
        assertThat(definition(released.then("SET QUOTED_IDENTIFIER OFF\nGO\nALTER PROCEDURE dbo.Sail AS SELECT 1")))
                .isNotEqualTo(definition);
    }

    private static String definition(Replaying replaying) {
        return replaying.schema().routines().get("sail").definition();
    }

    @Test
    void partitions_follow_their_table_after_a_release() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE trip (id int, day date) PARTITION BY RANGE (day);
                CREATE TABLE trip_2020 PARTITION OF trip FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                """)
                .then("ALTER TABLE trip ADD COLUMN note text; ALTER TABLE trip DROP COLUMN id;");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.table("trip_2020").parents()).containsExactly("trip");
        assertThat(replaying.columns("trip_2020")).containsExactly("day date", "note text");
    }

    @Test
    void not_null_can_be_a_constraint_of_the_table() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE ship (id int, crew int, flag text, CONSTRAINT crew_there NOT NULL crew, NOT NULL id NO INHERIT);
                ALTER TABLE ship ADD CONSTRAINT flag_there NOT NULL flag NOT VALID;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship"))
                .containsExactly("id integer not null", "crew integer not null", "flag text not null");
    }

    @Test
    void what_a_query_gives_has_the_type_of_its_expression_or_one_that_nobody_compares() {
        Replaying released = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE ship (id int, flag text, hull text, day date);
                CREATE TABLE figures AS
                    SELECT count(*) AS n, max(id) AS last, coalesce(flag, hull) AS mark, id > 3 AS late, day + id AS odd FROM ship;
                """);

        assertThat(released.columns("figures"))
                .containsExactly("n bigint", "last integer", "mark text", "late boolean", "odd unknown");
        assertThat(Dialect.POSTGRESQL.typeChange(
                        released.table("figures").columns().get(4),
                        released.table("ship").columns().get(3)))
                .isEqualTo(TypeChange.SAME);
    }

    @Test
    void guards_ask_how_many_bytes_a_column_has() {
        Replaying ship = Replaying.of(Dialect.SQL_SERVER, """
                CREATE TABLE dbo.Ship (Flag NCHAR(2), Code VARCHAR(20), Note NVARCHAR(MAX), Price DECIMAL(12, 2), Day DATE);
                """);

        assertThat(ship.then("""
                                IF COL_LENGTH('dbo.Ship', 'Flag') = 4 AND COL_LENGTH('dbo.Ship', 'Code') < 40
                                    ALTER TABLE dbo.Ship DROP COLUMN Flag;
                                IF COL_LENGTH('dbo.Ship', 'Note') <> -1 OR COL_LENGTH('dbo.Ship', 'Price') <> 9
                                    ALTER TABLE dbo.Ship DROP COLUMN Code;
                                IF EXISTS (SELECT 1 FROM sys.columns WHERE object_id = OBJECT_ID('dbo.Ship') AND name = 'Day' AND max_length = 3)
                                    ALTER TABLE dbo.Ship DROP COLUMN Day;
                                """).changes()).containsExactly("dropped column ship.flag", "dropped column ship.day");
    }

    @Test
    void an_object_of_any_kind_is_also_a_constraint() {
        assertThat(Replaying.of(Dialect.SQL_SERVER, "CREATE TABLE dbo.Ship (Id INT CONSTRAINT CK_Id CHECK (Id > 0));")
                        .then("IF OBJECT_ID('dbo.CK_Id') IS NOT NULL ALTER TABLE dbo.Ship DROP CONSTRAINT CK_Id;"
                                + " IF OBJECT_ID('dbo.CK_Other') IS NOT NULL DROP TABLE dbo.Ship;")
                        .changes())
                .containsExactly("dropped check constraint ship.ck_id");
    }

    @Test
    void a_table_can_be_of_a_type() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TYPE hull AS (code text, weight int);
                CREATE TABLE ship OF hull (PRIMARY KEY (code));
                CREATE TABLE boat OF hull;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("code text not null", "weight integer");
        assertThat(replaying.columns("boat")).containsExactly("code text", "weight integer");
    }

    @Test
    void the_next_number_that_a_script_sets_is_told() {
        assertThat(Replaying.of(Dialect.MYSQL, "CREATE TABLE ship (id INT AUTO_INCREMENT PRIMARY KEY);")
                        .then("ALTER TABLE ship AUTO_INCREMENT = 100;")
                        .changes())
                .containsExactly("numberingrestarted table ship");
        assertThat(Replaying.of(Dialect.SQL_SERVER, "CREATE TABLE Ship (Id INT IDENTITY);")
                        .then("DBCC CHECKIDENT ('Ship', RESEED, 0);")
                        .changes())
                .containsExactly("numberingrestarted table ship");
    }
}
