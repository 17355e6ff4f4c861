package io.github.schemacompat.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of an engine that runs inside this JVM; it is gone when it is closed. */
public final class MemoryDatabase extends Database {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String url;

    private MemoryDatabase(String url, Connection connection) {
        super(connection);
        this.url = url;
    }

    /** An empty H2. */
    public static MemoryDatabase h2() throws SQLException {
        String url = "jdbc:h2:mem:test_" + DATABASES.incrementAndGet();
        return new MemoryDatabase(url, DriverManager.getConnection(url));
    }

    /** An empty HSQLDB, which goes with its last connection. */
    public static MemoryDatabase hsqldb() throws SQLException {
        String url = "jdbc:hsqldb:mem:test_" + DATABASES.incrementAndGet() + ";shutdown=true";
        return new MemoryDatabase(url, DriverManager.getConnection(url, "SA", ""));
    }

    /** An empty SQLite. */
    public static MemoryDatabase sqlite() throws SQLException {
        String url = "jdbc:sqlite::memory:";
        return new MemoryDatabase(url, DriverManager.getConnection(url));
    }

    /** Goes on in another session of the same database; of an H2. */
    public void newSession() throws SQLException {
        goOnWith(DriverManager.getConnection(url));
    }
}
