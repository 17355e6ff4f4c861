package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

/** What scripts call without anyone knowing what it does. */
class UnknownBodiesTest {
    @Test
    void ddl_that_is_given_to_a_routine_is_told() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE ship (id int, crew int);
                SELECT run_everywhere('ALTER TABLE ship DROP COLUMN crew');
                """);

        assertThat(replaying.problems())
                .singleElement()
                .asString()
                .contains("DYNAMIC_SQL")
                .contains("run_everywhere");
    }

    @Test
    void a_name_that_says_it_changes_the_schema_is_told() {
        assertThat(Replaying.of(Dialect.MYSQL, "CALL drop_column_if_exists('ship', 'crew');")
                        .problems())
                .singleElement()
                .asString()
                .contains("the body of drop_column_if_exists is not known");
        assertThat(Replaying.of(Dialect.SQL_SERVER, "EXEC dbo.uspRenameTable 'a', 'b';")
                        .problems())
                .hasSize(1);
    }

    @Test
    void everyday_calls_are_no_problem() {
        assertThat(Replaying.of(Dialect.MYSQL, "CALL recount_orders('2020'); CALL add_order(7);")
                        .problems())
                .isEmpty();
        assertThat(Replaying.of(Dialect.POSTGRESQL, "SELECT notify_team('Create new users');")
                        .problems())
                .isEmpty();
        assertThat(Replaying.of(Dialect.POSTGRESQL, """
                                CREATE FUNCTION drop_column(t text) RETURNS void LANGUAGE sql AS 'SELECT 1';
                                SELECT drop_column('ship');
                                """).problems()).isEmpty();
    }
}
