package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.RealEngine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engines that only the Maven profile {@code engines} brings; without it these tests are aborted, with a word. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ServerSoundnessTest {
    private static final int MIGRATIONS = 150;

    private static List<Named<RealEngine>> engines() {
        return SoundnessTest.chosen(engine -> !engine.inEveryBuild());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatPassesWorksAndWhatIsBlockedBreaks(RealEngine engine) throws SQLException {
        SoundnessTest.assertSound(engine, MIGRATIONS);
    }
}
