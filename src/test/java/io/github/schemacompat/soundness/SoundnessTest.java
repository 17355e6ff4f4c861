package io.github.schemacompat.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.fidelity.RealEngine;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code -Dsoundness.migrations=10000} runs so many on each engine, {@code -Dsoundness.seed=17} begins with that one, {@code
 * -Dsoundness.step=8} goes on with every eighth, {@code -Dsoundness.failures=9} goes on until so many have failed, {@code -Dsoundness.only=h2} takes that engine alone.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SoundnessTest {
    private static final int MIGRATIONS = 300;

    private static List<Named<RealEngine>> engines() {
        return chosen(RealEngine::inEveryBuild);
    }

    /** Those of the engines that this run is about. */
    static List<Named<RealEngine>> chosen(Predicate<RealEngine> which) {
        String only = System.getProperty("soundness.only", "");
        return RealEngine.ALL.stream()
                .filter(which)
                .filter(each -> only.isEmpty() || each.dialect().id().equals(only))
                .map(each -> Named.of(each.dialect().displayName(), each))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatPassesWorksAndWhatIsBlockedBreaks(RealEngine engine) throws SQLException {
        assertSound(engine, MIGRATIONS);
    }

    /** @param usual how many migrations, where none are asked for */
    static void assertSound(RealEngine engine, int usual) throws SQLException {
        try (Trials trials = new Trials(engine)) {
            List<Trials.Failure> failures = trials.failures(
                    Long.getLong("soundness.seed", 1),
                    Integer.getInteger("soundness.step", 1),
                    Integer.getInteger("soundness.migrations", usual),
                    Integer.getInteger("soundness.failures", 1));
            System.out.println(engine.dialect().displayName() + " " + trials.figures());
            assertThat(failures.stream().map(each -> each.text(engine)).collect(Collectors.joining("\n")))
                    .isEmpty();
        }
    }
}
