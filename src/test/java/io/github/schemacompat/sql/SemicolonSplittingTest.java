package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class SemicolonSplittingTest {
    @Test
    void semicolonsOutsideStringsEndStatements() {
        assertThat(postgresql("""
                        CREATE TABLE boats (id int, name text DEFAULT ';');;
                        DO $$ BEGIN DROP TABLE a; END $$; -- ; not here
                        BEGIN; COMMIT;
                        CREATE RULE r AS ON DELETE TO a DO ALSO (DELETE FROM b; DELETE FROM c);
                        INSERT INTO a VALUES (1; DROP TABLE b
                        """)).isEqualTo("""
                        CREATE TABLE boats (id int, name text DEFAULT ';')
                        DO $$ BEGIN DROP TABLE a; END $$
                        BEGIN
                        COMMIT
                        CREATE RULE r AS ON DELETE TO a DO ALSO (DELETE FROM b; DELETE FROM c)
                        INSERT INTO a VALUES (1
                        DROP TABLE b
                        """);
    }

    @Test
    void atomicBodiesHoldSemicolons() {
        assertThat(postgresql("""
                        CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql
                        BEGIN ATOMIC INSERT INTO b VALUES (1); SELECT CASE WHEN a = 1 THEN 2 END; END;
                        DROP TABLE b;
                        CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT 1; DROP TABLE c;
                        """)).isEqualTo("""
                        CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC INSERT INTO b VALUES (1); SELECT CASE WHEN a = 1 THEN 2 END; END
                        DROP TABLE b
                        CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT 1
                        DROP TABLE c
                        """);
    }

    @Test
    void rowsOfCopyBelongToIt() {
        assertThat(postgresql("COPY a (b) FROM stdin;\n1\tit's; DROP\n\\.\nDROP TABLE a;"))
                .isEqualTo("COPY a (b) FROM stdin; 1 it's; DROP \\.\nDROP TABLE a\n");
        assertThat(postgresql("COPY a FROM 'file';\nDROP TABLE a;")).isEqualTo("COPY a FROM 'file'\nDROP TABLE a\n");
        assertThat(postgresql("COPY a FROM stdin;\nDROP TABLE a;")).isEqualTo("COPY a FROM stdin\nDROP TABLE a\n");
    }

    @Test
    void linesForPsqlAreStatements() {
        assertThat(postgresql("\\set x 'it''s\n\\connect db\nSELECT 1 \\gset\nDROP TABLE a;"))
                .isEqualTo("\\set x 'it''s\n\\connect db\nSELECT 1\n\\gset\nDROP TABLE a\n");
    }

    @Test
    void delimiterLines() {
        String script = """
                DROP PROCEDURE IF EXISTS p;
                DELIMITER $$
                CREATE PROCEDURE p() BEGIN DROP TABLE a; END$$
                SELECT 1; SELECT 'x$$' $$
                delimiter ;
                DROP TABLE b;
                """;
        assertThat(mysql(script)).isEqualTo("""
                        DROP PROCEDURE IF EXISTS p
                        CREATE PROCEDURE p() BEGIN DROP TABLE a; END
                        SELECT 1
                        SELECT 'x$$'
                        DROP TABLE b
                        """);
        assertThat(postgresql("DELIMITER //\nCREATE FUNCTION f() RETURNS int AS 'a; b' //\nDELIMITER ;\nSELECT 1"))
                .isEqualTo("CREATE FUNCTION f() RETURNS int AS 'a; b'\nSELECT 1\n");
        assertThat(mysql("CREATE TABLE a (\ndelimiter CHAR(1)\n);"))
                .isEqualTo("CREATE TABLE a ( delimiter CHAR(1) )\n");
    }

    @Test
    void routinesOfMysqlWithoutDelimiter() {
        assertThat(mysql("""
                        CREATE DEFINER=`r`@`%` PROCEDURE IF NOT EXISTS p(IN a INT)
                        SQL SECURITY INVOKER
                        l: BEGIN
                          DECLARE b INT DEFAULT IF(a > 1, 2, 3);
                          DECLARE EXIT HANDLER FOR NOT FOUND, SQLSTATE VALUE '23000' BEGIN END;
                          IF a = 1 THEN SET b = CASE WHEN a THEN 1 END; ELSEIF a = 2 THEN SET b = 2; ELSE SET b = 3; END IF;
                          CASE a WHEN 1 THEN SET b = 1; ELSE BEGIN END; END CASE;
                          w: WHILE b < 5 DO SET b = b + 1; END WHILE w;
                          REPEAT SET b = b - 1; UNTIL b = 0 END REPEAT;
                          LOOP LEAVE l; END LOOP;
                        END;
                        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = IF(NEW.b, 1, 2);
                        CREATE TRIGGER u AFTER UPDATE ON a FOR EACH ROW IF NEW.b THEN INSERT INTO c VALUES (1); END IF;
                        CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN CASE WHEN 1 THEN 2 END;
                        CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END;
                        BEGIN;
                        CALL p(1);
                        """))
                .satisfies(tree -> assertThat(tree.lines().map(line -> line.substring(0, Math.min(17, line.length()))))
                        .containsExactly(
                                "CREATE DEFINER=`r",
                                "CREATE TRIGGER t ",
                                "CREATE TRIGGER u ",
                                "CREATE FUNCTION f",
                                "CREATE EVENT e ON",
                                "BEGIN",
                                "CALL p(1)"))
                .contains("END LOOP; END\n", "THEN INSERT INTO c VALUES (1); END IF\n", "DELETE FROM b; END\n");
    }

    @Test
    void routinesThatDontEndAreCutSoThatNothingBehindThemIsLost() {
        assertThat(mysql("CREATE PROCEDURE p() BEGIN IF a THEN SET b = 1; END;\nDROP TABLE c;"))
                .isEqualTo("CREATE PROCEDURE p() BEGIN IF a THEN SET b = 1\nEND\nDROP TABLE c\n");
    }

    @Test
    void whatMysqlRunsInsideCommentsIsSplit() {
        assertThat(mysql("/*!40101 SET a = 1 */;\n/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`h`*/ /*!50003 TRIGGER t"
                        + " BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END */;\nDROP TABLE a;"))
                .isEqualTo("SET a = 1\nCREATE*/ /*!50017 DEFINER=`r`@`h`*/ /*!50003 TRIGGER t"
                        + " BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END\nDROP TABLE a\n");
    }

    @Test
    void bodiesOfMysql() {
        assertThat(StatementTree.ofBody(Dialect.MYSQL, """
                        BEGIN
                          DECLARE done INT DEFAULT 0;
                          DECLARE CONTINUE HANDLER FOR 1060, SQLEXCEPTION SET done = 1;
                          IF NOT EXISTS (SELECT 1 FROM x) THEN ALTER TABLE a ADD b INT;
                          ELSEIF done THEN DROP TABLE b; ELSE DROP TABLE c; END IF;
                          CASE done WHEN 1 THEN DROP TABLE d; WHEN 2 THEN DROP TABLE e; END CASE;
                          CASE WHEN done = 1 THEN DROP TABLE f; ELSE DROP TABLE g; END CASE;
                          l: LOOP LEAVE l; END LOOP l;
                          WHILE done < 2 DO SET done = 3; END WHILE;
                          REPEAT SET done = 4; UNTIL done > 3 END REPEAT;
                        END
                        """)).isEqualTo("""
                        {
                          DECLARE done INT DEFAULT 0
                          ? NOT EXISTS (SELECT 1 FROM x)
                            ALTER TABLE a ADD b INT
                          :
                            ? done
                              DROP TABLE b
                            :
                              DROP TABLE c
                          ? CASE done WHEN 1
                            DROP TABLE d
                          :
                            ? WHEN 2
                              DROP TABLE e
                          ? done = 1
                            DROP TABLE f
                          :
                            DROP TABLE g
                          * LOOP
                            LEAVE l
                          * WHILE done < 2
                            SET done = 3
                          * UNTIL done > 3
                            SET done = 4
                        } !
                          SET done = 1
                        """);
    }

    @Test
    void bodiesOfPostgresql() {
        assertThat(StatementTree.ofBody(Dialect.POSTGRESQL, """
                        <<outermost>>
                        DECLARE
                          r record; c CURSOR FOR SELECT 1;
                        BEGIN
                          IF NOT EXISTS (SELECT 1) THEN ALTER TABLE a ADD b int; ELSIF x THEN NULL; END IF;
                          FOR r IN SELECT * FROM t LOOP EXECUTE 'DROP TABLE ' || r.n; END LOOP;
                          FOREACH x IN ARRAY y LOOP CONTINUE; END LOOP;
                          FOR i IN 1..10 LOOP EXIT; END LOOP;
                          WHILE CASE WHEN true THEN true END LOOP x := CASE WHEN a THEN b END; END LOOP;
                          DECLARE y int; BEGIN y := 1; END;
                          CASE WHEN a THEN RAISE EXCEPTION 'x'; END CASE;
                        EXCEPTION
                          WHEN undefined_table OR SQLSTATE '23505' THEN DROP TABLE c; NULL;
                          WHEN others THEN RETURN;
                        END outermost;
                        """)).isEqualTo("""
                        {
                          DECLARE r record; c CURSOR FOR SELECT 1
                          ? NOT EXISTS (SELECT 1)
                            ALTER TABLE a ADD b int
                          :
                            ? x
                              NULL
                          * FOR r IN SELECT * FROM t
                            EXECUTE 'DROP TABLE ' || r.n
                          * FOREACH x IN ARRAY y
                            CONTINUE
                          * FOR i IN 1..10
                            EXIT
                          * WHILE CASE WHEN true THEN true END
                            x := CASE WHEN a THEN b END
                          {
                            DECLARE y int
                            y := 1
                          ? a
                            RAISE EXCEPTION 'x'
                        } !
                          DROP TABLE c
                          NULL
                          RETURN
                        """);
        assertThat(StatementTree.ofBody(Dialect.POSTGRESQL, "INSERT INTO a VALUES (1); SELECT 2"))
                .isEqualTo("INSERT INTO a VALUES (1)\nSELECT 2\n");
    }

    @Test
    void bodiesWithoutStructureAreOneStatement() {
        assertThat(StatementTree.ofBody(Dialect.POSTGRESQL, "BEGIN IF a THEN DROP TABLE b; END;"))
                .isEqualTo("?! BEGIN IF a THEN DROP TABLE b; END\n");
        String deep = "BEGIN ".repeat(5_000) + "NULL; " + "END; ".repeat(5_000);
        assertThat(StatementTree.ofBody(Dialect.POSTGRESQL, deep))
                .hasLineCount(1)
                .startsWith("?! BEGIN BEGIN");
        String chain = "IF a THEN NULL; " + "ELSIF b THEN NULL; ".repeat(5_000) + "END IF;";
        assertThat(StatementTree.ofBody(Dialect.MYSQL, chain)).hasLineCount(1).startsWith("?! IF a THEN");
        assertThat(mysql("CREATE PROCEDURE p() " + deep + "DROP TABLE a;")).endsWith("\nDROP TABLE a\n");
    }

    @Test
    void statementsAreFoundWhenTheyAreAskedFor() {
        String dump = "INSERT INTO a VALUES (1, 'x');\n".repeat(1_000) + "SELECT 'never closed";
        Iterator<Statement> statements = new StatementSplitter(Dialect.POSTGRESQL)
                .statements(SourceText.of("f", dump).whole());
        assertThat(statements.next().span().startPosition().line()).isEqualTo(1);
        assertThat(statements.next().span().startPosition().line()).isEqualTo(2);
    }

    private static String postgresql(String sql) {
        return StatementTree.ofScript(Dialect.POSTGRESQL, sql);
    }

    private static String mysql(String sql) {
        return StatementTree.ofScript(Dialect.MYSQL, sql);
    }
}
