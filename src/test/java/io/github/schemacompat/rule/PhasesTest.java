package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.script.Phase;
import org.junit.jupiter.api.Test;

/** Pre scripts have to do for the releases that still run, post scripts for the one that is being built. */
class PhasesTest {
    private static final String TABLE =
            "CREATE TABLE customers (id int PRIMARY KEY, phone varchar(20), fax varchar(20));";
    private static final String DEPRECATE = "-- schema-compat: deprecate customers.phone because nobody calls\n";

    private static Judged judge(String pre, String post) {
        return Judging.of(Dialect.POSTGRESQL).release(TABLE).judge(pre, post);
    }

    @Test
    void whatTheReleaseBeingBuiltDeprecatesMayGoInPost() {
        Judged judged = judge(DEPRECATE, "ALTER TABLE customers DROP COLUMN phone;");
        assertThat(judged.findings()).isEmpty();
        assertThat(judged.rollback()).isEqualTo(Rollback.SAFE_UNTIL_POST);
    }

    @Test
    void whatItUsesMayNot() {
        Judged judged = judge(DEPRECATE, "ALTER TABLE customers DROP COLUMN fax;");
        assertThat(judged.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("column-dropped");
            assertThat(finding.phase()).isEqualTo(Phase.POST);
            assertThat(finding.breaks()).extracting(Break::release).containsExactly("the release being built");
            assertThat(finding.why()).startsWith("Queries and writes of the release being built that name it fail");
        });
        assertThat(judged.rollback()).isEqualTo(Rollback.SAFE_UNTIL_POST);
    }

    @Test
    void whatPreMadeIsUsedByTheReleaseBeingBuilt() {
        Judged judged =
                judge("CREATE TABLE orders (id int PRIMARY KEY, total int);", "ALTER TABLE orders DROP COLUMN total;");
        assertThat(Judging.lines(judged)).containsExactly("1 column-dropped orders.total");
        assertThat(judged.rollback()).isEqualTo(Rollback.SAFE);
    }

    @Test
    void aRequiredColumnComesInTwoSteps() {
        String pre = """
                ALTER TABLE customers ADD COLUMN code varchar(3);
                CREATE FUNCTION fill_code() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.code := coalesce(NEW.code, 'n/a'); RETURN NEW; END $$;
                CREATE TRIGGER fill_code BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION fill_code();
                -- schema-compat: populate customers.code because every form has it
                """;
        String post = """
                UPDATE customers SET code = 'n/a' WHERE code IS NULL;
                ALTER TABLE customers ALTER COLUMN code SET NOT NULL;
                DROP TRIGGER fill_code ON customers;
                DROP FUNCTION fill_code();
                """;
        Judged judged = judge(pre, post);
        assertThat(judged.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(judged.findings())
                .filteredOn(finding -> finding.phase() == Phase.POST)
                .isEmpty();
        assertThat(judged.rollback()).isEqualTo(Rollback.SAFE_UNTIL_POST);

        String tightened = "ALTER TABLE customers ALTER COLUMN code SET NOT NULL;";
        assertThat(Judging.lines(judge(pre + tightened, "")))
                .as("the trigger fills what an old release leaves out")
                .noneMatch(line -> line.contains("required-column-added"));
        assertThat(Judging.lines(judge("ALTER TABLE customers ADD COLUMN code varchar(3);\n" + tightened, "")))
                .anyMatch(line -> line.contains("required-column-added"));
    }

    @Test
    void writersOfWhatIsNoLongerReadAreStillBroken() {
        String unread = "-- schema-compat: deprecate reads customers.phone because no page shows it\n";
        Judged judged = Judging.of(Dialect.POSTGRESQL)
                .release(TABLE + unread)
                .judge("ALTER TABLE customers DROP COLUMN phone;");
        assertThat(judged.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.breaks()).containsExactly(new Break("1.0", false, true, false)));
        assertThat(Judging.of(Dialect.POSTGRESQL)
                        .release(TABLE.replace("phone varchar(20)", "phone varchar(20) NOT NULL") + unread)
                        .judge("ALTER TABLE customers ALTER COLUMN phone DROP NOT NULL;")
                        .findings())
                .isEmpty();
    }

    @Test
    void aDeprecatedColumnIsLeftOutByItsWriters() {
        Judging released = Judging.of(Dialect.POSTGRESQL).release(TABLE + DEPRECATE);
        assertThat(Judging.lines(released.judge("ALTER TABLE customers ALTER COLUMN phone SET NOT NULL;")))
                .containsExactly("1 column-made-required customers.phone");
        assertThat(Judging.lines(released.judge("ALTER TABLE customers ALTER COLUMN phone TYPE varchar(5);")))
                .isEmpty();
    }

    @Test
    void everyKindOfObjectMayGoOnceItIsDeprecated() {
        String made = """
                CREATE TABLE dbo.Things (Id int NOT NULL);
                GO
                CREATE VIEW dbo.ThingNames AS SELECT Id FROM dbo.Things
                GO
                CREATE PROCEDURE dbo.spFindAllThings AS SELECT Id FROM dbo.Things
                GO
                CREATE SEQUENCE dbo.ThingIds START WITH 1;
                CREATE TYPE dbo.ThingName FROM varchar(20);
                CREATE SYNONYM dbo.OldThings FOR dbo.Things;
                """;
        String drop = """
                DROP SYNONYM dbo.OldThings;
                DROP TYPE dbo.ThingName;
                DROP SEQUENCE dbo.ThingIds;
                DROP PROCEDURE dbo.spFindAllThings;
                DROP VIEW dbo.ThingNames;
                DROP TABLE dbo.Things;
                """;
        Judging used = Judging.of(Dialect.SQL_SERVER).release(made);
        assertThat(used.judge(drop).findings()).hasSize(6);
        Judging retired = used.release(
                "-- schema-compat: deprecate dbo.Things, dbo.ThingNames, dbo.spFindAllThings, dbo.ThingIds,"
                        + " dbo.ThingName, dbo.OldThings because nobody needs things\n");
        assertThat(retired.judge(drop).findings()).isEmpty();
    }
}
