package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.PostgreSqlEngine;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a fixture claims of PostgreSQL is worth nothing if PostgreSQL doesn't take its SQL. */
class PostgreSqlFixturesTest {
    /** Cases whose SQL is wrong on purpose, or is about files and not about SQL. */
    private static final Set<String> NOT_RUN = Set.of(
            "script-does-not-apply/postgresql-plain.sql",
            "statement-not-understood/postgresql-plain.sql",
            "statement-not-understood/postgresql-no-effect-ok.sql",
            "dynamic-sql/postgresql-plain.sql");

    @TestFactory
    Stream<DynamicTest> theEngineTakesTheSql() throws SQLException {
        PostgreSqlEngine engine = PostgreSqlEngine.newDatabase();
        engine.connection().setAutoCommit(false);
        return Fixture.all().stream()
                .filter(fixture -> fixture.dialect() == Dialect.POSTGRESQL)
                .filter(fixture ->
                        !NOT_RUN.contains(fixture.path()) && !fixture.rule().startsWith("released-script-"))
                .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> run(engine, fixture)))
                .onClose(() -> close(engine));
    }

    private static void run(PostgreSqlEngine engine, Fixture fixture) throws SQLException {
        Map<String, String> released = new LinkedHashMap<>();
        fixture.releases().values().forEach(released::putAll);
        Map<String, String> added = new LinkedHashMap<>(fixture.scripts());
        added.keySet().removeAll(released.keySet());
        try {
            runAll(engine, released.values());
            for (Fixture.OldStatement old : fixture.old()) {
                assertThat(refusal(engine, old.sql()))
                        .as("before: " + old.sql())
                        .isNull();
            }
            runAll(engine, added.values());
            for (Fixture.OldStatement old : fixture.old()) {
                assertThat(refusal(engine, old.sql()) == null)
                        .as("works behind the new scripts: " + old.sql())
                        .isEqualTo(old.works());
            }
        } finally {
            engine.connection().rollback();
        }
    }

    private static void runAll(PostgreSqlEngine engine, Collection<String> scripts) {
        for (String script : scripts) {
            // Everything is rolled back, and in a transaction no index is built concurrently.
            assertThatCode(() -> engine.run(script.replace("CONCURRENTLY", ""))).doesNotThrowAnyException();
        }
    }

    /** What the engine says against a statement, or null if it takes it; whatever it did is undone. */
    private static @Nullable String refusal(PostgreSqlEngine engine, String sql) throws SQLException {
        Savepoint before = engine.connection().setSavepoint();
        try {
            engine.run(sql);
            return null;
        } catch (SQLException e) {
            return e.getMessage();
        } finally {
            engine.connection().rollback(before);
        }
    }

    /** The rules that PostgreSQL can be asked about are confirmed by it: an old statement really fails. */
    @Test
    void theEngineConfirmsWhatIsRefused() {
        Set<String> confirmed = new TreeSet<>();
        Fixture.all().stream()
                .filter(fixture -> fixture.dialect() == Dialect.POSTGRESQL)
                .filter(fixture -> fixture.old().stream().anyMatch(old -> !old.works()))
                .forEach(fixture -> confirmed.add(fixture.rule()));
        assertThat(confirmed).hasSizeGreaterThan(25);
    }

    private static void close(PostgreSqlEngine engine) {
        try {
            engine.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
