package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lets the engine itself read the model's expressions and takes them as its catalog prints them. */
final class HsqldbSpelling implements Spelling {
    private static final String COPY = "COPY OF A TABLE";
    private static final Map<String, String> LOWEST = Map.of("smallint", "-32768", "integer", "-2147483648");
    private static final Map<String, String> HIGHEST = Map.of("smallint", "32767", "integer", "2147483647");

    private final Database database;

    HsqldbSpelling(Database database) {
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

    /** The engine checks RESTRICT as it checks NO ACTION. */
    @Override
    public String action(String action) {
        return action.equals("restrict") ? "no action" : action;
    }

    /** The catalog calls every key ascending. */
    @Override
    public List<String> keys(String relationKey, Index index) {
        return index.columns().stream()
                .map(key -> key.endsWith(" desc") ? key.substring(0, key.length() - " desc".length()) : key)
                .toList();
    }

    @Override
    public @Nullable String defaultValue(String tableKey, Column column) {
        String value = column.defaultValue();
        return value == null
                ? null
                : withoutFilling(answered(
                        value,
                        List.of("CREATE TABLE " + quoted(COPY) + ".T (C " + written(column) + " DEFAULT " + value
                                + ")"),
                        "SELECT COLUMN_DEFAULT FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = '" + COPY + "'"));
    }

    /** The engine fills numbers and texts up to what the column's type was when it got the default. */
    static @Nullable String withoutFilling(@Nullable String value) {
        if (value == null || value.equals("NULL")) {
            return null;
        }
        if (value.endsWith(" '")) {
            return value.replaceAll(" +'$", "'");
        }
        return value.matches("-?\\d+\\.\\d*0+")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private static String written(Column column) {
        String type = column.type().toString();
        return type.contains("[]") ? type.replace("[]", "") + " ARRAY" : type;
    }

    @Override
    public @Nullable String generated(String tableKey, Column column) {
        String expression = column.generated();
        if (expression == null) {
            return null;
        }
        QualifiedName name = QualifiedName.parse(tableKey);
        String copy = quoted(COPY) + "." + quoted(name.name());
        String printed = answered(
                expression,
                List.of(
                        "CREATE TABLE " + copy + " (LIKE " + original(name) + ")",
                        "ALTER TABLE " + copy + " ADD COLUMN \"added here\" " + written(column)
                                + " GENERATED ALWAYS AS (" + expression + ")"),
                "SELECT GENERATION_EXPRESSION FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = '" + COPY
                        + "' AND COLUMN_NAME = 'added here'");
        return printed.replace(quoted(COPY) + ".", (name.schema() == null ? "PUBLIC" : name.schema()) + ".");
    }

    /** At the table itself, whose name the catalog prints. */
    @Override
    public String check(String tableKey, Table table, Check check) {
        String original = original(QualifiedName.parse(tableKey));
        try {
            database.run(
                    "ALTER TABLE " + original + " ADD CONSTRAINT \"added here\" CHECK (" + check.expression() + ")");
            try {
                return String.valueOf(database.column("SELECT CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS"
                                + " WHERE CONSTRAINT_NAME = 'added here'")
                        .get(0));
            } finally {
                database.run("ALTER TABLE " + original + " DROP CONSTRAINT \"added here\"");
            }
        } catch (SQLException e) {
            return refused(check.expression(), e);
        }
    }

    @Override
    public @Nullable String domainDefault(UserType domain) {
        String value = domain.defaultValue();
        return value == null
                ? null
                : withoutFilling(answered(
                        value,
                        List.of("CREATE DOMAIN " + quoted(COPY) + ".D AS " + domain.baseType() + " DEFAULT " + value),
                        "SELECT DOMAIN_DEFAULT FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_SCHEMA = '" + COPY + "'"));
    }

    @Override
    public String domainCheck(UserType domain, Check check) {
        return answered(
                check.expression(),
                List.of("CREATE DOMAIN " + quoted(COPY) + ".D AS " + domain.baseType() + " CHECK (" + check.expression()
                        + ")"),
                "SELECT CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = '" + COPY
                        + "'");
    }

    /** With what the engine fills in. */
    @Override
    public Map<String, String> options(Sequence sequence) {
        Map<String, String> said = new TreeMap<>(sequence.options());
        said.values().removeIf("none"::equals);
        String type = said.getOrDefault("type", "integer");
        Map<String, String> all = new TreeMap<>();
        all.put("type", type);
        all.put("increment", said.getOrDefault("increment", "1"));
        all.put("minvalue", said.getOrDefault("minvalue", LOWEST.getOrDefault(type, "-9223372036854775808")));
        all.put("maxvalue", said.getOrDefault("maxvalue", HIGHEST.getOrDefault(type, "9223372036854775807")));
        all.put("start", said.getOrDefault("start", Facts.UNTOLD));
        all.put("cycle", said.getOrDefault("cycle", "false"));
        return all;
    }

    private String answered(String expression, List<String> statements, String question) {
        try {
            database.run("CREATE SCHEMA " + quoted(COPY));
            try {
                for (String statement : statements) {
                    database.run(statement);
                }
                List<String> answer = database.column(question);
                return answer.isEmpty() ? expression : String.valueOf(answer.get(0));
            } finally {
                database.run("DROP SCHEMA " + quoted(COPY) + " CASCADE");
            }
        } catch (SQLException e) {
            return refused(expression, e);
        }
    }

    private static String refused(String expression, SQLException e) {
        return expression + " REFUSED: " + e.getMessage().lines().findFirst().orElse("");
    }

    private static String original(QualifiedName name) {
        return quoted(name.schema() == null ? "PUBLIC" : name.schema()) + "." + quoted(name.name());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
