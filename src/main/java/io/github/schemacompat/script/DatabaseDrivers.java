package io.github.schemacompat.script;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which database a project's dependencies speak for: its JDBC driver, or the migration tool's module for it. */
final class DatabaseDrivers {
    private static final Map<String, String> DIALECTS = Map.ofEntries(
            Map.entry("com.microsoft.sqlserver:mssql-jdbc", "sqlserver"),
            Map.entry("net.sourceforge.jtds:jtds", "sqlserver"),
            Map.entry("org.flywaydb:flyway-sqlserver", "sqlserver"),
            Map.entry("org.postgresql:postgresql", "postgresql"),
            Map.entry("org.postgresql:r2dbc-postgresql", "postgresql"),
            Map.entry("io.quarkus:quarkus-jdbc-postgresql", "postgresql"),
            Map.entry("org.flywaydb:flyway-database-postgresql", "postgresql"),
            Map.entry("com.mysql:mysql-connector-j", "mysql"),
            Map.entry("mysql:mysql-connector-java", "mysql"),
            Map.entry("io.quarkus:quarkus-jdbc-mysql", "mysql"),
            Map.entry("org.mariadb.jdbc:mariadb-java-client", "mariadb"),
            Map.entry("io.quarkus:quarkus-jdbc-mariadb", "mariadb"),
            Map.entry("com.oracle.database.jdbc:ojdbc8", "oracle"),
            Map.entry("com.oracle.database.jdbc:ojdbc11", "oracle"),
            Map.entry("com.oracle.database.jdbc:ojdbc17", "oracle"),
            Map.entry("io.quarkus:quarkus-jdbc-oracle", "oracle"),
            Map.entry("org.flywaydb:flyway-database-oracle", "oracle"),
            Map.entry("com.ibm.db2:jcc", "db2"),
            Map.entry("io.quarkus:quarkus-jdbc-db2", "db2"),
            Map.entry("org.flywaydb:flyway-database-db2", "db2"),
            Map.entry("io.quarkus:quarkus-jdbc-mssql", "sqlserver"),
            Map.entry("com.h2database:h2", "h2"),
            Map.entry("io.quarkus:quarkus-jdbc-h2", "h2"),
            Map.entry("org.hsqldb:hsqldb", "hsqldb"),
            Map.entry("org.flywaydb:flyway-database-hsqldb", "hsqldb"),
            Map.entry("org.xerial:sqlite-jdbc", "sqlite"));

    /** Databases that a project may have beside its own one, for development and tests. */
    private static final List<String> IN_PROCESS = List.of("h2", "hsqldb", "sqlite");

    private DatabaseDrivers() {}

    /**
     * The dialects that dependencies speak for, with the dependency; those of databases inside the process only where there
     * is no other.
     *
     * @param dependencies {@code groupId:artifactId}
     * @param connected the dialect of the database that the configuration speaks of, or null
     */
    static SortedMap<String, String> dialects(Collection<String> dependencies, @Nullable String connected) {
        SortedMap<String, String> dialects = new TreeMap<>();
        for (String dependency : dependencies) {
            String dialect = DIALECTS.get(dependency);
            if (dialect != null) {
                dialects.putIfAbsent(dialect, dependency);
            }
        }
        boolean another = connected != null && !IN_PROCESS.contains(connected);
        if (another || !IN_PROCESS.containsAll(dialects.keySet())) {
            IN_PROCESS.forEach(dialects::remove);
        }
        return dialects;
    }
}
