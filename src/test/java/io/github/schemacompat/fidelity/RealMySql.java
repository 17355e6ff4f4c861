package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MySqlServer;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MySQL or MariaDB. */
final class RealMySql implements RealEngine {
    private static final String FOREIGN_USERS = "SELECT CONCAT(QUOTE(user), '@', QUOTE(host)) FROM mysql.user"
            + " WHERE user NOT IN ('root', 'mysql') AND user NOT LIKE 'mysql.%' AND user NOT LIKE 'mariadb.%'";

    private static final Set<String> EXPRESSIONS = Set.of("condition", "generated", "keys", "default");
    private static final Pattern STRING_OR_NAME = Pattern.compile("_\\w+(?=\\\\?')|'(?:[^']|'')*'|`(?:[^`]|``)+`");

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
        // keys of tables that were moved to another database point here
        database.run("SET FOREIGN_KEY_CHECKS = 0");
        database.run("DROP DATABASE IF EXISTS other_place");
        database.run("DROP DATABASE " + name);
        database.run("SET FOREIGN_KEY_CHECKS = 1");
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

    /** The clock stands still, so that a default of now is the same value each time. */
    @Override
    public void beginApplication(Database database) throws SQLException {
        beginScript(database);
        database.run("SET timestamp = 1700000000");
    }

    @Override
    public String terminated(String statement) {
        boolean hasBody = statement.contains("BEGIN");
        return hasBody ? "DELIMITER //\n" + statement + " //\nDELIMITER ;\n" : statement + ";\n";
    }

    /**
     * Names of columns are one in any letters; they are printed as a statement happened to write them. The character set
     * before a string is that of the session, or of the column if the engine has read the table anew.
     */
    @Override
    public Facts withoutTraces(Facts facts) {
        return facts.with(
                EXPRESSIONS,
                expression -> STRING_OR_NAME
                        .matcher(expression)
                        .replaceAll(part -> Matcher.quoteReplacement(
                                switch (part.group().charAt(0)) {
                                    case '_' -> "";
                                    case '`' -> part.group().toLowerCase(Locale.ROOT);
                                    default -> part.group();
                                })));
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
