package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.fidelity.RealEngine;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a fixture claims of an engine is worth nothing if the engine doesn't take its SQL, or says otherwise of what a
 * release does. Asked of the engines that are in every build; {@link ServerEngineFixturesTest} asks the others.
 */
class EngineFixturesTest {
    /** Rules whose cases are wrong on purpose, or are about files and not about SQL. */
    private static final Set<String> NOT_RUN = Set.of(
            "script-does-not-apply",
            "script-not-readable",
            "statement-not-understood",
            "dynamic-sql",
            "released-script-edited",
            "released-script-removed");

    @TestFactory
    Stream<DynamicContainer> theEngineTakesTheSql() {
        return theEngineTakesTheSql(RealEngine.ALL.stream().filter(RealEngine::inEveryBuild));
    }

    static Stream<DynamicContainer> theEngineTakesTheSql(Stream<RealEngine> engines) {
        return engines.map(engine -> {
            FixtureDatabase database = FixtureDatabase.of(engine);
            return DynamicContainer.dynamicContainer(
                    engine.dialect().displayName(),
                    database.fixtures()
                            .filter(fixture -> !NOT_RUN.contains(fixture.rule()))
                            .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> run(database, fixture)))
                            .onClose(database::close));
        });
    }

    private static void run(FixtureDatabase database, Fixture fixture) throws SQLException {
        Map<String, String> released = new LinkedHashMap<>();
        fixture.releases().values().forEach(released::putAll);
        Map<String, String> added = new LinkedHashMap<>(fixture.scripts());
        added.keySet().removeAll(released.keySet());
        database.clear();
        database.run(released.values());
        for (Fixture.OldStatement old : fixture.old()) {
            assertThat(database.refusal(old.sql())).as("before: " + old.sql()).isNull();
        }
        database.run(added.values());
        for (Fixture.OldStatement old : fixture.old()) {
            String refusal = database.refusal(old.sql());
            assertThat(refusal == null)
                    .as("works behind the new scripts: " + old.sql() + "\n" + refusal)
                    .isEqualTo(old.works());
        }
    }

    /** The rules that an engine can be asked about are confirmed by it: an old statement really fails. */
    @Test
    void theEnginesConfirmWhatIsRefused() {
        assertThat(confirmed(Dialect.POSTGRESQL)).hasSizeGreaterThan(25);
        assertThat(confirmed(Dialect.MYSQL)).hasSizeGreaterThan(20);
        assertThat(confirmed(Dialect.H2)).hasSizeGreaterThan(20);
        assertThat(confirmed(Dialect.HSQLDB)).hasSizeGreaterThan(20);
        assertThat(confirmed(Dialect.SQLITE)).hasSizeGreaterThan(20);
    }

    static Set<String> confirmed(Dialect dialect) {
        Set<String> confirmed = new TreeSet<>();
        Fixture.all().stream()
                .filter(fixture -> fixture.dialect() == dialect)
                .filter(fixture -> fixture.old().stream().anyMatch(old -> !old.works()))
                .forEach(fixture -> confirmed.add(fixture.rule()));
        return confirmed;
    }
}
