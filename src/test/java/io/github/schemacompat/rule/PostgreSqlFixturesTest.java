package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.PostgreSqlEngine;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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
        Map<String, String> scripts = new LinkedHashMap<>();
        fixture.releases().values().forEach(scripts::putAll);
        fixture.scripts().forEach(scripts::putIfAbsent);
        try {
            for (String script : scripts.values()) {
                // Everything is rolled back, and in a transaction no index is built concurrently.
                assertThatCode(() -> engine.run(script.replace("CONCURRENTLY", "")))
                        .doesNotThrowAnyException();
            }
        } finally {
            engine.connection().rollback();
        }
    }

    private static void close(PostgreSqlEngine engine) {
        try {
            engine.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
