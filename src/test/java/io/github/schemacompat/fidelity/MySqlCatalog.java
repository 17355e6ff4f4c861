package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog of a MySQL or MariaDB says of the current database. An index that has exactly the columns of a foreign
 * key is left out, since the engine makes and drops those as it needs them.
 */
final class MySqlCatalog {
    private static final Pattern INTEGER =
            Pattern.compile("(tinyint|smallint|mediumint|int|bigint)(?:\\((\\d+)\\))?(.*)");

    private final Database database;
    private final boolean mariaDb;
    private final Facts facts = new Facts();
    private final Map<String, Set<List<String>>> foreignKeyColumns = new LinkedHashMap<>();

    private MySqlCatalog(Database database, boolean mariaDb) {
        this.database = database;
        this.mariaDb = mariaDb;
    }

    static Facts of(Database database, boolean mariaDb) throws SQLException {
        MySqlCatalog catalog = new MySqlCatalog(database, mariaDb);
        catalog.tables();
        catalog.columns();
        catalog.foreignKeys();
        catalog.indexes();
        catalog.checks();
        catalog.views();
        catalog.routines();
        catalog.triggers();
        if (mariaDb) {
            catalog.sequences();
        }
        return catalog.facts;
    }

    private void tables() throws SQLException {
        for (List<String> row : database.rows("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')")) {
            facts.put("table " + key(row.get(0)), "partition", false);
        }
    }

    private void columns() throws SQLException {
        for (List<String> row : database.rows("""
                SELECT c.table_name, c.column_name, ordinal_position, column_type, is_nullable, column_default, extra,
                    generation_expression, collation_name
                FROM information_schema.columns c JOIN information_schema.tables t
                    ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
                ORDER BY c.table_name, ordinal_position
                """)) {
            String path = "column " + key(row.get(0)) + "." + row.get(1);
            String extra = row.get(6).toLowerCase(Locale.ROOT);
            String generated = row.get(7);
            boolean isGenerated = generated != null && !generated.isEmpty();
            facts.put(path, "place", row.get(2));
            facts.put(path, "type", type(row.get(3)));
            facts.put(path, "nullable", row.get(4).equals("YES"));
            facts.put(path, "identity", extra.contains("auto_increment") ? "BY_DEFAULT" : "NONE");
            facts.put(path, "generated", isGenerated ? generated : null);
            facts.put(path, "default", isGenerated ? null : defaultValue(row.get(5), extra));
            facts.put(path, "collation", row.get(8));
            int update = extra.indexOf("on update ");
            if (update >= 0) {
                facts.put(
                        path,
                        "on update",
                        extra.substring(update + "on update ".length()).split(" ")[0]);
            }
            if (extra.contains("invisible")) {
                facts.put(path, "invisible", true);
            }
        }
    }

    /** MySQL marks what is no literal; MariaDB writes literals in quotes and NULL for none. */
    static @Nullable String defaultValue(@Nullable String value, String extra) {
        if (value == null || value.equals("NULL") && !extra.contains("default_generated")) {
            return null;
        }
        return extra.contains("default_generated") ? "(" + value + ")" : value;
    }

    /** Without the display width of integers, which only ZEROFILL and booleans show. */
    static String type(String written) {
        Matcher integer = INTEGER.matcher(written);
        if (!integer.matches()) {
            return written.equals("year(4)") ? "year" : written;
        }
        String width = integer.group(2);
        String rest = integer.group(3);
        boolean kept = width != null
                && (rest.contains("zerofill")
                        || integer.group(1).equals("tinyint") && width.equals("1") && rest.isEmpty());
        return integer.group(1) + (kept ? "(" + width + ")" : "") + rest;
    }

    private void foreignKeys() throws SQLException {
        Map<String, List<List<String>>> keys = new LinkedHashMap<>();
        for (List<String> row : database.rows("""
                SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name,
                    k.referenced_column_name, r.delete_rule, r.update_rule
                FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
                    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                    AND r.table_name = k.table_name
                WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
                ORDER BY k.table_name, k.constraint_name, k.ordinal_position
                """)) {
            keys.computeIfAbsent(key(row.get(0)) + "." + row.get(1), key -> new ArrayList<>())
                    .add(row);
        }
        keys.forEach((name, rows) -> {
            List<String> first = rows.get(0);
            List<String> columns = rows.stream().map(row -> row.get(2)).toList();
            String path = "foreign key " + name;
            facts.put(path, "columns", columns);
            facts.put(path, "references", key(first.get(3)));
            facts.put(
                    path,
                    "referenced columns",
                    rows.stream().map(row -> row.get(4)).toList());
            facts.put(path, "on delete", action(first.get(5)));
            facts.put(path, "on update", action(first.get(6)));
            facts.put(path, "enforced", true);
            foreignKeyColumns
                    .computeIfAbsent(key(first.get(0)), key -> new java.util.HashSet<>())
                    .add(columns);
        });
    }

    /** For InnoDB, RESTRICT and NO ACTION are one. */
    static String action(String rule) {
        String action = rule.toLowerCase(Locale.ROOT);
        return action.equals("restrict") ? "no action" : action;
    }

    private void indexes() throws SQLException {
        Map<String, List<List<String>>> indexes = new LinkedHashMap<>();
        String expression = mariaDb ? "NULL" : "expression";
        for (List<String> row : database.rows("SELECT s.table_name, index_name, non_unique, column_name, s.collation, "
                + expression + ", lower(index_type) FROM information_schema.statistics s"
                + " WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index")) {
            indexes.computeIfAbsent(key(row.get(0)) + "." + row.get(1), key -> new ArrayList<>())
                    .add(row);
        }
        indexes.forEach((name, rows) -> index(name, key(rows.get(0).get(0)), rows));
    }

