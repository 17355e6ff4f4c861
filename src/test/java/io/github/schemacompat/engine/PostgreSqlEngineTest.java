package io.github.schemacompat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgreSqlEngineTest {
    @Test
    void givesEachCallerADatabaseOfItsOwn() throws SQLException {
        try (PostgreSqlEngine one = PostgreSqlEngine.newDatabase();
                PostgreSqlEngine other = PostgreSqlEngine.newDatabase()) {
            one.run("CREATE TABLE a (b integer); CREATE TABLE c (d text)");
            String tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
            assertThat(one.column(tables)).containsExactly("a", "c");
            assertThat(other.column(tables)).isEmpty();
        }
    }
}
