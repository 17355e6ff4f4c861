package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MemoryDatabase;
import java.sql.SQLException;
import java.util.List;

final class RealSqlite implements RealEngine {
    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public Database newDatabase() throws SQLException {
        return MemoryDatabase.sqlite();
    }

    /** What is temporary goes with the session of a script. */
    @Override
    public void beginScript(Database database) throws SQLException {
        database.run("PRAGMA foreign_keys = OFF");
        database.run("PRAGMA legacy_alter_table = OFF");
        for (List<String> row : database.rows(
                "SELECT type, name FROM sqlite_temp_schema" + " WHERE type IN ('view', 'table') ORDER BY type DESC")) {
            database.run("DROP " + row.get(0) + " temp." + Dialect.SQLITE.quote(row.get(1)));
        }
    }

    /** Applications that rely on foreign keys switch them on. */
    @Override
    public void beginApplication(Database database) throws SQLException {
        database.run("PRAGMA foreign_keys = ON");
    }

    /** The driver runs the first statement only. */
    @Override
    public boolean takesWholeScripts() {
        return false;
    }

    @Override
    public Facts catalog(Database database) throws SQLException {
        return SqliteCatalog.of(database);
    }

    @Override
    public Spelling spelling(Database database) {
        return new SqliteSpelling();
    }
}
