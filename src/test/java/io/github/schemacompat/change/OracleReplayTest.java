package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class OracleReplayTest {
    private static Replaying replay(String... scripts) {
        return Replaying.of(Dialect.ORACLE, scripts);
    }

    @Test
    void namesWithoutQuotesAreUpperCaseAndModifyKeepsWhatItDoesNotName() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id NUMBER(10) PRIMARY KEY, name VARCHAR2(20) DEFAULT 'x' NOT NULL, "Size" NUMBER);
                ALTER TABLE Boat MODIFY (name VARCHAR2(30 CHAR));
                ALTER TABLE boat MODIFY "Size" NUMBER(5,2) DEFAULT '' NOT NULL;
                ALTER TABLE boat ADD (a DATE, b NUMBER GENERATED ALWAYS AS (id * 2)) MODIFY (id NUMBER(12));
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("BOAT"))
                .containsExactly(
                        "ID number(12,0) not null",
                        "NAME varchar2(30 char) not null default 'x'",
                        "Size number(5,2) not null",
                        "A date",
                        "B number as id * 2");
    }

    @Test
    void cascadeConstraintsTakesForeignKeysAlongAndPlainDropsDoNot() {
        Replaying replaying = replay("""
                CREATE TABLE port (id NUMBER PRIMARY KEY);
                CREATE TABLE boat (id NUMBER PRIMARY KEY, port NUMBER CONSTRAINT boat_port REFERENCES port);
                DROP TABLE port CASCADE CONSTRAINTS;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly(
                        "created table PORT",
                        "created table BOAT",
                        "dropped table PORT",
                        "dropped foreign key BOAT.BOAT_PORT because of table PORT");
    }

    @Test
    void aConstraintThatNobodyMadeMayBeTheNameOfANotNull() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id NUMBER CONSTRAINT boat_id NOT NULL);
                ALTER TABLE boat DROP CONSTRAINT boat_id;
                """);

        assertThat(replaying.problems()).singleElement().asString().contains("unless it is the name of a NOT NULL");
    }

    @Test
    void blocksAreRunOnTheModel() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id NUMBER);
                CREATE OR REPLACE PROCEDURE add_column (t IN VARCHAR2, c IN VARCHAR2) IS
                  n NUMBER;
                BEGIN
                  SELECT COUNT(*) INTO n FROM user_tab_columns WHERE table_name = t AND column_name = c;
                  IF n = 0 THEN
                    EXECUTE IMMEDIATE 'ALTER TABLE ' || t || ' ADD ' || c || ' NUMBER';
                  END IF;
                END;
                /
                EXEC add_column('BOAT', 'A')
                BEGIN
                  add_column('BOAT', 'ID');
                  add_column('BOAT', 'B');
                  FOR r IN (SELECT constraint_name FROM user_constraints WHERE table_name = 'BOAT' AND constraint_type = 'C') LOOP
                    EXECUTE IMMEDIATE 'ALTER TABLE boat DROP CONSTRAINT ' || r.constraint_name;
                  END LOOP;
                END;
                /
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("BOAT")).containsExactly("ID number", "A number", "B number");
    }

    @Test
    void aHandlerThatLetsOneErrorPassMakesItsBlockOptional() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id NUMBER);
                BEGIN
                  EXECUTE IMMEDIATE 'CREATE TABLE boat (id NUMBER, a NUMBER)';
                EXCEPTION WHEN OTHERS THEN IF SQLCODE != -955 THEN RAISE; END IF;
                END;
                /
                BEGIN
                  EXECUTE IMMEDIATE 'CREATE TABLE boat (id NUMBER, a NUMBER)';
                EXCEPTION WHEN OTHERS THEN RAISE;
                END;
                /
                """);

        assertThat(replaying.columns("BOAT")).containsExactly("ID number");
        assertThat(replaying.problems()).hasSize(1);
    }

    @Test
    void ofAPackageEachProcedureIsARoutine() {
        Replaying replaying = replay("""
                CREATE PACKAGE p AS c CONSTANT NUMBER := 1; PROCEDURE a; FUNCTION b (n NUMBER) RETURN NUMBER; END;
                /
                CREATE PACKAGE BODY p AS
                  PROCEDURE hidden IS BEGIN NULL; END;
                  PROCEDURE a IS BEGIN IF 1 = 1 THEN hidden; END IF; END a;
                  FUNCTION b (n NUMBER) RETURN NUMBER IS BEGIN RETURN n; END;
                END p;
                /
                CREATE OR REPLACE PACKAGE p AS c CONSTANT NUMBER := 1; PROCEDURE a; END;
                /
                DROP PACKAGE BODY p;
                DROP PACKAGE p;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly(
                        "created routine P",
                        "created routine P.A",
                        "created routine P.B",
                        "altered routine P.A",
                        "altered routine P.B",
                        "altered routine P",
                        "dropped routine P.B",
                        "altered routine P",
                        "dropped routine P",
                        "dropped routine P.A because of routine P");
    }

    @Test
    void aColumnThatLeavesThePrimaryKeyTakesNullAgain() {
        Replaying replaying = replay("""
                CREATE TABLE boat (id NUMBER(9), code NUMBER(9) NOT NULL, CONSTRAINT boat_pk PRIMARY KEY (id, code));
                ALTER TABLE boat MODIFY (id NUMBER(12));
                """);

        assertThat(replaying.columns("BOAT")).containsExactly("ID number(12,0) not null", "CODE number(9,0) not null");
        assertThat(replaying.then("ALTER TABLE boat DROP CONSTRAINT boat_pk;").columns("BOAT"))
                .containsExactly("ID number(12,0)", "CODE number(9,0) not null");
    }
}
