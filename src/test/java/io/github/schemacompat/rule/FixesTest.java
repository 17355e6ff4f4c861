package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fix offers instead of a statement passes the gate itself. */
class FixesTest {
    private static final String RELEASED =
            "CREATE TABLE customers (id int NOT NULL PRIMARY KEY, last_name varchar(50) NOT NULL, age int NULL);\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql | ALTER TABLE customers RENAME COLUMN last_name TO surname | column-renamed",
                "postgresql | ALTER TABLE customers ADD COLUMN phone varchar(20) NOT NULL | required-column-added",
                "postgresql | ALTER TABLE customers ALTER COLUMN last_name TYPE varchar(10) | column-type-narrowed",
                "mysql | ALTER TABLE customers RENAME COLUMN last_name TO surname | column-renamed",
                "mysql | ALTER TABLE customers ADD COLUMN phone varchar(20) NOT NULL | required-column-added",
                "mysql | ALTER TABLE customers ADD COLUMN phone varchar(20) NULL FIRST | column-inserted",
                "sqlserver | EXEC sp_rename 'customers.last_name', 'surname', 'COLUMN' | column-renamed",
                "sqlserver | ALTER TABLE customers ADD phone varchar(20) NOT NULL | required-column-added",
                "sqlserver | ALTER TABLE customers ALTER COLUMN last_name varchar(10) NOT NULL | column-type-narrowed"
            })
    void insteadOfTheStatement(String dialect, String sql, String rule) {
        Finding finding = only(dialect, sql);

        assertThat(finding.rule().id()).isEqualTo(rule);
        assertThat(finding.fixSql()).endsWith(";");
        assertThat(judge(dialect, finding.fixSql()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql | ALTER TABLE customers RENAME TO persons;",
                "mysql | RENAME TABLE customers TO persons;",
                "sqlserver | EXEC sp_rename 'customers', 'persons';"
            })
    void behindTheStatement(String dialect, String sql) {
        Finding finding = only(dialect, sql);

        assertThat(finding.rule().id()).isEqualTo("table-renamed");
        assertThat(judge(dialect, sql + "\n" + (dialect.equals("sqlserver") ? "GO\n" : "") + finding.fixSql())
                        .findings())
                .isEmpty();
    }

    private static Finding only(String dialect, String sql) {
        List<Finding> findings = judge(dialect, sql).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Judged judge(String dialect, String sql) {
        return Judging.of(Dialect.byId(dialect).orElseThrow()).release(RELEASED).judge(sql);
    }
}
