package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog of a PostgreSQL says of its database. What extensions brought is left out, and so are the keys and
 * indexes of partitions, which the engine makes from those of the table and which nobody addresses.
 */
final class PostgreSqlCatalog {
    private static final String OWN_SCHEMA = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";
    private static final String EXTENSION =
            " AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = '%s'::regclass"
                    + " AND e.objid = %s AND e.deptype = 'e')";
    private static final String OWN_RELATION = OWN_SCHEMA + EXTENSION.formatted("pg_class", "c.oid");

    private final Database database;
    private final Facts facts = new Facts();

    private PostgreSqlCatalog(Database database) {
        this.database = database;
    }

    static Facts of(Database database) throws SQLException {
        PostgreSqlCatalog catalog = new PostgreSqlCatalog(database);
        catalog.schemas();
        catalog.tables();
        catalog.columns();
        catalog.constraints();
        catalog.indexes();
        catalog.views();
        catalog.routines();
        catalog.triggers();
        catalog.sequences();
        catalog.types();
        catalog.domainChecks();
        return catalog.facts;
    }

    private void schemas() throws SQLException {
        rows("SELECT n.nspname FROM pg_namespace n WHERE " + OWN_SCHEMA + " AND n.nspname <> 'public'"
                        + EXTENSION.formatted("pg_namespace", "n.oid"))
                .forEach(row -> facts.object("schema " + QualifiedName.quoted(row.get(0))));
    }

    private void tables() throws SQLException {
        for (Row row : rows("SELECT n.nspname, c.relname, c.relispartition FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f') AND "
                + OWN_RELATION)) {
            facts.put("table " + row.key(0), "partition", row.flag(2));
        }
    }

