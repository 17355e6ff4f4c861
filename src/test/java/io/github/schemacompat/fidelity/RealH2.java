package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MemoryDatabase;
import java.sql.SQLException;

final class RealH2 implements RealEngine {
    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public Database newDatabase() throws SQLException {
        return MemoryDatabase.h2();
    }

    @Override
    public void clear(Database database) throws SQLException {
        database.run("DROP ALL OBJECTS");
    }

    @Override
    public void beginScript(Database database) throws SQLException {
        database.run("SET SCHEMA PUBLIC");
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
