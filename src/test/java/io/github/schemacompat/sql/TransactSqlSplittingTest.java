package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactSqlSplittingTest {
    @Test
    void statementsNeedNoTerminator() {
        assertThat(split("""
                        SET NOCOUNT ON
                        CREATE TABLE dbo.Boats (Id INT, Owner INT REFERENCES dbo.Owners (Id) ON DELETE CASCADE)
                        ALTER TABLE dbo.Boats ADD Sail INT NULL ALTER TABLE dbo.Boats ALTER COLUMN Sail INT NOT NULL
                        DROP INDEX IX_Sail ON dbo.Boats;
                        EXEC sp_rename 'dbo.Boats.Sail', 'Sails', 'COLUMN'
                        DECLARE @n INT = 1 SET @n = CASE WHEN @n = 1 THEN 2 ELSE 3 END
                        PRINT 'done';;
                        """)).isEqualTo("""
                        SET NOCOUNT ON
                        CREATE TABLE dbo.Boats (Id INT, Owner INT REFERENCES dbo.Owners (Id) ON DELETE CASCADE)
                        ALTER TABLE dbo.Boats ADD Sail INT NULL
                        ALTER TABLE dbo.Boats ALTER COLUMN Sail INT NOT NULL
                        DROP INDEX IX_Sail ON dbo.Boats
                        EXEC sp_rename 'dbo.Boats.Sail', 'Sails', 'COLUMN'
                        DECLARE @n INT = 1
                        SET @n = CASE WHEN @n = 1 THEN 2 ELSE 3 END
                        PRINT 'done'
                        """);
    }

    /** Each holds words that begin statements elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE a DROP COLUMN b, CONSTRAINT c",
                "ALTER TABLE a DROP COLUMN IF EXISTS b",
                "ALTER TABLE a DROP c",
                "ALTER TABLE a DROP INDEX i",
                "ALTER TABLE a ALTER INDEX i REBUILD WITH (BUCKET_COUNT = 8)",
                "ALTER TABLE a ALTER COLUMN b DROP MASKED",
                "ALTER TABLE a WITH CHECK ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (d) ON DELETE SET NULL"
                        + " ON UPDATE SET DEFAULT",
                "ALTER TABLE a ADD b INT NOT NULL CONSTRAINT d DEFAULT 1 WITH VALUES",
                "ALTER TABLE a SET (LOCK_ESCALATION = AUTO)",
                "ALTER TABLE a DISABLE TRIGGER t",
                "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE",
                "ALTER ROLE r DROP MEMBER m",
                "ALTER PARTITION FUNCTION pf() MERGE RANGE (5)",
                "DROP TABLE IF EXISTS a",
                "CREATE SCHEMA s CREATE TABLE t (a INT) GRANT SELECT ON t TO u",
                "INSERT INTO a (b) SELECT 1 UNION ALL SELECT 2",
                "INSERT INTO a WITH (TABLOCK) (b) EXEC p",
                "INSERT a DEFAULT VALUES",
                "WITH x (a) AS (SELECT 1), y AS (SELECT 2) INSERT INTO b SELECT * FROM x",
                "WITH x AS (SELECT 1 a) UPDATE b SET b.a = x.a FROM b, x",
                "WITH x AS (SELECT 1 a) DELETE FROM x",
                "MERGE INTO a USING b ON a.i = b.i WHEN MATCHED THEN UPDATE SET a.x = b.x WHEN NOT MATCHED THEN"
                        + " INSERT (i) VALUES (b.i) WHEN NOT MATCHED BY SOURCE THEN DELETE",
                "SELECT a FROM b INNER MERGE JOIN c ON b.i = c.i ORDER BY a OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY",
                "SELECT 1 EXCEPT SELECT 2 INTERSECT SELECT 3",
                "DECLARE c CURSOR FOR SELECT a FROM b FOR UPDATE OF a",
                "DECLARE c CURSOR FOR WITH x AS (SELECT 1 a) SELECT a FROM x",
                "GRANT SELECT, INSERT, EXECUTE, ALTER ON a TO b WITH GRANT OPTION",
                "REVOKE GRANT OPTION FOR CREATE TABLE FROM b",
                "UPDATE a SET b = 1",
                "UPDATE STATISTICS a",
                "BULK INSERT a FROM 'f'",
                "BEGIN TRANSACTION",
                "RAISERROR ('x', 16, 1) WITH NOWAIT",
                "EXEC p WITH RECOMPILE",
                "END CONVERSATION @h",
                "CREATE TABLE a (b INT, INDEX i (b)) WITH (DATA_COMPRESSION = PAGE)",
                "again:",
                "sp_rename 'a', 'b'"
            })
    void oneStatement(String statement) {
        assertThat(split(statement)).isEqualTo(statement + "\n");
        String surrounded = split("PRINT 1\n;" + statement + "\nPRINT 2");
        assertThat(surrounded).isEqualTo("PRINT 1\n" + statement + "\nPRINT 2\n");
    }

    @Test
    void aStatementThatFollowsWithoutTerminatorIsItsOwn() {
        assertThat(split("""
                        UPDATE STATISTICS a SET XACT_ABORT ON UPDATE b SET c = 1
                        ALTER TABLE a ADD b INT DROP INDEX i ON a DROP TABLE c
                        INSERT INTO a (b) VALUES (1) SELECT 2 EXEC p
                        INSERT INTO a (b) (SELECT 1) SELECT 2
                        ALTER TABLE a DROP COLUMN b DISABLE TRIGGER t ON a
                        ALTER TABLE a DROP COLUMN b IF EXISTS (SELECT 1) DROP TABLE b
                        SELECT 1 a WITH x AS (SELECT 1 y) SELECT y FROM x
                        OPEN c FETCH NEXT FROM c INTO @x
                        """)).isEqualTo("""
                        UPDATE STATISTICS a
                        SET XACT_ABORT ON
                        UPDATE b SET c = 1
                        ALTER TABLE a ADD b INT
                        DROP INDEX i ON a
                        DROP TABLE c
                        INSERT INTO a (b) VALUES (1)
                        SELECT 2
                        EXEC p
                        INSERT INTO a (b) (SELECT 1)
                        SELECT 2
                        ALTER TABLE a DROP COLUMN b
                        DISABLE TRIGGER t ON a
                        ALTER TABLE a DROP COLUMN b
                        ? EXISTS (SELECT 1)
                          DROP TABLE b
                        SELECT 1 a
                        WITH x AS (SELECT 1 y) SELECT y FROM x
                        OPEN c
                        FETCH NEXT FROM c INTO @x
                        """);
    }

    @Test
    void blocks() {
        assertThat(split("""
                        IF COL_LENGTH('Boats', 'Sail') IS NULL AND (SELECT COUNT(*) FROM x) > 0
                        BEGIN
                            ALTER TABLE Boats ADD Sail INT;
                            IF @a = CASE WHEN 1 = 1 THEN 1 END DROP TABLE a; ELSE IF UPDATE(b) DROP TABLE b ELSE BEGIN DROP TABLE c END
                        END;
                        ELSE
                            PRINT 'there'
                        WHILE @@FETCH_STATUS = 0 BEGIN FETCH NEXT FROM c BREAK END
                        BEGIN TRY
                            BEGIN TRAN DROP VIEW v COMMIT
                        END TRY
                        BEGIN CATCH
                            THROW;
                        END CATCH
                        DROP TABLE d
                        """)).isEqualTo("""
                        ? COL_LENGTH('Boats', 'Sail') IS NULL AND (SELECT COUNT(*) FROM x) > 0
                          {
                            ALTER TABLE Boats ADD Sail INT
                            ? @a = CASE WHEN 1 = 1 THEN 1 END
                              DROP TABLE a
                            :
                              ? UPDATE(b)
                                DROP TABLE b
                              :
                                {
                                  DROP TABLE c
                        :
                          PRINT 'there'
                        * WHILE @@FETCH_STATUS = 0
                          {
                            FETCH NEXT FROM c
                            BREAK
                        {
                          BEGIN TRAN
                          DROP VIEW v
                          COMMIT
                        } !
                          THROW
                        DROP TABLE d
                        """);
    }

    @Test
    void goLinesEndBatches() {
        assertThat(split("PRINT 1\nGO\nPRINT 2\r\n  go 5 -- five times\r\nPRINT 3\rGO /* so */\rGO;\nPRINT 4\nGO"))
                .isEqualTo("PRINT 1\nPRINT 2\nPRINT 3\nPRINT 4\n");
        assertThat(split("PRINT '\nGO\n' /*\nGO\n*/ SELECT [\nGO\n] FROM t go"))
                .isEqualTo("PRINT ' GO '\nSELECT [ GO ] FROM t go\n");
    }

    @Test
    void modulesGoToTheEndOfTheirBatch() {
        assertThat(split("""
                        CREATE OR ALTER PROCEDURE p @a INT AS
                        IF @a = 1 DROP TABLE x
                        SELECT 1;
                        SELECT 2;
                        GO
                        ALTER VIEW v WITH SCHEMABINDING AS SELECT 1 a
                        GO
                        DROP VIEW w
                        """)).isEqualTo("""
                        CREATE OR ALTER PROCEDURE p @a INT AS IF @a = 1 DROP TABLE x SELECT 1; SELECT 2
                        ALTER VIEW v WITH SCHEMABINDING AS SELECT 1 a
                        DROP VIEW w
                        """);
    }

    @Test
    void bodies() {
        assertThat(StatementTree.ofBody(Dialect.SQL_SERVER, "BEGIN SET NOCOUNT ON; DROP TABLE a END"))
                .isEqualTo("{\n  SET NOCOUNT ON\n  DROP TABLE a\n");
        assertThat(StatementTree.ofBody(Dialect.SQL_SERVER, "SELECT 1\nGO\nDROP TABLE a"))
                .isEqualTo("SELECT 1 GO\nDROP TABLE a\n");
    }

    @Test
    void linesForSqlcmdAreStatements() {
        assertThat(split(":setvar Db \"it's\"\n:r .\\more.sql\nPRINT 1\n:on error exit\nGO\nPRINT 2"))
                .isEqualTo(":setvar Db \"it's\"\n:r .\\more.sql\nPRINT 1\n:on error exit\nPRINT 2\n");
    }

    @Test
    void whatHasNoStructureIsOneStatementWithAllItsText() {
        assertThat(split("IF 1 = 1 BEGIN DROP TABLE a; PRINT 1;\nGO\nPRINT 2"))
                .isEqualTo("?! IF 1 = 1 BEGIN DROP TABLE a; PRINT 1\nPRINT 2\n");
        assertThat(split("END DROP TABLE a")).isEqualTo("END\nDROP TABLE a\n");
        assertThat(split("IF 1 = 1")).isEqualTo("?! IF 1 = 1\n");
        assertThat(split("PRINT 1; DROP TABLE 'a")).isEqualTo("PRINT 1\nDROP TABLE 'a\n");
    }

    @Test
    void manyBlocksInsideEachOtherAreNoProblem() {
        String deep = "BEGIN ".repeat(5_000) + "DROP TABLE a " + "END ".repeat(5_000);
        assertThat(split(deep + "\nGO\nPRINT 1")).isEqualTo("?! " + deep.strip() + "\nPRINT 1\n");
        String chain = "IF 1 = 1 PRINT 1 ELSE ".repeat(5_000) + "PRINT 2";
        assertThat(split(chain)).isEqualTo("?! " + chain + "\n");
        String parentheses = "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);
        assertThat(split(parentheses + " PRINT 1")).isEqualTo(parentheses + "\nPRINT 1\n");
    }

    private static String split(String sql) {
        return StatementTree.ofScript(Dialect.SQL_SERVER, sql);
    }
}
