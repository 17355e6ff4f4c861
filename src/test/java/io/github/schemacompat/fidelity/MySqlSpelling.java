package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine itself read the model's expressions, on a copy of the table, and takes them as its catalog prints
 * them. An expression that the engine refuses is given with the engine's words, so that it is a difference.
 */
final class MySqlSpelling implements Spelling {
    private static final Pattern NAME_OR_STRING = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|\"((?:[^\"]|\"\")*)\"");
    private static final String COPY = "fidelity_copy";
    private static final int LONGEST_NAME = 64;

    private final Database database;
    private final boolean mariaDb;
    private final Dialect dialect;
    private final Map<String, @Nullable String> collations = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, List<String>> reserved = new HashMap<>();
    private String copied = "";

    MySqlSpelling(Database database, boolean mariaDb) {
        this.database = database;
        this.mariaDb = mariaDb;
        this.dialect = mariaDb ? Dialect.MARIADB : Dialect.MYSQL;
        try {
            if (mariaDb) {
                // a copy of a table with a history may be altered, too
                database.run("SET SESSION system_versioning_alter_history = KEEP");
            }
            collations.put(
                    "database", database.column("SELECT @@collation_database").get(0));
            for (String table : database.column(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
                tables.put(MySqlCatalog.key(table), table);
            }
            for (List<String> row : database.rows("SELECT table_name, column_name, collation_name"
                    + " FROM information_schema.columns WHERE table_schema = DATABASE()")) {
                collations.put(MySqlCatalog.key(row.get(0)) + "." + row.get(1), row.get(2));
                if (row.get(1).matches("[a-z]+") && !dialect.quote(row.get(1)).equals(row.get(1))) {
                    reserved.computeIfAbsent(MySqlCatalog.key(row.get(0)), key -> new ArrayList<>())
                            .add(row.get(1));
                }
            }
            for (List<String> row : database.rows(
                    "SELECT character_set_name, default_collate_name" + " FROM information_schema.character_sets")) {
                collations.put("charset " + row.get(0), row.get(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean comparesDefinitions() {
        return false;
    }

    @Override
    public boolean comparesPlaces() {
        return true;
    }

    @Override
    public boolean uniqueKeysAreIndexes() {
        return true;
    }

    @Override
    public boolean comparesIndex(Table table, Index index) {
        return index.unique()
                || table.foreignKeys().stream().noneMatch(each -> each.columns().equals(index.columns()));
    }

    /** The catalog tells what the table has now; what the view gave when it was made is not to be seen. */
    @Override
    public boolean comparesTypesOfViews() {
        return false;
    }

    /** MariaDB makes up longer names than its catalog tells. */
    @Override
    public @Nullable String constraintName(@Nullable String name) {
        return name == null || name.length() < LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    @Override
    public String action(String action) {
        return MySqlCatalog.action(action);
    }

    /** What neither a column nor its table says it has from the database. */
    @Override
    public @Nullable String collation(String tableKey, Column column) {
        String collation = column.collation();
        if (collation != null) {
            return collation.toLowerCase(Locale.ROOT);
        }
        String charset = column.charset();
        if (charset != null) {
            String name = charset.toLowerCase(Locale.ROOT);
            return collations.get("charset " + (name.equals("utf8") ? "utf8mb3" : name));
        }
        return collations.get(tableKey + "." + column.name()) == null ? null : collations.get("database");
    }

    @Override
    public @Nullable String defaultValue(String tableKey, Column column) {
        String value = column.defaultValue();
        if (value == null) {
            return null;
        }
        boolean onlyExpressions = column.type().name().matches(".*(text|blob|json|geometry|point)");
        String definition = "probe " + column.type() + charset(column) + (column.nullable() ? " NULL" : " NOT NULL")
                + " DEFAULT " + (onlyExpressions && !mariaDb ? "(" + readable(value) + ")" : written(readable(value)));
        try {
            close();
            database.run("CREATE TABLE " + COPY + " (" + definition + ")");
            List<String> row = probe();
            close();
            return MySqlCatalog.defaultValue(row.get(0), row.get(1).toLowerCase(Locale.ROOT));
        } catch (SQLException e) {
            return value + refusal(e);
        }
    }

    private static String charset(Column column) {
        return column.charset() == null ? "" : " CHARACTER SET " + column.charset();
    }

    /** The normal form writes names that need quotes in double ones, and strings always in single ones. */
    static String readable(String expression) {
        return NAME_OR_STRING
                .matcher(expression)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) == null
                                ? part.group()
                                : "`" + part.group(1).replace("\"\"", "\"").replace("`", "``") + "`"));
    }

    /** The same for names of columns that are reserved words, which the normal form leaves without quotes. */
    private String readable(String tableKey, String expression) {
        String result = readable(expression);
        for (String name : reserved.getOrDefault(tableKey, List.of())) {
            result = result.replaceAll("(?<![\\w'`])" + name + "(?![\\w'`(])", "`" + name + "`");
        }
        return result;
    }

    /** The normal form leaves out the parentheses that MySQL wants around expressions. */
    private static String written(String value) {
        boolean plain = value.startsWith("'")
                || value.matches("(?i)[bxn]?'.*'|-?[0-9.]+(e[-+]?\\d+)?|null|true|false|-.*|\\w+")
                || value.matches("(?i)(current_timestamp|now|localtime|localtimestamp)\\b.*");
        return plain ? value : "(" + value + ")";
    }

    @Override
    public @Nullable String generated(String tableKey, Column column) {
        String expression = column.generated();
        if (expression == null) {
            return null;
        }
        if (expression.startsWith("row ")) {
            return expression.toUpperCase(Locale.ROOT);
        }
        List<String> row = probed(
                tableKey, "ADD COLUMN probe " + column.type() + " AS (" + readable(tableKey, expression) + ") VIRTUAL");
        return row.size() == 1 ? expression + row.get(0) : row.get(2);
    }

    @Override
    public @Nullable String onUpdate(String tableKey, Column column) {
        String value = column.onUpdate();
        if (value == null) {
            return null;
        }
        boolean now = value.matches("(now|localtime|localtimestamp|current_timestamp)(\\(\\))?");
        return now ? "current_timestamp" + (mariaDb ? "()" : "") : value;
    }

    @Override
    public String check(String tableKey, Table table, Check check) {
        String expression = check.expression();
        return onCopy(
                tableKey,
                expression,
                List.of("ALTER TABLE " + COPY + " ADD CONSTRAINT probe_check CHECK (" + readable(tableKey, expression)
                        + ")"),
                "SELECT check_clause FROM information_schema.check_constraints"
                        + " WHERE constraint_schema = DATABASE() AND constraint_name = 'probe_check'",
                mariaDb
                        ? "ALTER TABLE " + COPY + " DROP CONSTRAINT probe_check"
                        : "ALTER TABLE " + COPY + " DROP CHECK probe_check");
    }

    @Override
    public List<String> keys(String relationKey, Index index) {
        List<String> keys = new ArrayList<>();
        for (String key : index.columns()) {
            keys.add(key.startsWith("(") ? expressionKey(relationKey, key) : key);
        }
        return keys;
    }

    private String expressionKey(String relationKey, String key) {
        boolean descending = key.endsWith(" desc");
        String expression = descending ? key.substring(0, key.length() - " desc".length()) : key;
        String answer = onCopy(
                relationKey,
                expression,
                List.of("CREATE INDEX probe_index ON " + COPY + " (" + readable(expression) + ")"),
                "SELECT expression FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() AND index_name = 'probe_index'",
                "DROP INDEX probe_index ON " + COPY);
        return "(" + answer + ")" + (descending ? " desc" : "");
    }

    /** With what the engine fills in. */
    @Override
    public Map<String, String> options(Sequence sequence) {
        Map<String, String> said = new TreeMap<>(sequence.options());
        said.values().removeIf("none"::equals);
        Map<String, String> all = new TreeMap<>();
        String increment = said.getOrDefault("increment", "1");
        boolean up = !increment.startsWith("-");
        String lowest = said.getOrDefault("minvalue", up ? "1" : "-9223372036854775807");
        String highest = said.getOrDefault("maxvalue", up ? "9223372036854775806" : "-1");
        all.put("increment", increment);
        all.put("minvalue", lowest);
        all.put("maxvalue", highest);
        all.put("start", said.getOrDefault("start", Facts.UNTOLD));
        all.put("cycle", said.getOrDefault("cycle", "false"));
        return all;
    }

    /** Default, extra and expression of a column that is added to the copy; or what the engine said. */
    private List<String> probed(String tableKey, String action) {
        String refused = copy(tableKey);
        if (refused != null) {
            return List.of(refused);
        }
        try {
            database.run("ALTER TABLE " + COPY + " " + action);
            List<String> row = probe();
            database.run("ALTER TABLE " + COPY + " DROP COLUMN probe");
            return row;
        } catch (SQLException e) {
            return List.of(refusal(e));
        }
    }

    private List<String> probe() throws SQLException {
        return database.rows("SELECT column_default, extra, generation_expression FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = '" + COPY + "' AND column_name = 'probe'")
                .get(0);
    }

    private String onCopy(String tableKey, String expression, List<String> statements, String question, String undo) {
        String refused = copy(tableKey);
        if (refused != null) {
            return expression + refused;
        }
        try {
            for (String statement : statements) {
                database.run(statement);
            }
            String answer = database.column(question).get(0);
            database.run(undo);
            return MySqlCatalog.unescaped(answer);
        } catch (SQLException e) {
            return expression + refusal(e);
        }
    }

    /** Makes the copy of that table, unless it is there; null, or what the engine said. */
    private @Nullable String copy(String tableKey) {
        if (copied.equals(tableKey)) {
            return null;
        }
        try {
            close();
            String name =
                    tables.getOrDefault(tableKey, QualifiedName.parse(tableKey).name());
            database.run("CREATE TABLE " + COPY + " LIKE `" + name.replace("`", "``") + "`");
            copied = tableKey;
            return null;
        } catch (SQLException e) {
            return refusal(e);
        }
    }

    @Override
    public void close() {
        try {
            copied = "";
            database.run("DROP TABLE IF EXISTS " + COPY);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refusal(SQLException e) {
        return " REFUSED: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
