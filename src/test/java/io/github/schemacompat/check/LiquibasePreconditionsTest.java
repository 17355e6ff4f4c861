package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.release.Baseline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Liquibase would not run breaks nothing; what it may run, may. */
class LiquibasePreconditionsTest {
    private static final String RELEASED = """
            --liquibase formatted sql
            --changeset ada:1
            CREATE TABLE people (id int, fax int);
            CREATE VIEW faxes AS SELECT fax FROM people;
            """;

    private static List<String> check(String preconditions) throws CannotCheckException {
        String added = RELEASED + "--changeset ada:2\n" + preconditions + "ALTER TABLE people DROP COLUMN id;\n";
        return SchemaCompat.check(CheckRequest.builder()
                        .layout("liquibase")
                        .dialect("postgresql")
                        .script("1.sql", added)
                        .baseline(Baseline.scripts("1.0", Map.of("1.sql", RELEASED)))
                        .build())
                .findings()
                .stream()
                .map(finding ->
                        finding.rule().id() + (finding.conditional() ? " perhaps" : "") + " " + finding.object())
                .toList();
    }

    @Test
    void withoutAnyItBreaks() throws CannotCheckException {
        assertThat(check("")).containsExactly("column-dropped people.id");
    }

    @Test
    void whatHolds() throws CannotCheckException {
        assertThat(check("""
                        --preconditions onFail:MARK_RAN
                        --precondition-table-exists table:PEOPLE
                        --precondition-view-exists view:faxes
                        --precondition-sql-check expectedResult:1 SELECT count(*) FROM information_schema.columns WHERE table_name = 'people' AND column_name = 'id'
                        """)).containsExactly("column-dropped people.id");
    }

    @Test
    void whatDoesNotHoldIsNotRun() throws CannotCheckException {
        assertThat(check("""
                        --preconditions onFail:MARK_RAN
                        --precondition-table-exists table:persons
                        """)).isEmpty();
        assertThat(check("""
                        --preconditions onFail:CONTINUE
                        --precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM pg_tables WHERE tablename = 'people';
                        """)).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsRunWithAWarning() throws CannotCheckException {
        assertThat(check("""
                        --preconditions onFail:WARN
                        --precondition-table-exists table:persons
                        """)).containsExactly("column-dropped people.id");
    }

    @Test
    void whatDoesNotHoldStopsTheMigration() throws CannotCheckException {
        assertThat(check("""
                        --preconditions onFail:HALT
                        --precondition-table-exists table:persons
                        """))
                .containsExactly("script-does-not-apply 1.sql::ada:2", "column-dropped perhaps people.id");
    }

    @Test
    void whatOnlyTheRowsCanTellMayBeRun() throws CannotCheckException {
        String rows = "--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM people\n";
        assertThat(check("--preconditions onFail:MARK_RAN\n" + rows))
                .containsExactly("column-dropped perhaps people.id");
        // where it doesn't hold there is no new schema at all
        assertThat(check("--preconditions\n" + rows)).containsExactly("column-dropped people.id");
    }
}
