package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MemoryDatabase;
import java.sql.SQLException;

final class RealHsqldb implements RealEngine {
    @Override
    public Dialect dialect() {
        return Dialect.HSQLDB;
    }

    @Override
    public Database newDatabase() throws SQLException {
        return MemoryDatabase.hsqldb();
    }

    @Override
    public Database cleared(Database database) throws SQLException {
        database.run("SET SCHEMA INFORMATION_SCHEMA");
        for (String schema :
                database.column("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME NOT IN"
                        + " ('INFORMATION_SCHEMA', 'SYSTEM_LOBS', 'DEFINITION_SCHEMA')")) {
            database.run("DROP SCHEMA \"" + schema.replace("\"", "\"\"") + "\" CASCADE");
        }
        for (String role : database.column("SELECT ROLE_NAME FROM INFORMATION_SCHEMA.APPLICABLE_ROLES"
                + " WHERE ROLE_NAME NOT IN ('CHANGE_AUTHORIZATION', 'CREATE_SCHEMA', 'DBA', 'PUBLIC', 'SCRIPT_OPS')")) {
            database.run("DROP ROLE \"" + role + '"');
        }
        for (String user : database.column(
                "SELECT USER_NAME FROM INFORMATION_SCHEMA.SYSTEM_USERS" + " WHERE USER_NAME <> CURRENT_USER")) {
            database.run("DROP USER \"" + user + '"');
        }
        beginScript(database);
        return database;
    }

    @Override
    public void beginScript(Database database) throws SQLException {
        database.run("SET SCHEMA PUBLIC");
    }

    /** The engine reads all statements of a text before it runs the first. */
    @Override
    public boolean takesWholeScripts() {
        return false;
    }

    @Override
    public Facts catalog(Database database) throws SQLException {
        return HsqldbCatalog.of(database);
    }

    @Override
    public Spelling spelling(Database database) {
        return new HsqldbSpelling(database);
    }
}
