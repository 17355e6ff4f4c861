package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class Db2ReplayTest {
    private static Replaying replay(String... scripts) {
        return Replaying.of(Dialect.DB2, scripts);
    }

    @Test
    void severalChangesStandOneBehindTheOther() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20), size SMALLINT NOT NULL WITH DEFAULT);
                ALTER TABLE boat ALTER COLUMN name SET DATA TYPE VARCHAR(80) ALTER name SET NOT NULL
                  ALTER COLUMN size DROP DEFAULT ADD COLUMN kind CHAR(2) NOT NULL DEFAULT 'x' ADD note CLOB(1K);
                ALTER TABLE boat RENAME COLUMN kind TO sort;
                ALTER TABLE boat DROP COLUMN note DROP COLUMN size RESTRICT;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("BOAT"))
                .containsExactly(
                        "ID integer not null", "NAME varchar(80) not null", "SORT char(2) not null default 'x'");
    }

    @Test
    void aDroppedTableOrKeyTakesForeignKeysAlong() {
        Replaying replaying = replay("""
                CREATE TABLE port (id INTEGER NOT NULL, code INTEGER NOT NULL, PRIMARY KEY (id), CONSTRAINT port_code UNIQUE (code));
                CREATE TABLE boat (port INTEGER CONSTRAINT boat_port REFERENCES port,
                  code INTEGER, CONSTRAINT boat_code FOREIGN KEY (code) REFERENCES port (code));
                ALTER TABLE port DROP UNIQUE port_code;
                DROP TABLE port;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly(
                        "created table PORT",
                        "created table BOAT",
                        "dropped unique constraint PORT.PORT_CODE",
                        "dropped foreign key BOAT.BOAT_CODE because of unique constraint PORT.PORT_CODE",
                        "dropped table PORT",
                        "dropped foreign key BOAT.BOAT_PORT because of table PORT");
    }

    @Test
    void proceduresAreToldApartByTheNumberOfTheirParameters() {
        Replaying replaying = replay("""
                CREATE PROCEDURE p (IN a INTEGER) LANGUAGE SQL BEGIN END@
                CREATE OR REPLACE PROCEDURE p (IN a BIGINT) LANGUAGE SQL BEGIN END@
                CREATE OR REPLACE PROCEDURE p (IN a INTEGER, IN b INTEGER) LANGUAGE SQL BEGIN END@
                CREATE FUNCTION f (a INTEGER) RETURNS INTEGER LANGUAGE SQL RETURN a@
                CREATE OR REPLACE FUNCTION f (a DATE) RETURNS INTEGER LANGUAGE SQL RETURN 1@
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly(
                        "created routine P(integer)",
                        "altered routine P(integer)",
                        "created routine P(integer,integer)",
                        "created routine F(integer)",
                        "created routine F(date)");
    }

    @Test
    void compoundStatementsAreRunOnTheModel() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id INTEGER);
                BEGIN
                  IF NOT EXISTS (SELECT 1 FROM SYSCAT.COLUMNS WHERE TABNAME = 'BOAT' AND COLNAME = 'A') THEN
                    EXECUTE IMMEDIATE 'ALTER TABLE boat ADD COLUMN a INTEGER';
                  END IF;
                  IF EXISTS (SELECT 1 FROM SYSCAT.TABLES WHERE TABNAME = 'SHIP') THEN
                    EXECUTE IMMEDIATE 'DROP TABLE boat';
                  END IF;
                END@
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("BOAT")).containsExactly("ID integer", "A integer");
    }
}
