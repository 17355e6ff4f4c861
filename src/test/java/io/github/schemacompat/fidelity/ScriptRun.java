package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.SqlModes;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts as migration tools do: each in a session of its own and, unless the engine refuses that, in a
 * transaction.
 */
final class ScriptRun {
    private final RealEngine engine;
    private final Database database;
    private final List<String> refused = new ArrayList<>();

    ScriptRun(RealEngine engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    /** As the splitter cuts them. */
    void statements(List<MigrationScript> scripts) throws SQLException {
        StatementSplitter splitter = new StatementSplitter(engine.dialect());
        for (MigrationScript script : scripts) {
            List<String> parts = new ArrayList<>();
            SqlModes modes = new SqlModes(engine.dialect());
            for (Section section : script.sections()) {
                splitter.statements(modes.usual(section)).forEachRemaining(each -> parts.add(text(each)));
            }
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

    /** As it is written, whatever it was read as. */
    private static String text(Statement statement) {
        Span span = statement.span();
        SourceText source = span.source();
        return source.root().text().substring(source.offsetInRoot(span.start()), source.offsetInRoot(span.end()));
    }

    private void run(MigrationScript script, List<String> parts) throws SQLException {
        engine.beginScript(database);
        if (!engine.dialect().transactionalDdl()) {
            oneByOne(script, parts, null);
            return;
        }
        database.run("BEGIN");
        for (String part : parts) {
            try {
                database.run(part);
            } catch (SQLException e) {
                database.run("ROLLBACK");
                oneByOne(script, parts, e);
                return;
            }
        }
        database.run("COMMIT");
    }

    private void oneByOne(MigrationScript script, List<String> parts, @Nullable SQLException inTransaction) {
        for (String part : parts) {
            try {
                database.run(part);
            } catch (SQLException e) {
                String before = inTransaction == null ? "" : " (in a transaction: " + line(inTransaction) + ")";
                refused.add("%s: %s%s %s".formatted(script.source().file(), line(e), before, beginning(part)));
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
