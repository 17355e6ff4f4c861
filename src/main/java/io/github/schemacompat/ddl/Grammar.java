package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;

/** Whose statements are read: dialects that share one grammar are one here. */
enum Grammar {
    SQL_SERVER,
    POSTGRESQL,
    /** Also MariaDB, whose additions are read for both. */
    MYSQL,
    ORACLE,
    DB2,
    H2,
    HSQLDB,
    SQLITE;

    /** @throws IllegalArgumentException if no reader was written for the dialect */
    static Grammar of(Dialect dialect) {
        return switch (dialect.id()) {
            case "sqlserver" -> SQL_SERVER;
            case "postgresql" -> POSTGRESQL;
            case "mysql", "mariadb" -> MYSQL;
            case "oracle" -> ORACLE;
            case "db2" -> DB2;
            case "h2" -> H2;
            case "hsqldb" -> HSQLDB;
            case "sqlite" -> SQLITE;
            default -> throw new IllegalArgumentException("no grammar for " + dialect.id());
        };
    }
}
