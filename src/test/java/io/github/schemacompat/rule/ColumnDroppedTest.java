package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.release.Baseline;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rename that is written as a drop and an addition is told as what it looks like. */
class ColumnDroppedTest {
    private static final String RELEASED = "CREATE TABLE people (id int, name varchar(20), born date);\n";

    private static Finding only(String added) throws CannotCheckException {
        return SchemaCompat.check(CheckRequest.builder()
                        .layout("flyway")
                        .dialect("postgresql")
                        .script("V1__released.sql", RELEASED)
                        .script("V2__new.sql", "ALTER TABLE people DROP COLUMN name" + added + ";\n")
                        .baseline(Baseline.scripts("1.0", Map.of("V1__released.sql", RELEASED)))
                        .build())
                .findings()
                .get(0);
    }

    @Test
    void oneNewColumnOfItsTypeMayBeItsNewName() throws CannotCheckException {
        Finding finding = only(", ADD COLUMN full_name varchar(20)");
        assertThat(finding.message()).isEqualTo("Column people.name is dropped");
        assertThat(finding.why()).endsWith(" and its values are lost. It looks like a rename to full_name.");
        assertThat(finding.fix()).startsWith("Keep people.name beside full_name, write both columns");
    }

    @Test
    void twoMayNotNeitherMayOneOfAnotherType() throws CannotCheckException {
        for (String added : new String[] {
            "", ", ADD COLUMN full_name varchar(20), ADD COLUMN alias varchar(20)", ", ADD COLUMN full_name varchar(30)"
        }) {
            Finding finding = only(added);
            assertThat(finding.why()).as(added).endsWith(" and its values are lost.");
            assertThat(finding.fix()).as(added).startsWith("Leave the column in this release. ");
        }
    }

    @Test
    void oneOfItsOwnNameHasLostItsValues() throws CannotCheckException {
        assertThat(only(", ADD COLUMN name varchar(20)").message())
                .isEqualTo("Column people.name is dropped and added again: its values are lost");
    }
}
