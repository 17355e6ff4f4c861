package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.PostgreSqlEngine;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The engine is right: what a script leaves in its catalog is what the replay says. */
class PostgreSqlCatalogTest {
    private static final String SCRIPT = """
            CREATE TYPE stage AS ENUM ('seed', 'sprout', 'bloom');
            CREATE DOMAIN positive AS integer NOT NULL CHECK (VALUE > 0);
            CREATE SCHEMA shed;
            CREATE TABLE gardener (
                id serial PRIMARY KEY,
                mail varchar(120) NOT NULL UNIQUE,
                nick text DEFAULT NULL,
                joined timestamptz NOT NULL DEFAULT now(),
                "Age" smallint CHECK ("Age" >= 16)
            );
            CREATE TABLE bed (
                id bigint GENERATED ALWAYS AS IDENTITY,
                owner_id int REFERENCES gardener ON DELETE CASCADE,
                width numeric(6, 2) NOT NULL DEFAULT 1.5,
                length numeric(6, 2) NOT NULL,
                area numeric GENERATED ALWAYS AS (width * length) STORED,
                stages stage[] DEFAULT '{}',
                depth positive,
                CONSTRAINT bed_pk PRIMARY KEY (id),
                CHECK (width < 100 AND length < 100),
                UNIQUE NULLS NOT DISTINCT (owner_id, width)
            );
            CREATE TABLE shed.tool (code char(8) PRIMARY KEY, weight real, keeper int REFERENCES public.gardener (id));
            CREATE INDEX ON bed (length);
            CREATE UNIQUE INDEX tool_light ON shed.tool USING btree (lower(code)) WHERE weight < 2;
            CREATE INDEX bed_two ON bed (owner_id, width DESC) INCLUDE (length);

            ALTER TABLE gardener
                ADD COLUMN phone varchar(20),
                ADD COLUMN score integer NOT NULL DEFAULT 0,
                ALTER COLUMN nick TYPE varchar(60),
                ALTER COLUMN nick SET DEFAULT 'nobody',
                ALTER COLUMN mail TYPE varchar(200);
            ALTER TABLE gardener RENAME COLUMN nick TO nickname;
            ALTER TABLE gardener ADD CONSTRAINT phone_or_nick CHECK (phone IS NOT NULL OR nickname IS NOT NULL);
            ALTER TABLE gardener RENAME CONSTRAINT gardener_mail_key TO one_mail;
            ALTER TABLE gardener DROP COLUMN "Age";
            ALTER TYPE stage ADD VALUE 'wilt' AFTER 'bloom';
            ALTER TYPE stage RENAME VALUE 'seed' TO 'kernel';
            ALTER TYPE stage RENAME TO plant_stage;

            CREATE TABLE plant (LIKE bed INCLUDING ALL, latin text COLLATE "C");
            ALTER TABLE plant DROP COLUMN owner_id;
            ALTER TABLE bed RENAME TO flower_bed;
            ALTER TABLE flower_bed ALTER COLUMN owner_id SET NOT NULL;
            CREATE TABLE visit (day date NOT NULL, bed_id bigint, note text, PRIMARY KEY (day, bed_id)) PARTITION BY RANGE (day);
            CREATE TABLE visit_old PARTITION OF visit FOR VALUES FROM ('2000-01-01') TO ('2020-01-01');
            ALTER TABLE visit ADD COLUMN weather text DEFAULT 'dry';

            CREATE VIEW light_tools AS SELECT code, weight AS kilos FROM shed.tool WHERE weight < 2;
            CREATE MATERIALIZED VIEW gardens AS SELECT g.*, b.area FROM gardener g JOIN flower_bed b ON b.owner_id = g.id;
            CREATE INDEX gardens_area ON gardens (area);
            CREATE OR REPLACE VIEW light_tools AS SELECT code, weight AS kilos, keeper FROM shed.tool WHERE weight < 3;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.score := 1; RETURN NEW; END $$;
            CREATE FUNCTION grow(amount int, note varchar(10) DEFAULT '') RETURNS int LANGUAGE sql AS 'SELECT amount';
            CREATE TRIGGER touched BEFORE UPDATE ON gardener FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE SEQUENCE ticket START 100;
            ALTER SEQUENCE ticket RENAME TO ticket_no;
            ALTER TABLE shed.tool SET SCHEMA public;
            CREATE UNIQUE INDEX tool_heavy_guard ON tool (weight, code);
            ALTER TABLE tool ADD CONSTRAINT tool_one UNIQUE USING INDEX tool_heavy_guard;
            DO $$
            BEGIN
                IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                               WHERE table_name = 'tool' AND column_name = 'colour') THEN
                    ALTER TABLE tool ADD COLUMN colour text NOT NULL DEFAULT 'green';
                END IF;
                EXECUTE format('ALTER TABLE %I ADD COLUMN %I integer', 'tool', 'price');
            END $$;
            CREATE TABLE compost AS SELECT id, mail, score FROM gardener;
            CREATE TABLE pot (id int PRIMARY KEY, kind text);
            CREATE TABLE label (pot_id int REFERENCES pot, words text);
            CREATE VIEW pots AS SELECT id, kind FROM pot;
            DROP TABLE pot CASCADE;
            DROP INDEX bed_two;
            DROP FUNCTION grow(int, varchar);
            ALTER TABLE compost DROP COLUMN score, ADD PRIMARY KEY (id);
            """;

    @Test
    void theReplayEndsWithWhatTheCatalogHolds() throws SQLException {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, SCRIPT);

        assertThat(replaying.problems()).isEmpty();
        try (PostgreSqlEngine engine = PostgreSqlEngine.newDatabase()) {
            engine.run(SCRIPT);
            assertThat(Facts.of(replaying.schema())).containsExactlyInAnyOrderElementsOf(Facts.of(engine));
        }
    }
}
