package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine itself read the model's expressions, at a copy of the table in a schema of its own, and takes them as its
 * catalog prints them.
 */
final class H2Spelling implements Spelling {
    private static final String COPY = "COPY OF A TABLE";
    private static final Map<String, String> LOWEST =
            Map.of("tinyint", "-128", "smallint", "-32768", "integer", "-2147483648");
    private static final Map<String, String> HIGHEST =
            Map.of("tinyint", "127", "smallint", "32767", "integer", "2147483647");

    private final Database database;

    H2Spelling(Database database) {
        this.database = database;
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
    public String action(String action) {
        return sameAction(action);
    }

    /** The engine has one of the two. */
    static String sameAction(String action) {
        return action.equals("restrict") ? "no action" : action;
    }

    @Override
    public @Nullable String defaultValue(String tableKey, Column column) {
        return ofColumn(tableKey, column, column.defaultValue(), "DEFAULT %s", "COLUMN_DEFAULT");
    }

    @Override
    public @Nullable String onUpdate(String tableKey, Column column) {
        return ofColumn(tableKey, column, column.onUpdate(), "ON UPDATE %s", "COLUMN_ON_UPDATE");
    }

    @Override
    public @Nullable String generated(String tableKey, Column column) {
        return ofColumn(tableKey, column, column.generated(), "GENERATED ALWAYS AS (%s)", "GENERATION_EXPRESSION");
    }

    private @Nullable String ofColumn(
            String tableKey, Column column, @Nullable String expression, String clause, String answer) {
        return expression == null
                ? null
                : onCopy(
                        tableKey,
                        expression,
                        "ALTER TABLE %s ADD COLUMN \"added here\" " + column.type() + " " + clause.formatted("%s"),
                        "SELECT " + answer + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = '" + COPY
                                + "' AND COLUMN_NAME = 'added here'");
    }

    @Override
    public String check(String tableKey, Table table, Check check) {
        return onCopy(
                tableKey,
                check.expression(),
                // the copy is empty; to look at its rows the engine would write texts of no length that it can't read
                "ALTER TABLE %s ADD CONSTRAINT \"added here\" CHECK (%s) NOCHECK",
                "SELECT CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_NAME = 'added here'");
    }

    @Override
    public @Nullable String domainDefault(UserType domain) {
        String value = domain.defaultValue();
        return value == null
                ? null
                : domain(
                        value,
                        "CREATE DOMAIN \"" + COPY + "\" AS " + domain.baseType() + " DEFAULT " + value,
                        "SELECT DOMAIN_DEFAULT FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_NAME = '" + COPY + "'");
    }

    @Override
    public String domainCheck(UserType domain, Check check) {
        return domain(
                check.expression(),
                "CREATE DOMAIN \"" + COPY + "\" AS " + domain.baseType() + " CHECK (" + check.expression() + ")",
                "SELECT CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
                        + " JOIN INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS D ON D.CONSTRAINT_NAME = K.CONSTRAINT_NAME"
                        + " WHERE D.DOMAIN_NAME = '" + COPY + "'");
    }

    private String domain(String expression, String statement, String question) {
        try {
            database.run(statement);
            try {
                return String.valueOf(database.column(question).get(0));
            } finally {
                database.run("DROP DOMAIN \"" + COPY + "\"");
            }
        } catch (SQLException e) {
            return expression + " REFUSED: "
                    + e.getMessage().lines().findFirst().orElse("");
        }
    }

    /** With what the engine fills in. */
    @Override
    public Map<String, String> options(Sequence sequence) {
        Map<String, String> said = new TreeMap<>(sequence.options());
        said.values().removeIf("none"::equals);
        String type = said.getOrDefault("type", "bigint");
        String increment = said.getOrDefault("increment", "1");
        boolean up = !increment.startsWith("-");
        Map<String, String> all = new TreeMap<>();
        all.put("type", type);
        all.put("increment", increment);
        all.put(
                "minvalue",
                said.getOrDefault("minvalue", up ? first(said) : LOWEST.getOrDefault(type, "-9223372036854775808")));
        all.put(
                "maxvalue",
                said.getOrDefault("maxvalue", up ? HIGHEST.getOrDefault(type, "9223372036854775807") : first(said)));
        all.put("start", said.getOrDefault("start", Facts.UNTOLD));
        all.put("cycle", said.getOrDefault("cycle", "false"));
        return all;
    }

    private static String first(Map<String, String> said) {
        boolean up = !said.getOrDefault("increment", "1").startsWith("-");
        String one = up ? "1" : "-1";
        String start = said.getOrDefault("start", one);
        boolean beyond = up ? Long.parseLong(start) < 1 : Long.parseLong(start) > -1;
        return beyond ? start : one;
    }

    /** @param statement with the place of the copy and that of the expression */
    private String onCopy(String tableKey, String expression, String statement, String question) {
        QualifiedName name = QualifiedName.parse(tableKey);
        String schema = name.schema() == null ? "PUBLIC" : name.schema();
        String original = quoted(schema) + "." + quoted(name.name());
        String copy = quoted(COPY) + "." + quoted(name.name());
        try {
            database.run("CREATE SCHEMA " + quoted(COPY));
            try {
                // the star leaves out invisible columns
                String columns = String.join(
                        ", ",
                        database.column("SELECT QUOTE_IDENT(COLUMN_NAME) FROM INFORMATION_SCHEMA.COLUMNS"
                                + " WHERE TABLE_SCHEMA = " + literal(schema) + " AND TABLE_NAME = "
                                + literal(name.name()) + " ORDER BY ORDINAL_POSITION"));
                database.run("CREATE TABLE " + copy + " AS SELECT " + columns + " FROM " + original + " WHERE FALSE");
                database.run(statement.formatted(copy, expression));
                List<String> answer = database.column(question);
                return answer.isEmpty() ? expression : String.valueOf(answer.get(0));
            } finally {
                database.run("DROP SCHEMA " + quoted(COPY) + " CASCADE");
            }
        } catch (SQLException e) {
            return expression + " REFUSED: "
                    + e.getMessage().lines().findFirst().orElse("");
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
