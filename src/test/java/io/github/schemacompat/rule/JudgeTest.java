package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String CUSTOMERS =
            "CREATE TABLE dbo.Customers (Id INT NOT NULL PRIMARY KEY, LastName NVARCHAR(50) NULL, Email VARCHAR(99) NULL);";

    @Test
    void aDroppedColumnIsFoundAtItsClause() {
        Judged judged = Judging.of(Dialect.SQL_SERVER)
                .release(CUSTOMERS)
                .judge(
                        "ALTER TABLE dbo.Customers ADD Phone VARCHAR(20) NULL;\nALTER TABLE dbo.Customers\n  DROP COLUMN LastName;");

        assertThat(Judging.lines(judged)).containsExactly("3 column-dropped dbo.Customers.LastName");
        Finding finding = judged.findings().get(0);
        assertThat(finding.message()).isEqualTo("Column dbo.Customers.LastName is dropped");
        assertThat(finding.breaks()).containsExactly(new Break("1.0", true, true, false));
        assertThat(judged.rollback()).isEqualTo(Rollback.UNSAFE);
    }

    @Test
    void whatTheScriptsCreateThemselvesIsFree() {
        Judged judged = Judging.of(Dialect.SQL_SERVER).release(CUSTOMERS).judge("""
                        CREATE TABLE dbo.Notes (Id INT NOT NULL, Text NVARCHAR(50) NULL);
                        ALTER TABLE dbo.Notes DROP COLUMN Text;
                        EXEC sp_rename 'dbo.Notes', 'Remarks';
                        DROP TABLE dbo.Remarks;
                        """);

        assertThat(judged.findings()).isEmpty();
        assertThat(judged.unjudged()).isEmpty();
        assertThat(judged.rollback()).isEqualTo(Rollback.SAFE);
    }

    @Test
    void aColumnThatAnOlderReleaseDoesNotKnowIsARequiredColumnForIt() {
        Judged judged = Judging.of(Dialect.SQL_SERVER)
                .window(2)
                .release(CUSTOMERS)
                .release("ALTER TABLE dbo.Customers ADD SurName NVARCHAR(50) NULL;")
                .judge("ALTER TABLE dbo.Customers ALTER COLUMN SurName NVARCHAR(50) NOT NULL;");

        assertThat(Judging.lines(judged)).containsExactly("1 column-made-required dbo.Customers.SurName");
        assertThat(judged.findings().get(0).breaks())
                .containsExactly(new Break("2.0", false, true, false), new Break("1.0", false, true, false));
    }

    @Test
    void aDifferenceIsReportedOnceAndInItsPhase() {
        Judged judged = Judging.of(Dialect.POSTGRESQL)
                .release("CREATE TABLE t (a int, b int);")
                .judge("ALTER TABLE t ADD c int;", "ALTER TABLE t DROP COLUMN a;");

        assertThat(Judging.lines(judged)).containsExactly("1 column-dropped t.a");
        assertThat(judged.rollback()).isEqualTo(Rollback.SAFE_UNTIL_POST);
    }
}
