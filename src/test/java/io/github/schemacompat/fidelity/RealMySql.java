package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MySqlServer;
import java.sql.SQLException;

/** MySQL or MariaDB. */
final class RealMySql implements RealEngine {
    private static final String FOREIGN_USERS = "SELECT CONCAT(QUOTE(user), '@', QUOTE(host)) FROM mysql.user"
            + " WHERE user NOT IN ('root', 'mysql') AND user NOT LIKE 'mysql.%' AND user NOT LIKE 'mariadb.%'";

    private final boolean mariaDb;

    RealMySql(boolean mariaDb) {
        this.mariaDb = mariaDb;
    }

    @Override
    public Dialect dialect() {
        return mariaDb ? Dialect.MARIADB : Dialect.MYSQL;
    }

    @Override
    public boolean inEveryBuild() {
        return false;
    }

    @Override
    public Database newDatabase() throws SQLException {
        return (mariaDb ? MySqlServer.mariaDb() : MySqlServer.mySql()).newDatabase();
    }

    @Override
    public Database cleared(Database database) throws SQLException {
        String name = database.column("SELECT DATABASE()").get(0);
        beginScript(database);
        database.run("DROP DATABASE " + name);
        database.run("CREATE DATABASE " + name);
        database.run("USE " + name);
        for (String user : database.column(FOREIGN_USERS)) {
            database.run("DROP USER " + user);
        }
        return database;
    }

    /** A client knows DELIMITER and cuts the script; the server takes single statements. */
    @Override
    public boolean takesWholeScripts() {
        return false;
    }

    @Override
    public void beginScript(Database database) throws SQLException {
        ((MySqlServer.Session) database).begin();
    }

    @Override
    public String terminated(String statement) {
        boolean hasBody = statement.contains("BEGIN");
        return hasBody ? "DELIMITER //\n" + statement + " //\nDELIMITER ;\n" : statement + ";\n";
    }

    @Override
    public Facts catalog(Database database) throws SQLException {
        return MySqlCatalog.of(database, mariaDb);
    }

    @Override
    public Spelling spelling(Database database) {
        return new MySqlSpelling(database, mariaDb);
    }
}
