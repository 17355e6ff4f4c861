package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MemoryDatabase;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

final class RealH2 implements RealEngine {
    private static final Set<String> EXPRESSIONS = Set.of("default", "condition", "generated");
    private static final Pattern CAST = Pattern.compile("CAST\\(([^()]*) AS [A-Z ]+(\\([\\d, ]+\\))?\\)");

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public Database newDatabase() throws SQLException {
        return MemoryDatabase.h2();
    }

    @Override
    public void beginScript(Database database) throws SQLException {
        database.run("SET SCHEMA PUBLIC");
    }

    /** A session that has used a view goes on with what it made of the view's text before. */
    @Override
    public void beginApplication(Database database) throws SQLException {
        ((MemoryDatabase) database).newSession();
        beginScript(database);
    }

    /**
     * After a change of a column's type, constants are printed as the engine has converted them before; a synonym goes with
     * its table under another name, but is printed with the old one.
     */
    @Override
    public Facts withoutTraces(Facts facts) {
        return facts.with(Set.of("target"), target -> Facts.UNTOLD)
                .with(
                        EXPRESSIONS,
                        expression -> CAST.matcher(expression).replaceAll("$1").replaceAll("\\.0+\\b", ""));
    }

    @Override
    public Facts catalog(Database database) throws SQLException {
        return H2Catalog.of(database);
    }

    @Override
    public Spelling spelling(Database database) {
        return new H2Spelling(database);
    }
}
