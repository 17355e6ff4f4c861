package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.fidelity.RealEngine;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.StatementSplitter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database of a real engine that the SQL of fixtures is run on. */
final class FixtureDatabase implements AutoCloseable {
    private final RealEngine engine;
    private Database database;

    private FixtureDatabase(RealEngine engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    /** Where the engine can't be had, the test is aborted with the reason. */
    static FixtureDatabase of(RealEngine engine) {
        try {
            return new FixtureDatabase(engine, engine.newDatabase());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Dialect dialect() {
        return engine.dialect();
    }

    /** The fixtures of its dialect; MariaDB has MySQL's too, where they are not MySQL's alone. */
    Stream<Fixture> fixtures() {
        return Fixture.all().stream()
                .filter(fixture -> fixture.dialect() == dialect()
                        || dialect().is(Dialect.MARIADB)
                                && fixture.dialect().is(Dialect.MYSQL)
                                && !RuleFixturesTest.ONLY_MYSQL.containsKey(fixture.path()));
    }

    void clear() throws SQLException {
        database = engine.cleared(database);
    }

    /** Runs scripts one after the other, as they are where the engine takes them like that, else as they are cut. */
    void run(Collection<String> scripts) throws SQLException {
        for (String script : scripts) {
            engine.beginScript(database);
            for (String part : engine.takesWholeScripts() ? List.of(runnable(script)) : statements(script)) {
                try {
                    database.run(part);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\nin: " + part, e);
                }
            }
        }
    }

    /** A text of several statements is one transaction, and in a transaction no index is built concurrently. */
    private static String runnable(String script) {
        return script.replace("CONCURRENTLY", "");
    }

    private List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        new StatementSplitter(dialect())
                .statements(SourceText.of("script.sql", script).whole())
                .forEachRemaining(each -> statements.add(each.span().text()));
        return statements;
    }

    /** What the engine says against a statement of an application, or null if it takes it; whatever it did is undone. */
    @Nullable
    String refusal(String sql) throws SQLException {
        engine.beginApplication(database);
        database.connection().setAutoCommit(false);
        try {
            database.run(sql);
            return null;
        } catch (SQLException e) {
            return e.getMessage();
        } finally {
            database.connection().rollback();
            database.connection().setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