    private void index(String name, String table, List<List<String>> rows) {
        List<String> first = rows.get(0);
        List<String> keys = rows.stream().map(MySqlCatalog::key).toList();
        boolean unique = first.get(2).equals("0");
        if (first.get(1).equals("PRIMARY")) {
            facts.put("primary key of " + table, "name", "PRIMARY");
            facts.put("primary key of " + table, "columns", keys);
        } else if (unique || !foreignKeyColumns.getOrDefault(table, Set.of()).contains(keys)) {
            String path = "index " + name;
            facts.put(path, "keys", keys);
            facts.put(path, "unique", unique);
            // a unique key over long texts is kept by their hash, which is nothing that a script says
            facts.put(path, "method", unique && first.get(6).equals("hash") ? "btree" : first.get(6));
            facts.put(path, "included", List.of());
            facts.put(path, "nulls equal", false);
            facts.put(path, "where", null);
        }
    }

    private static String key(List<String> row) {
        String key = row.get(3) == null ? "(" + unescaped(row.get(5)) + ")" : row.get(3);
        return key + ("D".equals(row.get(4)) ? " desc" : "");
    }

    /** The catalog writes expressions with backslashes before the quotes. */
    static String unescaped(String expression) {
        return expression.replace("\\'", "'");
    }

    private void checks() throws SQLException {
        String of = mariaDb
                ? "SELECT table_name, constraint_name, check_clause, 'YES' FROM information_schema.check_constraints"
                        + " WHERE constraint_schema = DATABASE()"
                : "SELECT t.table_name, c.constraint_name, check_clause, t.enforced"
                        + " FROM information_schema.check_constraints c JOIN information_schema.table_constraints t"
                        + " ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name"
                        + " AND t.constraint_type = 'CHECK' WHERE c.constraint_schema = DATABASE()";
        for (List<String> row : database.rows(of)) {
            String path = "check " + key(row.get(0)) + "." + row.get(1);
            facts.put(path, "columns", Facts.UNTOLD);
            facts.put(path, "enforced", row.get(3).equals("YES"));
            facts.put(path, "exclusion", false);
            facts.put(path, "condition", unescaped(row.get(2)));
        }
    }

    private void views() throws SQLException {
        Map<String, List<String>> views = new LinkedHashMap<>();
        for (List<String> row : database.rows("""
                SELECT v.table_name, c.column_name, c.column_type
                FROM information_schema.views v LEFT JOIN information_schema.columns c
                    ON c.table_schema = v.table_schema AND c.table_name = v.table_name
                WHERE v.table_schema = DATABASE() ORDER BY v.table_name, c.ordinal_position
                """)) {
            List<String> columns = views.computeIfAbsent(key(row.get(0)), key -> new ArrayList<>());
            if (row.get(1) != null) {
                columns.add(row.get(1) + " " + type(row.get(2)));
            }
        }
        views.forEach((name, columns) -> {
            facts.put("view " + name, "materialized", false);
            // the columns of a view that doesn't work any more are gone from the catalog
            facts.put("view " + name, "columns", columns.isEmpty() ? Facts.UNTOLD : String.join("\n", columns));
        });
    }

    private void routines() throws SQLException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (List<String> row : database.rows("""
                SELECT specific_name, routine_type, parameter_mode, parameter_name, dtd_identifier, ordinal_position
                FROM information_schema.parameters WHERE specific_schema = DATABASE() AND ordinal_position > 0
                ORDER BY specific_name, ordinal_position
                """)) {
            parameters
                    .computeIfAbsent(key(row.get(0)), key -> new ArrayList<>())
                    .add((row.get(2) == null ? "in" : row.get(2).toLowerCase(Locale.ROOT)) + " " + row.get(3) + " "
                            + type(row.get(4)));
        }
        for (List<String> row : database.rows("SELECT routine_name, lower(routine_type), dtd_identifier"
                + " FROM information_schema.routines WHERE routine_schema = DATABASE()")) {
            String path = "routine " + key(row.get(0));
            facts.put(path, "kind", row.get(1));
            facts.put(path, "parameters", parameters.getOrDefault(key(row.get(0)), List.of()));
            facts.put(path, "returns", row.get(2) == null || row.get(2).isEmpty() ? null : type(row.get(2)));
        }
    }

    private void triggers() throws SQLException {
        for (List<String> row : database.rows("SELECT trigger_name, event_object_table, lower(action_timing),"
                + " lower(event_manipulation) FROM information_schema.triggers WHERE trigger_schema = DATABASE()")) {
            String path = "trigger " + key(row.get(0));
            facts.put(path, "table", key(row.get(1)));
            facts.put(path, "timing", row.get(2));
            facts.put(path, "events", new TreeSet<>(List.of(row.get(3))));
            facts.put(path, "enabled", true);
            facts.put(path, "function", null);
        }
    }

    private void sequences() throws SQLException {
        for (String name : database.column("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE'")) {
            List<String> row = database.rows("SELECT start_value, minimum_value, maximum_value, increment, cycle_option"
                            + " FROM `" + name.replace("`", "``") + "`")
                    .get(0);
            String path = "sequence " + key(name);
            facts.put(path, "owned by", null);
            facts.put(path, "start", row.get(0));
            facts.put(path, "minvalue", row.get(1));
            facts.put(path, "maxvalue", row.get(2));
            facts.put(path, "increment", row.get(3));
            facts.put(path, "cycle", row.get(4).equals("1"));
        }
    }

    /** Names of tables, views and routines are one in capitals and small letters for this project. */
    static String key(String name) {
        return QualifiedName.quoted(name.toLowerCase(Locale.ROOT));
    }
}
