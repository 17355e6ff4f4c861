package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.release.Baseline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from a break belongs to it: one finding, with a line for each thing that falls or fails with it. */
class ConsequencesTest {
    private static List<String> told(String dialect, String released, String added) throws CannotCheckException {
        return SchemaCompat.check(CheckRequest.builder()
                        .layout("flyway")
                        .dialect(dialect)
                        .script("V1__released.sql", released)
                        .script("V2__new.sql", added)
                        .baseline(Baseline.scripts("1.0", Map.of("V1__released.sql", released)))
                        .build())
                .findings()
                .stream()
                .map(finding -> finding.rule().id() + " " + finding.object() + ": " + finding.consequences())
                .toList();
    }

    private static final String SQL_SERVER = """
            CREATE TABLE dbo.People (Id INT NOT NULL PRIMARY KEY, Fax INT NULL, Name INT NULL);
            GO
            CREATE VIEW dbo.Faxes AS SELECT Fax FROM dbo.People;
            GO
            CREATE VIEW dbo.Names AS SELECT Name FROM dbo.People;
            GO
            CREATE PROCEDURE dbo.FindFax AS SELECT Fax FROM dbo.People;
            GO
            CREATE TRIGGER dbo.trPeople ON dbo.People AFTER INSERT AS UPDATE dbo.People SET Fax = 1 WHERE Fax IS NULL;
            GO
            """;

    @Test
    void whatNamesADroppedColumnFails() throws CannotCheckException {
        assertThat(told("sqlserver", SQL_SERVER, "ALTER TABLE dbo.People DROP COLUMN Fax;\nGO\n"))
                .containsExactly("column-dropped dbo.People.Fax: [procedure dbo.FindFax names it and fails, trigger"
                        + " dbo.trPeople names it, and writes that fire it fail, view dbo.Faxes names it and fails]");
    }

    @Test
    void whatNamesARenamedColumnFailsWhereViewsKeepTheirText() throws CannotCheckException {
        assertThat(told("sqlserver", SQL_SERVER, "EXEC sp_rename 'dbo.People.Name', 'FullName', 'COLUMN';\nGO\n"))
                .containsExactly("column-renamed dbo.People.Name: [view dbo.Names names it and fails]");
        assertThat(told(
                        "postgresql",
                        "CREATE TABLE people (id int, name int);\nCREATE VIEW names AS SELECT name FROM people;\n",
                        "ALTER TABLE people RENAME COLUMN name TO full_name;\n"))
                .containsExactly("column-renamed people.name: []");
        assertThat(told(
                        "h2",
                        "CREATE TABLE people (id int, name int);\nCREATE VIEW names AS SELECT name FROM people;\n",
                        "ALTER TABLE people RENAME TO persons;\n"))
                .containsExactly("table-renamed PUBLIC.PEOPLE: [view PUBLIC.NAMES names it and fails]");
    }

    @Test
    void whatIsStillThereHasNone() throws CannotCheckException {
        assertThat(told("sqlserver", SQL_SERVER, "ALTER TABLE dbo.People ALTER COLUMN Fax VARCHAR(5) NULL;\nGO\n"))
                .containsExactly("column-type-changed dbo.People.Fax: []");
    }

    @Test
    void whatFallsWithATableIsNamedAndItsColumnsAreNot() throws CannotCheckException {
        assertThat(told("postgresql", """
                        CREATE TABLE people (id int PRIMARY KEY, name int);
                        CREATE VIEW names AS SELECT name FROM people;
                        CREATE TABLE faxes (person int CONSTRAINT of_person REFERENCES people);
                        """, "DROP TABLE people CASCADE;\n"))
                .containsExactly(
                        "table-dropped people: [foreign key faxes.of_person goes with it, view names goes with it]");
    }
}
