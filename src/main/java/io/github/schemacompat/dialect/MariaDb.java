package io.github.schemacompat.dialect;

/** MariaDB, where it differs from MySQL. */
final class MariaDb extends MySql {
    MariaDb() {
        super("mariadb", "MariaDB");
    }
}
