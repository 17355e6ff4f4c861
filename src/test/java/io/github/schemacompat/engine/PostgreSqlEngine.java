package io.github.schemacompat.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL for tests that ask the engine itself. One server per JVM, started at the first use; each
 * {@link #newDatabase} is an empty database of its own. Where the server can't start, the tests that need it are reported
 * as aborted, with the reason on standard error; they never pass unseen.
 */
public final class PostgreSqlEngine extends Database {
    private PostgreSqlEngine(Connection connection) {
        super(connection);
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

    /** The server of this JVM; it stops with it. As root it needs user namespaces, which its launcher uses by itself. */
    private static final class Server {
        private static final Duration TIME_TO_START = Duration.ofMinutes(2);
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
                        .setPGStartupWait(TIME_TO_START)
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
