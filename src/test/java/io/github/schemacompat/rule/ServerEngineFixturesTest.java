package io.github.schemacompat.rule;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.fidelity.RealEngine;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The engines that only the Maven profile {@code engines} brings; without it these tests are aborted, with a word. */
@Tag("slow")
class ServerEngineFixturesTest {
    @TestFactory
    Stream<DynamicContainer> theEngineTakesTheSql() {
        return EngineFixturesTest.theEngineTakesTheSql(engines());
    }

    @TestFactory
    Stream<DynamicContainer> whatIsOfferedRuns() throws CannotCheckException {
        return OfferedSqlTest.runs(engines());
    }

    private static Stream<RealEngine> engines() {
        return RealEngine.ALL.stream().filter(engine -> !engine.inEveryBuild());
    }
}
