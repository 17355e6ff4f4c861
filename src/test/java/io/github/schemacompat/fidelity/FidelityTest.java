package io.github.schemacompat.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FidelityTest {
    @Test
    void theReplayMakesOfAHistoryWhatPostgreSqlMakesOfIt() throws SQLException {
        Comparison comparison =
                Fidelity.withPostgreSql(Scripts.in(Path.of(""), "src/test/resources/fidelity/postgresql"));
        assertThat(comparison.refused()).isEmpty();
        assertThat(comparison.wholeRefused()).isEmpty();
        assertThat(comparison.problemLines()).isEmpty();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.objects()).isGreaterThan(200);
    }
}
