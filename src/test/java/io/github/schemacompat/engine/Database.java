package io.github.schemacompat.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of a real engine, for tests that ask the engine itself. */
public abstract class Database implements AutoCloseable {
    private Connection connection;

    /** @param connection closed with this */
    protected Database(Connection connection) {
        this.connection = connection;
    }

    public final Connection connection() {
        return connection;
    }

    /** Goes on with another connection, so that whatever the session held is gone. */
    protected final void goOnWith(Connection other) throws SQLException {
        connection.close();
        connection = other;
    }

    /** Runs a statement, or several where the engine takes a text of several. */
    public final void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, the values as text, in lists of columns; NULL is null. */
    public final List<List<String>> rows(String query) throws SQLException {
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
    public final List<String> column(String query) throws SQLException {
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
}
