package io.github.schemacompat.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL for tests that ask the engine itself. One server per JVM, started at the first use; each
 * {@link #newDatabase} is an empty database of its own. Where the server can't start, the tests that need it are reported
 * as aborted, with the reason on standard error; they never pass unseen.
 */
public final class PostgreSqlEngine implements AutoCloseable {
    private final Connection connection;

    private PostgreSqlEngine(Connection connection) {
        this.connection = connection;
    }

    /** A new empty database. The caller closes it. */
    public static PostgreSqlEngine newDatabase() {
        Server server = Server.ONLY;
        Assumptions.assumeTrue(server.postgres != null, server.whyNot);
        String name = "test_" + Server.DATABASES.incrementAndGet();
        try {
            try (Connection connection = server.postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return new PostgreSqlEngine(
                    server.postgres.getDatabase("postgres", name).getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connection() {
        return connection;
    }

    /** Runs a statement, or several with semicolons between them. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, the values as text, in lists of columns; NULL is null. */
    public List<List<String>> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int width = result.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The first column of a query's rows. */
    public List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        for (List<String> row : rows(query)) {
            values.add(row.get(0));
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The server of this JVM; it stops with it. As root it needs user namespaces, which its launcher uses by itself. */
    private static final class Server {
        static final Server ONLY = new Server();
        static final AtomicInteger DATABASES = new AtomicInteger();

        final EmbeddedPostgres postgres;
        final String whyNot;

        private Server() {
            EmbeddedPostgres started = null;
            String reason = "";
            try {
                started = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setLocaleConfig("locale", "C")
                        .start();
                EmbeddedPostgres running = started;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running)));
            } catch (IOException | IllegalStateException e) {
                reason = "no embedded PostgreSQL on this machine: " + e;
                System.err.println("NOT TESTED against PostgreSQL: " + reason);
            }
            postgres = started;
            whyNot = reason;
        }

        private static void stop(EmbeddedPostgres running) {
            try {
                running.close();
            } catch (IOException e) {
                System.err.println("PostgreSQL did not stop: " + e);
            }
        }
    }
}
