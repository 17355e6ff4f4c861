package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine itself read the model's expressions, on temporary copies of the tables, and takes them as its catalog
 * prints them. An expression that the engine refuses is given with the engine's words, so that it is a difference.
 */
final class PostgreSqlSpelling implements Spelling {
    /** A column got another type, and the engine keeps the cast to the old one, which nobody wrote. */
    private static final Pattern LOST_CAST = Pattern.compile("(function|operator) .*does not exist.*");

    /** Names without a schema mean what they meant where they were written, which may be any. */
    private static final String ALL_SCHEMAS =
            "SELECT set_config('search_path', 'public, ' || string_agg(quote_ident(nspname), ', '"
                    + " ORDER BY nspname), true) FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'"
                    + " AND nspname <> 'public' HAVING count(*) > 0";

    /** The columns of a table, each as a text. */
    private static final String AS_TEXTS = "SELECT string_agg(quote_ident(attname) || '::text', ', ' ORDER BY attnum)"
            + " FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped";

    private static final Map<String, String> LOWEST = Map.of("smallint", "-32768", "integer", "-2147483648");
    private static final Map<String, String> HIGHEST = Map.of("smallint", "32767", "integer", "2147483647");

    private final Database database;
    private final Map<String, List<String>> columnsWithQuotes;

    PostgreSqlSpelling(Database database) {
        this.database = database;
        this.columnsWithQuotes = columnsWithQuotes(database);
    }

