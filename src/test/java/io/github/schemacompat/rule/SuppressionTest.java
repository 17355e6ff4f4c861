package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an {@code allow} covers, and what not. */
class SuppressionTest {
    private static final String TABLE =
            "CREATE TABLE customers (id int PRIMARY KEY, phone varchar(20), fax varchar(20), telex varchar(20));";
    private static final String ALLOW = "-- schema-compat: allow column-dropped because nobody calls";

    private static Judged judge(Dialect dialect, String sql) {
        return Judging.of(dialect).release(TABLE).judge(sql);
    }

    /** What is left, and what is suppressed for which reason. */
    private static List<String> judged(String sql) {
        return judge(Dialect.POSTGRESQL, sql).findings().stream()
                .map(finding -> finding.rule().id() + " "
                        + finding.object().substring(finding.object().indexOf('.') + 1)
                        + (finding.suppressed() == null ? "" : " (" + finding.suppressed() + ")"))
                .toList();
    }

    @Test
    void theNextStatement() {
        assertThat(judged(ALLOW + "\nALTER TABLE customers\n  DROP COLUMN phone,\n  DROP COLUMN fax;\n"
                        + "ALTER TABLE customers DROP COLUMN telex;\n"))
                .containsExactly(
                        "column-dropped phone (nobody calls)",
                        "column-dropped fax (nobody calls)",
                        "column-dropped telex");
    }

    @Test
    void theStatementThatEndsThere() {
        assertThat(judged("ALTER TABLE customers\n  DROP COLUMN phone,\n  DROP COLUMN fax; " + ALLOW
                        + "\nALTER TABLE customers DROP COLUMN telex;\n"))
                .containsExactly(
                        "column-dropped phone (nobody calls)",
                        "column-dropped fax (nobody calls)",
                        "column-dropped telex");
    }

    @Test
    void theClauseOnItsLine() {
        assertThat(judged("ALTER TABLE customers\n  DROP COLUMN phone, " + ALLOW + "\n  DROP COLUMN fax;\n"))
                .containsExactly("column-dropped phone (nobody calls)", "column-dropped fax");
    }

    @Test
    void theStatementInABlock() {
        List<Finding> findings = judge(
                        Dialect.SQL_SERVER,
                        "IF COL_LENGTH('dbo.customers', 'phone') IS NOT NULL\nBEGIN\n  " + ALLOW
                                + "\n  ALTER TABLE customers DROP COLUMN phone\n  ALTER TABLE customers DROP COLUMN fax\n"
                                + "END\n")
                .findings();
        assertThat(findings).extracting(Finding::suppressed).containsExactly("nobody calls", null);
    }

    @Test
    void onlyTheObjectThatIsNamed() {
        assertThat(judged("-- schema-compat: allow column-dropped on customers.fax because nobody sends\n"
                        + "ALTER TABLE customers DROP COLUMN phone, DROP COLUMN fax;\n"))
                .containsExactly("column-dropped phone", "column-dropped fax (nobody sends)");
    }

    @Test
    void severalDirectivesStandAboveEachOther() {
        assertThat(judged("-- schema-compat: allow column-dropped on customers.fax because nobody sends\n"
                        + "-- schema-compat: allow column-dropped on customers.phone because nobody calls\n"
                        + "ALTER TABLE customers DROP COLUMN phone, DROP COLUMN fax;\n"))
                .containsExactly("column-dropped phone (nobody calls)", "column-dropped fax (nobody sends)");
    }

    @Test
    void anUnknownRuleIsToldWithTheNearest() {
        assertThat(judge(
                                Dialect.MYSQL,
                                "-- schema-compat: allow colum-dropped because x\nALTER TABLE customers ADD a int;\n")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("There is no rule 'colum-dropped'. Did you mean column-dropped?"));
        assertThat(judge(
                                Dialect.MYSQL,
                                "-- schema-compat: allow column-dropped until later because x\nALTER TABLE customers ADD"
                                        + " a int;\n")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("'later' is neither a version nor a date such as 2027-01-31."));
    }

    /** A day in another notation would be taken for a version that is never reached. */
    @Test
    void aDayThatThereIsNotIsNoVersion() {
        for (String until : List.of("2027-02-30", "2027-2-3", "2027/02/03", "31.12.2027", "12/31/2027")) {
            assertThat(judged("-- schema-compat: allow column-dropped until " + until
                            + " because nobody calls\nALTER TABLE customers DROP COLUMN phone;\n"))
                    .as(until)
                    .hasSize(2)
                    .contains("column-dropped phone");
        }
        assertThat(judged("-- schema-compat: allow column-dropped until 2027.2 because nobody calls\n"
                        + "ALTER TABLE customers DROP COLUMN phone;\n"))
                .containsExactly("column-dropped phone (nobody calls)");
    }

    @Test
    void anUnknownObjectIsToldWithTheNearest() {
        assertThat(judge(
                                Dialect.POSTGRESQL,
                                "-- schema-compat: allow column-dropped on customers.phon because x\n"
                                        + "ALTER TABLE customers DROP COLUMN phone;\n")
                        .findings())
                .extracting(Finding::message)
                .containsExactly(
                        "There is no customers.phon. Did you mean phone?", "Column customers.phone is dropped");
    }

    /** Of routines with one name that one is meant whose arguments are given. */
    @Test
    void aRoutineIsNamedWithItsArguments() {
        Judged judged = Judging.of(Dialect.POSTGRESQL)
                .release("CREATE FUNCTION find(id int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                        + "CREATE FUNCTION find(name text, id int) RETURNS int LANGUAGE sql AS 'SELECT 1';")
                .judge("-- schema-compat: allow routine-dropped on find(integer) because nobody finds\n"
                        + "DROP FUNCTION find(int);\n"
                        + "-- schema-compat: allow routine-dropped on find(integer) because nobody finds\n"
                        + "DROP FUNCTION find(text, int);\n");
        assertThat(judged.findings())
                .extracting(finding -> finding.rule().id() + " " + finding.allow() + " " + finding.suppressed())
                .containsExactly(
                        "routine-dropped -- schema-compat: allow routine-dropped on find(integer) because … nobody finds",
                        "suppression-unused null null",
                        "routine-dropped -- schema-compat: allow routine-dropped on find(text, integer) because … null");
    }

    @Test
    void theLineThatIsOfferedNeedsAReason() {
        Finding finding = judge(Dialect.SQL_SERVER, "ALTER TABLE dbo.customers DROP COLUMN phone;\n")
                .findings()
                .get(0);
        assertThat(finding.allow())
                .isEqualTo("-- schema-compat: allow column-dropped on dbo.customers.phone because …");
        assertThat(judge(Dialect.SQL_SERVER, finding.allow() + "\nALTER TABLE dbo.customers DROP COLUMN phone;\n")
                        .findings())
                .extracting(each -> each.rule().id() + " " + each.suppressed())
                .containsExactly("directive-invalid null", "column-dropped null");
        assertThat(judge(
                                Dialect.SQL_SERVER,
                                finding.allow().replace("…", "nobody calls")
                                        + "\nALTER TABLE dbo.customers DROP COLUMN phone;\n")
                        .findings())
                .extracting(each -> each.rule().id() + " " + each.suppressed())
                .containsExactly("column-dropped nobody calls");
    }

    @Test
    void theRollbackIsAsUnsafeAsBefore() {
        assertThat(judge(Dialect.POSTGRESQL, ALLOW + "\nALTER TABLE customers DROP COLUMN phone;\n")
                        .rollback())
                .isEqualTo(Rollback.UNSAFE);
    }
}
