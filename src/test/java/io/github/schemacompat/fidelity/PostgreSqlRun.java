package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.PostgreSqlEngine;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Runs scripts as migration tools do: each in a session of its own and, unless the engine refuses that, in a
 * transaction.
 */
final class PostgreSqlRun {
    private final PostgreSqlEngine engine;
    private final List<String> refused = new ArrayList<>();
    private int statements;

    /** The driver would cut scripts itself in another mode. */
    PostgreSqlRun(PostgreSqlEngine engine) throws SQLException {
        this.engine = engine;
        engine.connection().unwrap(BaseConnection.class).getQueryExecutor().setPreferQueryMode(PreferQueryMode.SIMPLE);
    }

    /** As the splitter cuts them. */
    void statements(List<MigrationScript> scripts) throws SQLException {
        StatementSplitter splitter = new StatementSplitter(Dialect.POSTGRESQL);
        for (MigrationScript script : scripts) {
            List<String> parts = new ArrayList<>();
            for (Section section : script.sections()) {
                splitter.statements(section.span()).forEachRemaining(each -> parts.add(text(each)));
            }
            statements += parts.size();
            run(script, parts);
        }
    }

    /** As they are. */
    void scripts(List<MigrationScript> scripts) throws SQLException {
        for (MigrationScript script : scripts) {
            run(
                    script,
                    script.sections().stream()
                            .map(section -> section.span().text())
                            .toList());
        }
    }

    /** What the engine did not take, a line each. */
    List<String> refused() {
        return refused;
    }

    int count() {
        return statements;
    }

    private static String text(Statement statement) {
        return statement.span().text();
    }

    private void run(MigrationScript script, List<String> parts) throws SQLException {
        engine.run("DISCARD ALL");
        engine.run("BEGIN");
        for (String part : parts) {
            try {
                engine.run(part);
            } catch (SQLException e) {
                engine.run("ROLLBACK");
                oneByOne(script, parts, e);
                return;
            }
        }
        engine.run("COMMIT");
    }

    private void oneByOne(MigrationScript script, List<String> parts, SQLException inTransaction) throws SQLException {
        for (String part : parts) {
            try {
                engine.run(part);
            } catch (SQLException e) {
                refused.add("%s: %s (in a transaction: %s) %s"
                        .formatted(script.source().file(), line(e), line(inTransaction), beginning(part)));
            }
        }
    }

    private static String line(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String beginning(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(80, line.length()));
    }
}
