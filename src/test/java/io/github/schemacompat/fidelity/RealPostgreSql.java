package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.PostgreSqlEngine;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PreferQueryMode;

final class RealPostgreSql implements RealEngine {
    private static final String FOREIGN_SCHEMAS =
            "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'";

    /** Roles belong to the whole server: those that something in another test's database hangs on stay. */
    private static final String FOREIGN_ROLES =
            "SELECT quote_ident(rolname) FROM pg_roles WHERE rolname <> current_user AND rolname !~ '^pg_' AND NOT EXISTS ("
                    + "SELECT FROM pg_shdepend JOIN pg_database ON pg_database.oid = dbid WHERE refobjid = pg_roles.oid"
                    + " AND datname <> current_database())";

    private static final Set<String> EXPRESSIONS = Set.of("default", "condition", "keys", "where", "generated");
    private static final Pattern CAST =
            Pattern.compile("::(\"char\"|[a-z]+( varying| precision| with(out)? time zone)?)"
                    + "(\\(\\d+(,\\d+)?\\))?( with(out)? time zone)?(\\[])*");

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    /** The driver would cut scripts itself in another mode. */
    @Override
    public Database newDatabase() throws SQLException {
        Database database = PostgreSqlEngine.newDatabase();
        database.connection()
                .unwrap(BaseConnection.class)
                .getQueryExecutor()
                .setPreferQueryMode(PreferQueryMode.SIMPLE);
        return database;
    }

    @Override
    public boolean answersWholeScripts() {
        return true;
    }

    @Override
    public Database cleared(Database database) throws SQLException {
        beginScript(database);
        String schemas = String.join(", ", database.column(FOREIGN_SCHEMAS));
        database.run("SET client_min_messages TO error; DROP SCHEMA " + schemas + " CASCADE; CREATE SCHEMA public");
        for (String role : database.column(FOREIGN_ROLES)) {
            database.run("DROP ROLE " + role);
        }
        return database;
    }

    /** A refusal ends a transaction that the statement itself began. */
    @Override
    public void afterRefusal(Database database) throws SQLException {
        database.run("ROLLBACK");
    }

    @Override
    public String prepared(Database database, String query) throws SQLException {
        database.run("PREPARE asked_often AS " + query);
        return "EXECUTE asked_often";
    }

    /** DISCARD ALL but for the plans. */
    @Override
    public void beginScript(Database database) throws SQLException {
        database.run(
                "COMMIT; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; CLOSE ALL; DISCARD SEQUENCES; DISCARD TEMP");
    }

    @Override
    public Facts catalog(Database database) throws SQLException {
        return PostgreSqlCatalog.of(database);
    }

    /** After a change of a column's type, expressions are printed with casts from the old type. */
    @Override
    public Facts withoutTraces(Facts facts) {
        return facts.with(
                EXPRESSIONS,
                expression -> CAST.matcher(expression)
                        .replaceAll("")
                        .replaceAll("[()\\s]", "")
                        .replaceAll("^'(-?[\\d.]+)'$", "$1")
                        .replaceAll("(?i)CAST|COLLATE\"C\"|COLLATE\"POSIX\"", ""));
    }

    @Override
    public Spelling spelling(Database database) {
        return new PostgreSqlSpelling(database);
    }
}
