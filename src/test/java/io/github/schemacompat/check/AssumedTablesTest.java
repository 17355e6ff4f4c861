package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.release.Baseline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables that no script made have been there all the same: what new scripts do to them is judged like anything else. */
class AssumedTablesTest {
    private static List<String> findings(String dialect, String released, String added) throws CannotCheckException {
        CheckRequest request = CheckRequest.builder()
                .dialect(dialect)
                .baseline(Baseline.scripts("1.0", Map.of("V1__first.sql", released)))
                .script("V1__first.sql", released)
                .script("V2__second.sql", added)
                .build();
        return SchemaCompat.check(request).findings().stream()
                .map(finding -> {
                    var location = finding.location();
                    return (location == null ? 0 : location.start().line()) + " "
                            + finding.rule().id() + " " + finding.object();
                })
                .toList();
    }

    @Test
    void columnsOfATableThatReleasedScriptsOnlyAlter() throws CannotCheckException {
        assertThat(findings("postgresql", "ALTER TABLE vans ADD COLUMN note text;", """
                        ALTER TABLE vans DROP COLUMN weight;
                        ALTER TABLE vans ALTER COLUMN height SET NOT NULL;
                        ALTER TABLE vans RENAME COLUMN width TO breadth;
                        ALTER TABLE vans ALTER COLUMN breadth DROP NOT NULL;
                        ALTER TABLE vans ADD COLUMN depth int NOT NULL;
                        ALTER TABLE vans ADD COLUMN colour int;
                        ALTER TABLE vans DROP COLUMN colour;
                        ALTER TABLE vans RENAME TO lorries;
                        ALTER TABLE lorries DROP COLUMN owner;
                        """))
                .containsExactly(
                        "1 script-does-not-apply vans",
                        "1 column-dropped vans.weight",
                        "2 column-made-required vans.height",
                        "3 column-renamed vans.width",
                        "5 required-column-added vans.depth",
                        "8 table-renamed vans",
                        "9 column-dropped vans.owner");
    }

    @Test
    void tablesThatNewScriptsNameFirst() throws CannotCheckException {
        assertThat(findings("sqlserver", "CREATE TABLE Parcels (Id int NOT NULL)", """
                        DROP TABLE Vans;
                        DROP TABLE IF EXISTS Staging;
                        ALTER TABLE Carts ADD Note nvarchar(50) NULL;
                        EXEC sp_rename 'dbo.Carts.Width', 'Breadth', 'COLUMN';
                        EXEC sp_rename 'dbo.Ships', 'Boats';
                        """))
                .containsExactly(
                        "1 script-does-not-apply dbo.Vans",
                        "1 table-dropped dbo.Vans",
                        "3 script-does-not-apply dbo.Carts",
                        "4 column-renamed dbo.Carts.Width",
                        "5 script-does-not-apply dbo.Ships");
    }

    @Test
    void whatTheNewScriptsNeedNoLongerThereIsNoReleasedTable() throws CannotCheckException {
        assertThat(findings("mysql", "CREATE TABLE parcels (id int NOT NULL);", """
                        CREATE TABLE vans (id int NOT NULL, note text);
                        ALTER TABLE vans DROP COLUMN note;
                        DROP TABLE vans;
                        """))
                .isEmpty();
    }

    @Test
    void whatLaterScriptsNeedIsNotGoneBefore() throws CannotCheckException {
        CheckRequest request = CheckRequest.builder()
                .dialect("postgresql")
                .baseline(Baseline.scripts("1.0", Map.of("V1__first.sql", "CREATE TABLE parcels (id int);")))
                .script("V1__first.sql", "CREATE TABLE parcels (id int);")
                .script("V2__second.sql", "ALTER TABLE carts ADD COLUMN note text; ALTER TABLE parcels ADD n int;")
                .script(
                        "V3__third.sql",
                        "ALTER TABLE vans ALTER COLUMN width DROP NOT NULL; ALTER TABLE parcels ADD m int;")
                .script("V4__fourth.sql", "ALTER TABLE carts ALTER COLUMN width DROP NOT NULL;")
                .script("post/V5__fifth.sql", "ALTER TABLE ships ADD COLUMN note text;")
                .build();
        assertThat(SchemaCompat.check(request).findings().stream()
                        .map(finding -> finding.rule().id() + " " + finding.object()))
                .containsOnly(
                        "script-does-not-apply carts", "script-does-not-apply vans", "script-does-not-apply ships");
    }

    @Test
    void itIsSaidThatNoScriptSaysWhatAColumnWasBefore() throws CannotCheckException {
        CheckRequest request = CheckRequest.builder()
                .dialect("mysql")
                .baseline(Baseline.scripts("1.0", Map.of()))
                .script("V2__second.sql", "ALTER TABLE vans MODIFY height int NOT NULL;")
                .build();
        assertThat(SchemaCompat.check(request).findings().stream().map(finding -> finding.message()))
                .contains("Column vans.height is made NOT NULL, and no script says whether it was before");
    }

    @Test
    void aColumnThatIsToldAnewMayHaveBeenTheSame() throws CannotCheckException {
        assertThat(findings("mysql", "ALTER TABLE vans ADD COLUMN note text;", """
                        ALTER TABLE vans MODIFY id int NOT NULL AUTO_INCREMENT;
                        ALTER TABLE vans MODIFY plate varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
                        ALTER TABLE vans MODIFY height int NOT NULL;
                        """))
                .containsExactly("1 script-does-not-apply vans", "3 column-made-required vans.height");
    }
}
