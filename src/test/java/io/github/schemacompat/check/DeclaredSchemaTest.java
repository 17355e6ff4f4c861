package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.rule.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that say what the schema shall be, held against those of the last release. */
class DeclaredSchemaTest {
    private static final Map<String, String> RELEASED = Map.of(
            "Tables/Orders.sql",
            "CREATE TABLE dbo.Orders (\n  Id INT NOT NULL PRIMARY KEY,\n  Note NVARCHAR(50) NULL,\n"
                    + "  PersonId INT NOT NULL REFERENCES dbo.People (Id));\nGO\nCREATE INDEX IX_Orders ON dbo.Orders (PersonId);\n",
            "Tables/People.sql",
            "CREATE TABLE dbo.People (Id INT NOT NULL PRIMARY KEY, Name NVARCHAR(50) NOT NULL);\n",
            "Views/Names.sql",
            "CREATE VIEW dbo.Names AS SELECT Name FROM dbo.People;\n",
            "Procedures/FindPeople.sql",
            "CREATE PROCEDURE dbo.FindPeople AS SELECT Id FROM dbo.People;\n");

    private static CheckResult check(Map<String, String> changes) throws CannotCheckException {
        CheckRequest.Builder request = CheckRequest.builder()
                .dialect("sqlserver")
                .layout("declared")
                .release("1.1")
                .baseline(Baseline.scripts("1.0", RELEASED));
        Map<String, String> now = new LinkedHashMap<>(RELEASED);
        now.putAll(changes);
        now.forEach((path, text) -> {
            if (!text.isEmpty()) {
                request.script(path, text);
            }
        });
        return SchemaCompat.check(request.build());
    }

    private static List<String> findings(Map<String, String> changes) throws CannotCheckException {
        return check(changes).findings().stream().map(DeclaredSchemaTest::line).toList();
    }

    private static String line(Finding finding) {
        return finding.rule().id() + " " + finding.object()
                + (finding.location() == null
                        ? ""
                        : " " + finding.location().file() + ":"
                                + finding.location().start().line());
    }

    @Test
    void theSameSchemaIsTheSameInWhateverWay() throws CannotCheckException {
        CheckResult result = check(
                Map.of(
                        "Tables/People.sql",
                        "-- people\nCREATE TABLE [dbo].[People] (\n  [Id] INT NOT NULL PRIMARY KEY,\n  [Name] NVARCHAR (50) NOT NULL);\n"));
        assertThat(result.findings()).isEmpty();
        assertThat(result.histories().get(0).newScripts()).isEqualTo(1);
        assertThat(findings(Map.of())).isEmpty();
    }

    @Test
    void whatGrowsIsFree() throws CannotCheckException {
        assertThat(findings(Map.of(
                        "Tables/People.sql",
                        "CREATE TABLE dbo.People (Id INT NOT NULL PRIMARY KEY, Name NVARCHAR(50) NOT NULL, Born DATE NULL);\n",
                        "Tables/Cats.sql",
                        "CREATE TABLE dbo.Cats (Id INT NOT NULL PRIMARY KEY);\n",
                        "Views/Names_2.sql",
                        "CREATE VIEW dbo.Names_2 AS SELECT Name, Born FROM dbo.People;\n")))
                .isEmpty();
    }

    @Test
    void whatBreaksIsFoundAtWhatDeclaresItNow() throws CannotCheckException {
        assertThat(findings(Map.of(
                        "Tables/Orders.sql",
                        "\nCREATE TABLE dbo.Orders (\n  Id INT NOT NULL PRIMARY KEY,\n  PersonId INT NOT NULL REFERENCES"
                                + " dbo.People (Id),\n  Total INT NOT NULL);\nGO\nCREATE INDEX IX_Orders ON dbo.Orders (PersonId);\n",
                        "Views/Names.sql",
                        "CREATE VIEW dbo.Names AS SELECT Name AS Called FROM dbo.People;\n",
                        "Procedures/FindPeople.sql",
                        "CREATE PROCEDURE dbo.FindPeople @All BIT AS SELECT Id FROM dbo.People;\n")))
                .containsExactlyInAnyOrder(
                        "column-dropped dbo.Orders.Note Tables/Orders.sql:2",
                        "required-column-added dbo.Orders.Total Tables/Orders.sql:2",
                        "view-edited dbo.Names Views/Names.sql:1",
                        "routine-signature-changed dbo.FindPeople Procedures/FindPeople.sql:1");
    }

    @Test
    void whatIsNoLongerDeclaredIsDropped() throws CannotCheckException {
        assertThat(findings(Map.of("Tables/Orders.sql", "", "Views/Names.sql", "")))
                .containsExactlyInAnyOrder("table-dropped dbo.Orders", "view-dropped dbo.Names");
    }
}