    private static Map<String, List<String>> columnsWithQuotes(Database database) {
        try {
            Map<String, List<String>> columns = new TreeMap<>();
            for (List<String> row : database.rows("SELECT NULLIF(nspname, 'public'), relname, attname"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                    + " JOIN pg_namespace n ON n.oid = relnamespace WHERE attname ~ '^[a-z]+$'"
                    + " AND quote_ident(attname) <> attname AND relnamespace <> 'pg_catalog'::regnamespace"
                    + " AND relnamespace <> 'information_schema'::regnamespace")) {
                String key = new QualifiedName(row.get(0), row.get(1)).toString();
                columns.computeIfAbsent(key, missing -> new ArrayList<>()).add(row.get(2));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The normal form leaves out quotes that only the parser needs. */
    private String readable(String relationKey, String expression) {
        String result = expression;
        for (String name : columnsWithQuotes.getOrDefault(relationKey, List.of())) {
            result = result.replaceAll("(?<![\\w\"'])" + name + "(?![\\w\"'(])", quotedInReplacement(name));
        }
        return result;
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
    public @Nullable String defaultValue(String tableKey, Column column) {
        String value = column.defaultValue();
        return value == null
                ? null
                : onCopy(
                        tableKey,
                        value,
                        "ALTER TABLE copy ALTER COLUMN " + quoted(column.name()) + " SET DEFAULT "
                                + readable(tableKey, value),
                        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'pg_temp.copy'::regclass");
    }

    @Override
    public @Nullable String generated(String tableKey, Column column) {
        String expression = column.generated();
        return expression == null
                ? null
                : onCopy(
                        tableKey,
                        expression,
                        "ALTER TABLE copy ADD COLUMN generated_here " + column.type() + " GENERATED ALWAYS AS ("
                                + readable(tableKey, expression) + ") STORED",
                        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'pg_temp.copy'::regclass");
    }

    @Override
    public String check(String tableKey, Table table, Check check) {
        return onCopy(
                tableKey,
                check.expression(),
                "ALTER TABLE copy ADD CHECK (" + readable(tableKey, check.expression()) + ")",
                "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint"
                        + " WHERE contype = 'c' AND conrelid = 'pg_temp.copy'::regclass");
    }

    @Override
    public List<String> keys(String relationKey, Index index) {
        if (index.columns().stream().noneMatch(key -> key.startsWith("("))) {
            return index.columns();
        }
        List<String> keys = new ArrayList<>();
        for (String key : index.columns()) {
            keys.add(key.startsWith("(") ? expressionKey(relationKey, key) : key);
        }
        return keys;
    }

    private String expressionKey(String relationKey, String key) {
        return onCopy(
                relationKey,
                key,
                "CREATE INDEX ON copy (" + readable(relationKey, key) + ")",
                "SELECT (" + PostgreSqlCatalog.KEYS + ")[1] FROM pg_index i WHERE indrelid = 'pg_temp.copy'::regclass");
    }

    @Override
    public @Nullable String where(String relationKey, Index index) {
        String where = index.where();
        return where == null
                ? null
                : onCopy(
                        relationKey,
                        where,
                        "CREATE INDEX ON copy ((1)) WHERE " + readable(relationKey, where),
                        "SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indrelid = 'pg_temp.copy'::regclass");
    }

    @Override
    public @Nullable String domainDefault(UserType domain) {
        String value = domain.defaultValue();
        return value == null
                ? null
                : after(
                        value,
                        List.of("CREATE DOMAIN pg_temp.copy AS " + domain.baseType() + " DEFAULT " + value),
                        "SELECT pg_get_expr(typdefaultbin, 0) FROM pg_type WHERE oid = 'pg_temp.copy'::regtype");
    }

    @Override
    public String domainCheck(UserType domain, Check check) {
        return after(
                check.expression(),
                List.of("CREATE DOMAIN pg_temp.copy AS " + domain.baseType() + " CHECK (" + check.expression() + ")"),
                "SELECT pg_get_expr(conbin, 0) FROM pg_constraint WHERE contypid = 'pg_temp.copy'::regtype");
    }

    /** With what the engine fills in. */
    @Override
    public Map<String, String> options(Sequence sequence) {
        Map<String, String> said = new TreeMap<>(sequence.options());
        said.values().removeIf("none"::equals);
        Map<String, String> all = new TreeMap<>();
        String type = said.getOrDefault("type", "bigint");
        String increment = said.getOrDefault("increment", "1");
        boolean up = !increment.startsWith("-");
        String lowest = up ? "1" : LOWEST.getOrDefault(type, "-9223372036854775808");
        String highest = up ? HIGHEST.getOrDefault(type, "9223372036854775807") : "-1";
        all.put("type", type);
        all.put("increment", increment);
        all.put("minvalue", said.getOrDefault("minvalue", lowest));
        all.put("maxvalue", said.getOrDefault("maxvalue", highest));
        // where it began was fixed when it was made, before anything else was altered
        all.put("start", said.getOrDefault("start", Facts.UNTOLD));
        all.put("cycle", said.getOrDefault("cycle", "false"));
        return all;
    }

    /** DEFAULT NULL is kept by the engine where a length or a domain has to be applied to it. */
    static @Nullable String realDefault(@Nullable String expression) {
        return expression == null || expression.startsWith("NULL::") ? null : expression;
    }

    private String onCopy(String relationKey, String expression, String statement, String question) {
        QualifiedName name = QualifiedName.parse(relationKey);
        String original = quoted(name.schema() == null ? "public" : name.schema()) + "." + quoted(name.name());
        // the copy has the table's name while the expression is read, because it may say it
        String answer = onCopy(name.name(), "SELECT * FROM " + original, expression, statement, question);
        return LOST_CAST.matcher(answer).find()
                ? onTexts(name.name(), original, expression, statement, question)
                : answer;
    }

    /** What was written for a text is read on texts. */
    private String onTexts(String name, String original, String expression, String statement, String question) {
        try {
            String columns = database.column(AS_TEXTS.formatted(original.replace("'", "''")))
                    .get(0);
            String answer = onCopy(name, "SELECT " + columns + " FROM " + original, expression, statement, question);
            return LOST_CAST.matcher(answer).find() ? expression : answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String onCopy(String name, String query, String expression, String statement, String question) {
        return after(
                expression,
                List.of(
                        "CREATE TEMPORARY TABLE " + quoted(name) + " AS " + query + " LIMIT 0",
                        statement.replaceFirst("\\bcopy\\b", "pg_temp." + quotedInReplacement(name))),
                question.replace("pg_temp.copy", "pg_temp." + quoted(name).replace("'", "''")));
    }

    private static String quotedInReplacement(String name) {
        return java.util.regex.Matcher.quoteReplacement(quoted(name));
    }

    private String after(String expression, List<String> statements, String question) {
        try {
            database.run("BEGIN");
            try {
                database.run(ALL_SCHEMAS);
                for (String statement : statements) {
                    database.run(statement);
                }
                database.run("SET LOCAL search_path TO DEFAULT");
                List<String> answer = database.column(question);
                return answer.isEmpty() ? expression : String.valueOf(answer.get(0));
            } catch (SQLException e) {
                return expression + " REFUSED: "
                        + e.getMessage().lines().findFirst().orElse("");
            } finally {
                database.run("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String name) {
        return Dialect.POSTGRESQL.quote(name);
    }
}
