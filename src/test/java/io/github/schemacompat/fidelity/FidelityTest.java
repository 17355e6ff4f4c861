package io.github.schemacompat.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FidelityTest {
    private static List<Named<RealEngine>> engines() {
        return RealEngine.ALL.stream()
                .filter(RealEngine::inEveryBuild)
                .map(each -> Named.of(each.dialect().displayName(), each))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theReplayMakesOfAHistoryWhatTheEngineMakesOfIt(RealEngine engine) throws SQLException {
        assertNoDifference(engine);
    }

    /** Of the project's own history for that engine. */
    static void assertNoDifference(RealEngine engine) throws SQLException {
        String folder = "src/test/resources/fidelity/" + engine.dialect().id();
        Comparison comparison = Fidelity.with(engine, Scripts.in(Path.of(""), folder));
        assertThat(comparison.refused()).isEmpty();
        assertThat(comparison.wholeRefused()).isEmpty();
        assertThat(comparison.problemLines()).isEmpty();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.objects()).isGreaterThan(60);
    }
}
