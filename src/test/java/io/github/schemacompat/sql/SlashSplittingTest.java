package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How scripts of SQL*Plus and of DB2's client fall into statements. */
class SlashSplittingTest {
    @Test
    void aSlashOnItsLineEndsAUnitAndASemicolonEverythingElse() {
        assertThat(oracle("""
                        CREATE TABLE boat (id NUMBER);
                        CREATE OR REPLACE PROCEDURE p AS
                        BEGIN
                          UPDATE boat SET id = 4
                            / 2;
                          NULL;
                        END;
                        /
                        CREATE OR REPLACE PACKAGE q AS PROCEDURE r; END q;
                        /
                        DROP TABLE boat
                        /
                        """))
                .containsExactly(
                        "CREATE TABLE boat (id NUMBER)",
                        "CREATE OR REPLACE PROCEDURE p AS BEGIN UPDATE boat SET id = 4 / 2; NULL; END;",
                        "CREATE OR REPLACE PACKAGE q AS PROCEDURE r; END q;",
                        "DROP TABLE boat");
    }

    @Test
    void aForgottenSlashLosesNothing() {
        assertThat(oracle("""
                        CREATE TYPE t AS OBJECT (a NUMBER);
                        CREATE FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;
                        ALTER TABLE boat ADD a NUMBER;
                        """))
                .containsExactly(
                        "CREATE TYPE t AS OBJECT (a NUMBER);",
                        "CREATE FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;",
                        "ALTER TABLE boat ADD a NUMBER");
    }

    @Test
    void linesForTheClientAreNoSql() {
        assertThat(oracle("""
                        SET DEFINE OFF
                        PROMPT it's a quote; no statement
                        WHENEVER SQLERROR EXIT -
                          FAILURE
                        SET ROLE app;
                        REM DROP TABLE a;
                        @other.sql
                        SELECT a
                          FROM b;
                        """))
                .containsExactly(
                        "SET DEFINE OFF",
                        "PROMPT it's a quote; no statement",
                        "WHENEVER SQLERROR EXIT - FAILURE",
                        "SET ROLE app",
                        "REM DROP TABLE a;",
                        "@other.sql",
                        "SELECT a FROM b");
    }

    @Test
    void qQuotesHideWhatTheyHold() {
        assertThat(oracle("INSERT INTO a VALUES (q'[it's; /\n/\n]', nq'!x;!');\nDROP TABLE b;"))
                .containsExactly("INSERT INTO a VALUES (q'[it's; / / ]', nq'!x;!')", "DROP TABLE b");
    }

    @Test
    void aDelimiterLineHoldsForOneStatement() {
        assertThat(oracle("delimiter $$\nBEGIN NULL; END;\n$$\nDROP TABLE a;\nDROP TABLE b;"))
                .containsExactly("BEGIN NULL; END", "DROP TABLE a", "DROP TABLE b");
    }

    @Test
    void aBlockIsABlockWithItsHandlersAndDeclarations() {
        List<Statement> statements = statements(Dialect.ORACLE, """
                        DECLARE
                          n NUMBER;
                          PROCEDURE say (t VARCHAR2) IS m NUMBER; BEGIN NULL; END say;
                        BEGIN
                          n := 1;
                        EXCEPTION WHEN OTHERS THEN NULL;
                        END;
                        /
                        """);

        assertThat(statements).hasSize(1);
        Statement.Block block = (Statement.Block) statements.get(0);
        assertThat(block.body())
                .extracting(SlashSplittingTest::text)
                .satisfiesExactly(
                        declarations -> assertThat(declarations)
                                .startsWith("DECLARE n NUMBER")
                                .endsWith("END say"),
                        assignment -> assertThat(assignment).isEqualTo("n := 1"));
        assertThat(block.handlers()).extracting(SlashSplittingTest::text).containsExactly("NULL");
    }

    @Test
    void db2EndsStatementsAsItsClientIsTold() {
        assertThat(db2("""
                        CREATE TABLE boat (id INTEGER);
                        CREATE PROCEDURE p () LANGUAGE SQL
                        BEGIN
                          UPDATE boat SET id = 1;
                          IF 1 = 1 THEN DELETE FROM boat; END IF;
                        END;
                        --#SET TERMINATOR #
                        CREATE TRIGGER t AFTER INSERT ON boat FOR EACH ROW BEGIN ATOMIC DELETE FROM boat; END#
                        --#SET TERMINATOR ;
                        DROP TABLE boat;
                        CREATE PROCEDURE q () BEGIN COMMIT; END@
                        DROP TABLE ship@
                        """))
                .containsExactly(
                        "CREATE TABLE boat (id INTEGER)",
                        "CREATE PROCEDURE p () LANGUAGE SQL BEGIN UPDATE boat SET id = 1; IF 1 = 1 THEN DELETE FROM boat; END IF; END",
                        "CREATE TRIGGER t AFTER INSERT ON boat FOR EACH ROW BEGIN ATOMIC DELETE FROM boat; END",
                        "DROP TABLE boat",
                        "CREATE PROCEDURE q () BEGIN COMMIT; END",
                        "DROP TABLE ship");
    }

    private static List<String> oracle(String script) {
        return statements(Dialect.ORACLE, script).stream()
                .map(SlashSplittingTest::text)
                .toList();
    }

    private static List<String> db2(String script) {
        return statements(Dialect.DB2, script).stream()
                .map(SlashSplittingTest::text)
                .toList();
    }

    private static List<Statement> statements(Dialect dialect, String script) {
        Span whole = SourceText.of("a.sql", script).whole();
        List<Statement> statements = new ArrayList<>();
        new StatementSplitter(dialect).statements(whole).forEachRemaining(statements::add);
        assertThat(Accounting.unaccounted(dialect, whole, statements.iterator()))
                .isEmpty();
        return statements;
    }

    private static String text(Statement statement) {
        return statement.span().text().replaceAll("\\s+", " ").strip();
    }
}