    private void columns() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, c.relname, a.attname,
                    row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod),
                    NOT a.attnotnull AND NOT (t.typtype = 'd' AND t.typnotnull), a.attidentity, a.attgenerated <> '',
                    pg_get_expr(d.adbin, d.adrelid),
                    CASE WHEN a.attcollation <> t.typcollation THEN
                        (SELECT collname FROM pg_collation WHERE oid = a.attcollation) END
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND
                """ + OWN_RELATION)) {
            String path = "column " + row.key(0) + "." + row.get(2);
            boolean generated = row.flag(7);
            String expression = row.get(8);
            facts.put(path, "place", row.get(3));
            facts.put(path, "type", row.type(4));
            facts.put(path, "nullable", row.flag(5));
            facts.put(path, "identity", identity(row.get(6)));
            facts.put(path, "generated", generated ? expression : null);
            facts.put(path, "default", generated ? null : PostgreSqlSpelling.realDefault(expression));
            facts.put(path, "collation", row.get(9));
        }
    }

    private static String identity(@Nullable String letter) {
        return "a".equals(letter) ? "ALWAYS" : "d".equals(letter) ? "BY_DEFAULT" : "NONE";
    }

    private void constraints() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, c.relname, k.conname, k.contype,
                    ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY AS u(num, place)
                        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
                        ORDER BY CASE WHEN k.contype IN ('c', 'x') THEN u.num ELSE u.place END)::text[],
                    fn.nspname, f.relname,
                    ARRAY(SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY AS u(num, place)
                        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.place)::text[],
                    k.confdeltype, k.confupdtype, k.conenforced, pg_get_expr(k.conbin, k.conrelid),
                    (SELECT i.indnullsnotdistinct FROM pg_index i WHERE i.indexrelid = k.conindid)
                FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
                WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND NOT c.relispartition
                    AND NOT (k.contype = 'f' AND k.conparentid <> 0) AND
                """ + OWN_RELATION)) {
            constraint(row);
        }
    }

    private void constraint(Row row) {
        String table = row.key(0);
        String member = table + "." + row.get(2);
        switch (String.valueOf(row.get(3))) {
            case "p" -> {
                facts.put("primary key of " + table, "name", row.get(2));
                facts.put("primary key of " + table, "columns", row.list(4));
            }
            case "u" -> {
                facts.put("unique " + member, "columns", row.list(4));
                facts.put("unique " + member, "nulls equal", row.flag(12));
            }
            case "f" -> {
                String path = "foreign key " + member;
                facts.put(path, "columns", row.list(4));
                facts.put(path, "references", row.key(5));
                facts.put(path, "referenced columns", row.list(7));
                facts.put(path, "on delete", action(row.get(8)));
                facts.put(path, "on update", action(row.get(9)));
                facts.put(path, "enforced", row.flag(10));
            }
            default -> {
                boolean exclusion = "x".equals(row.get(3));
                facts.put("check " + member, "columns", row.list(4));
                facts.put("check " + member, "enforced", row.flag(10));
                facts.put("check " + member, "exclusion", exclusion);
                if (!exclusion) {
                    facts.put("check " + member, "condition", row.get(11));
                }
            }
        }
    }

    private static String action(@Nullable String letter) {
        return switch (String.valueOf(letter)) {
            case "a" -> "no action";
            case "r" -> "restrict";
            case "c" -> "cascade";
            case "n" -> "set null";
            default -> "set default";
        };
    }

    private void indexes() throws SQLException {
        for (Row row : rows("SELECT n.nspname, t.relname, c.relname, i.indisunique, i.indnullsnotdistinct,"
                + " pg_get_expr(i.indpred, i.indrelid), m.amname, " + KEYS + ", " + INCLUDED
                + """
                 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_am m ON m.oid = c.relam
                WHERE NOT t.relispartition
                AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
                AND
                """ + OWN_RELATION)) {
            String path = "index " + row.key(0) + "." + row.get(2);
            facts.put(path, "unique", row.flag(3));
            facts.put(path, "nulls equal", row.flag(4));
            facts.put(path, "where", row.get(5));
            facts.put(path, "method", row.get(6));
            facts.put(path, "keys", row.list(7));
            facts.put(path, "included", row.list(8));
        }
    }

    /** The keys of the index {@code i}: names of columns as they are, expressions in parentheses. */
    static final String KEYS = """
            ARRAY(SELECT CASE WHEN i.indkey[p - 1] = 0 THEN '(' || pg_get_indexdef(i.indexrelid, p, false) || ')'
                    ELSE (SELECT a.attname FROM pg_attribute a
                        WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[p - 1]) END
                || CASE WHEN i.indoption[p - 1] & 1 = 1 THEN ' desc' ELSE '' END
                FROM generate_series(1, i.indnkeyatts) p ORDER BY p)::text[]""";

    private static final String INCLUDED = """
            ARRAY(SELECT a.attname FROM generate_series(i.indnkeyatts + 1, i.indnatts) p
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p - 1] ORDER BY p)::text[]""";

    private void views() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, c.relname, c.relkind = 'm',
                    ARRAY(SELECT a.attname FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)::text[],
                    ARRAY(SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)::text[]
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND
                """ + OWN_RELATION)) {
            facts.put("view " + row.key(0), "materialized", row.flag(2));
            facts.put("view " + row.key(0), "columns", String.join("\n", row.typed(3)));
        }
    }

    private void routines() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, p.proname,
                    ARRAY(SELECT format_type(u.t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS u(t, place)
                        ORDER BY place)::text[],
                    p.prokind, lower(pg_get_function_result(p.oid)), p.proargnames,
                    ARRAY(SELECT format_type(u.t, NULL)
                        FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS u(t, place)
                        ORDER BY place)::text[],
                    p.proargmodes, p.pronargdefaults
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE
                """
                + " " + OWN_SCHEMA + EXTENSION.formatted("pg_proc", "p.oid")
                + " AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass"
                + " AND e.objid = p.oid AND e.deptype = 'i')")) {
            String path = "routine " + row.key(0) + "(" + String.join(",", row.types(2)) + ")";
            facts.put(path, "kind", kind(row.get(3)));
            facts.put(path, "returns", row.get(4));
            facts.put(path, "parameters", parameters(row));
        }
    }

    private static String kind(@Nullable String letter) {
        return "p".equals(letter) ? "procedure" : "a".equals(letter) ? "aggregate" : "function";
    }

    private static List<String> parameters(Row row) {
        List<String> types = row.types(6);
        List<String> names = row.get(5) == null ? List.of() : row.list(5);
        List<String> modes = row.get(7) == null ? List.of() : row.list(7);
        int defaults = Integer.parseInt(String.valueOf(row.get(8)));
        List<String> parameters = new ArrayList<>();
        for (int i = types.size() - 1; i >= 0; i--) {
            String mode = modes.isEmpty() ? "i" : modes.get(i);
            if (mode.equals("t")) {
                continue;
            }
            boolean input = !mode.equals("o");
            String name = names.isEmpty() || names.get(i).isEmpty() ? "" : names.get(i) + " ";
            parameters.add(0, mode(mode) + " " + name + types.get(i) + (input && defaults > 0 ? " default" : ""));
            defaults -= input ? 1 : 0;
        }
        return parameters;
    }

    private static String mode(String letter) {
        return switch (letter) {
            case "i" -> "in";
            case "o" -> "out";
            case "b" -> "inout";
            default -> "variadic";
        };
    }

    private void triggers() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, c.relname, g.tgname, g.tgtype, g.tgenabled <> 'D', pn.nspname, p.proname
                FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_proc p ON p.oid = g.tgfoid JOIN pg_namespace pn ON pn.oid = p.pronamespace
                WHERE NOT g.tgisinternal AND
                """ + OWN_RELATION)) {
            String path = "trigger " + row.key(0) + "." + row.get(2);
            int type = Integer.parseInt(String.valueOf(row.get(3)));
            facts.put(path, "table", row.key(0));
            facts.put(path, "timing", (type & 2) != 0 ? "before" : (type & 64) != 0 ? "instead of" : "after");
            List<String> events = new ArrayList<>();
            addIf((type & 8) != 0, "delete", events);
            addIf((type & 4) != 0, "insert", events);
            addIf((type & 32) != 0, "truncate", events);
            addIf((type & 16) != 0, "update", events);
            facts.put(path, "events", events);
            facts.put(path, "enabled", row.flag(4));
            facts.put(path, "function", "pg_catalog".equals(row.get(5)) ? Facts.UNTOLD : row.key(5) + "()");
        }
    }

    private static void addIf(boolean condition, String word, List<String> words) {
        if (condition) {
            words.add(word);
        }
    }

    private void sequences() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin,
                    s.seqmax, s.seqcycle, tn.nspname, t.relname, a.attname
                FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
                LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid WHERE
                """ + OWN_RELATION)) {
            String path = "sequence " + row.key(0);
            facts.put(
                    path,
                    "owned by",
                    row.get(9) == null ? null : row.key(8) + "." + QualifiedName.quoted(String.valueOf(row.get(10))));
            facts.put(path, "type", row.get(2));
            facts.put(path, "start", row.get(3));
            facts.put(path, "increment", row.get(4));
            facts.put(path, "minvalue", row.get(5));
            facts.put(path, "maxvalue", row.get(6));
            facts.put(path, "cycle", row.flag(7));
        }
    }

    private void types() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, t.typname, t.typtype,
                    ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)::text[],
                    ARRAY(SELECT a.attname FROM pg_attribute a
                        WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)::text[],
                    ARRAY(SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                        WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)::text[],
                    CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
                    t.typnotnull, pg_get_expr(t.typdefaultbin, 0)
                FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE (t.typtype IN ('e', 'd', 'r')
                    OR t.typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c') AND
                """ + OWN_SCHEMA + EXTENSION.formatted("pg_type", "t.oid"))) {
            String path = "type " + row.key(0);
            facts.put(path, "kind", typeKind(row.get(2)));
            facts.put(path, "labels", row.list(3));
            facts.put(path, "columns", row.typed(4));
            facts.put(path, "base type", row.type(6));
            facts.put(path, "not null", row.flag(7));
            facts.put(path, "default", PostgreSqlSpelling.realDefault(row.get(8)));
        }
    }

    private static String typeKind(@Nullable String letter) {
        return switch (String.valueOf(letter)) {
            case "e" -> "enum";
            case "d" -> "domain";
            case "r" -> "range";
            default -> "composite";
        };
    }

    private void domainChecks() throws SQLException {
        for (Row row : rows("""
                SELECT n.nspname, t.typname, k.conname, pg_get_expr(k.conbin, 0)
                FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE k.contype = 'c' AND
                """ + OWN_SCHEMA + EXTENSION.formatted("pg_type", "t.oid"))) {
            facts.put("type " + row.key(0), "check " + row.get(2), row.get(3));
        }
    }

    private List<Row> rows(String query) throws SQLException {
        return database.rows(query).stream().map(Row::new).toList();
    }

    /** A row of the catalog. */
    private record Row(List<@Nullable String> values) {
        private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

        @Nullable
        String get(int column) {
            return values.get(column);
        }

        boolean flag(int column) {
            return "t".equals(values.get(column));
        }

        /** The key of the name whose schema stands in this column and whose own name in the next. */
        String key(int column) {
            String own = QualifiedName.quoted(String.valueOf(values.get(column + 1)));
            String schema = String.valueOf(values.get(column));
            return schema.equals("public") ? own : QualifiedName.quoted(schema) + "." + own;
        }

        @Nullable
        String type(int column) {
            String type = values.get(column);
            return type == null ? null : withPlainNames(type);
        }

        List<String> types(int column) {
            return list(column).stream().map(Row::withPlainNames).toList();
        }

        /** Names from this column with types from the next. */
        List<String> typed(int column) {
            List<String> names = list(column);
            List<String> types = types(column + 1);
            List<String> typed = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                typed.add(names.get(i) + " " + types.get(i));
            }
            return typed;
        }

        /** The engine quotes more names of types than the model does; without quotes, "char" is another type. */
        private static String withPlainNames(String type) {
            return QUOTED.matcher(type)
                    .replaceAll(name -> name.group().equals("\"char\"")
                            ? name.group()
                            : Matcher.quoteReplacement(
                                    QualifiedName.quoted(name.group(1).replace("\"\"", "\""))));
        }

        List<String> list(int column) {
            return PostgreSqlArray.elements(String.valueOf(values.get(column)));
        }
    }
}
