package io.github.schemacompat.fidelity;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engines that only the Maven profile {@code engines} brings; without it these tests are aborted, with a word. */
@Tag("slow")
class ServerEnginesTest {
    private static final int HISTORIES = 100;
    private static final long FIRST_SEED = 1;

    private static List<Named<RealEngine>> engines() {
        return RealEngine.chosen()
                .filter(each -> !each.inEveryBuild())
                .map(each -> Named.of(each.dialect().displayName(), each))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theReplayMakesOfAHistoryWhatTheEngineMakesOfIt(RealEngine engine) throws SQLException {
        FidelityTest.assertNoDifference(engine);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theReplayMakesOfRandomHistoriesWhatTheEngineMakesOfThem(RealEngine engine) throws SQLException {
        RandomHistoriesTest.assertNoDifference(engine, HISTORIES, FIRST_SEED);
    }
}
