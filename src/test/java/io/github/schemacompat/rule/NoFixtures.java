package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The one place that says which rule makes no sense in which dialect, and why. */
final class NoFixtures {
    private static final Map<String, String> BECAUSE = new LinkedHashMap<>();

    static {
        everywhere("readings-differ", "where a statement is known that is read in two ways, a reader is corrected");

        in("schema-dropped", "sqlserver", "SQL Server drops empty schemas only");
        in("schema-dropped", "oracle", "a schema of Oracle is a user, and users are in no model");
        in("schema-renamed", "sqlserver mysql oracle db2", "the engine can't rename a schema");
        in("schema-dropped schema-renamed", "sqlite", "SQLite has no schemas, but for attached files");

        String noEnums = "the engine has no enums; a CHECK stands in for them";
        in(
                "enum-value-removed enum-value-renamed enum-values-reordered enum-value-added",
                "sqlserver oracle db2 hsqldb sqlite",
                noEnums);
        in("enum-value-renamed", "mysql h2", "no label can be renamed; another one is a removed and an added one");

        in(
                "exclusion-added",
                "sqlserver mysql oracle db2 h2 hsqldb sqlite",
                "only PostgreSQL has exclusion constraints");
        in("domain-constraint-added", "sqlserver", "a type of SQL Server can't be altered");
        in("domain-constraint-added", "mysql oracle db2 sqlite", "the engine has no domains");
        in("type-edited type-dropped", "mysql sqlite", "the engine has no types of one's own");

        in("column-collation-changed", "db2 h2", "the collation is the database's, not a column's");
        in(
                "column-type-narrowed column-type-widened",
                "sqlite",
                "a type of SQLite is an affinity, which holds every value");

        in("view-renamed", "db2 sqlite", "the engine can't rename a view");
        in("routine-renamed", "mysql oracle db2", "the engine can't rename a routine");
        in("routine-renamed", "h2", "H2 can't rename an alias");
        in(
                "routine-signature-changed",
                "h2",
                "the parameters of an alias are those of a Java method, which no script says");
        in(
                "routine-dropped routine-renamed routine-edited routine-signature-changed",
                "sqlite",
                "SQLite has no routines");
        in("routine-overload-ambiguous", "sqlserver mysql", "there is one routine of a name");
        in("routine-overload-ambiguous", "oracle", "overloads are in packages only, and told by their names there");
        in(
                "routine-overload-ambiguous",
                "db2 h2 hsqldb",
                "overloads differ in what has to be given; nothing is left out");
        in("routine-overload-ambiguous", "sqlite", "SQLite has no routines");

        in("sequence-dropped", "mysql", "MySQL has no sequences");
        in("sequence-dropped sequence-changed", "sqlite", "SQLite has no sequences");
        in("synonym-dropped synonym-retargeted", "postgresql mysql sqlite", "the engine has no synonyms");

        in("privilege-revoked grants-lost", "sqlite", "SQLite has no rights");
        in("row-security-added", "mysql h2 hsqldb sqlite", "the engine has no row security");
        in(
                "table-needs-reorg",
                "sqlserver postgresql mysql oracle h2 hsqldb sqlite",
                "only DB2 has a table wait for its reorganisation");
        in(
                "dependent-invalidated",
                "hsqldb",
                "HSQLDB refuses what would make a view or routine fail, and keeps what their names meant");

        in("table-truncated", "sqlite", "SQLite has no TRUNCATE; a DELETE without WHERE is rows-deleted");
        in("partition-dropped", "sqlserver", "SQL Server merges partitions, and switches them out to tables");
        in("partition-dropped", "h2 hsqldb sqlite", "the engine has no partitions");
        in("dynamic-sql", "hsqldb sqlite", "the engine runs no text as a statement");
    }

    private NoFixtures() {}

    private static void everywhere(String rule, String why) {
        Dialect.ALL.forEach(dialect -> BECAUSE.put(rule + " " + dialect.id(), why));
    }

    private static void in(String rules, String dialects, String why) {
        for (String rule : rules.split(" ")) {
            for (String dialect : dialects.split(" ")) {
                BECAUSE.put(rule + " " + Dialect.byId(dialect).orElseThrow().id(), why);
            }
        }
    }

    /** Why the rule has no fixtures in the dialect; empty if it has to have some. */
    static Optional<String> because(String rule, Dialect dialect) {
        return Optional.ofNullable(BECAUSE.get(rule + " " + dialect.id()));
    }

    static Set<String> rules() {
        return BECAUSE.keySet().stream()
                .map(each -> each.substring(0, each.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
