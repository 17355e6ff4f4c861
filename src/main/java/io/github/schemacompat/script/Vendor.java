package io.github.schemacompat.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names that folders and files of a database's scripts have, and the dialect that each speaks for. */
final class Vendor {
    /** Flyway's and Spring's word for the name of the engine in a location. */
    static final String PLACEHOLDER = "{vendor}";

    private static final Map<String, String> DIALECTS = Map.ofEntries(
            Map.entry("postgresql", "postgresql"),
            Map.entry("postgres", "postgresql"),
            Map.entry("pgsql", "postgresql"),
            Map.entry("pg", "postgresql"),
            Map.entry("mysql", "mysql"),
            Map.entry("mariadb", "mariadb"),
            Map.entry("mssql", "sqlserver"),
            Map.entry("sqlserver", "sqlserver"),
            Map.entry("sql_server", "sqlserver"),
            Map.entry("sql-server", "sqlserver"),
            Map.entry("oracle", "oracle"),
            Map.entry("sqlite", "sqlite"),
            Map.entry("sqlite3", "sqlite"),
            Map.entry("h2", "h2"),
            Map.entry("hsqldb", "hsqldb"),
            Map.entry("hsql", "hsqldb"),
            Map.entry("db2", "db2"),
            Map.entry("derby", "derby"),
            Map.entry("cockroach", "cockroachdb"),
            Map.entry("cockroachdb", "cockroachdb"),
            Map.entry("firebird", "firebird"),
            Map.entry("informix", "informix"));
    private static final Pattern IN_WORDS = Pattern.compile(
            "(?i)(?<![a-z0-9])(?:" + String.join("|", new TreeMap<>(DIALECTS).keySet()) + ")(?![a-z0-9])");

    private Vendor() {}

    static boolean isOne(String folder) {
        return DIALECTS.containsKey(folder.toLowerCase(Locale.ROOT));
    }

    /** The dialect's id, supported or not; empty if the name is none of a database. */
    static Optional<String> dialect(String folder) {
        return Optional.ofNullable(DIALECTS.get(folder.toLowerCase(Locale.ROOT)));
    }

    /** The one database that a file's name has among its words: {@code tables_sqlite.sql}. */
    static Optional<MatchResult> word(String name) {
        List<MatchResult> found = IN_WORDS.matcher(name).results().toList();
        return found.stream()
                                .map(match -> match.group().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == 1
                ? Optional.of(found.get(0))
                : Optional.empty();
    }

    /** The folders of a path that are named after a database, outermost first. */
    static List<String> folders(String file) {
        String[] folders = file.toLowerCase(Locale.ROOT).split("/");
        return java.util.Arrays.stream(folders, 0, folders.length - 1)
                .filter(DIALECTS::containsKey)
                .toList();
    }
}
