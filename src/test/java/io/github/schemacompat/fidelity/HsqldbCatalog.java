package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the information schema of an HSQLDB says of its database. Constraints that the engine named have no name here, as in
 * the model: the names count all objects of the database.
 */
final class HsqldbCatalog {
    private static final String OWN = "_SCHEMA NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS', 'DEFINITION_SCHEMA')";
    private static final Pattern MADE_UP = Pattern.compile("SYS_(?:PK|CT|FK|IDX)_.*\\d+(?:_\\d+)?");
    private static final Pattern PARTS = Pattern.compile("([^(\\[]*)(?:\\(([^)]*)\\))?(.*)");

    private final Database database;
    private final Facts facts = new Facts();

    private HsqldbCatalog(Database database) {
        this.database = database;
    }

    static Facts of(Database database) throws SQLException {
        HsqldbCatalog catalog = new HsqldbCatalog(database);
        catalog.schemas();
        catalog.tables();
        catalog.columns();
        catalog.constraints();
        catalog.indexes();
        catalog.views();
        catalog.routines();
        catalog.triggers();
        catalog.sequences();
        catalog.domains();
        catalog.synonyms();
        return catalog.facts;
    }

    private List<CatalogRow> rows(String query) throws SQLException {
        return CatalogRow.of(database, Dialect.HSQLDB, query);
    }

    /** The canonical type of what the catalog calls a data type's identifier. */
    static String type(String identifier) {
        boolean array = identifier.contains(" ARRAY");
        String element = array ? identifier.substring(0, identifier.indexOf(" ARRAY")) : identifier;
        Matcher parts = PARTS.matcher(element);
        if (!parts.matches()) {
            return element;
        }
        String name = parts.group(1).strip() + parts.group(3);
        List<String> arguments =
                parts.group(2) == null ? List.of() : List.of(parts.group(2).split(","));
        return Dialect.HSQLDB
                .canonical(new ColumnType(name.toLowerCase(Locale.ROOT) + (array ? "[]" : ""), arguments))
                .toString();
    }

    private void schemas() throws SQLException {
        for (CatalogRow row : rows("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME NOT IN"
                + " ('INFORMATION_SCHEMA', 'SYSTEM_LOBS', 'DEFINITION_SCHEMA', 'PUBLIC')")) {
            facts.object("schema " + CatalogRow.quoted(row.text(0)));
        }
    }

    private void tables() throws SQLException {
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE" + OWN)) {
            facts.put("table " + row.key(0), "partition", false);
        }
    }

    /** The engine calls the columns of a primary key nullable, though it refuses NULL. */
    private void columns() throws SQLException {
        for (CatalogRow row : rows("SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.COLUMN_NAME, C.ORDINAL_POSITION,"
                + " CASE WHEN IS_NULLABLE = 'YES' AND NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS K"
                + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE U ON U.CONSTRAINT_SCHEMA = K.CONSTRAINT_SCHEMA"
                + " AND U.CONSTRAINT_NAME = K.CONSTRAINT_NAME WHERE K.CONSTRAINT_TYPE = 'PRIMARY KEY'"
                + " AND K.TABLE_SCHEMA = C.TABLE_SCHEMA AND K.TABLE_NAME = C.TABLE_NAME"
                + " AND U.COLUMN_NAME = C.COLUMN_NAME) THEN 'YES' ELSE 'NO' END,"
                + " COLUMN_DEFAULT, IDENTITY_GENERATION, GENERATION_EXPRESSION, DOMAIN_SCHEMA, DOMAIN_NAME, UDT_SCHEMA,"
                + " UDT_NAME, DTD_IDENTIFIER, COLLATION_NAME"
                + " FROM INFORMATION_SCHEMA.COLUMNS C JOIN INFORMATION_SCHEMA.TABLES T"
                + " ON T.TABLE_SCHEMA = C.TABLE_SCHEMA AND T.TABLE_NAME = C.TABLE_NAME"
                + " WHERE T.TABLE_TYPE = 'BASE TABLE' AND C.TABLE" + OWN)) {
            String path = "column " + row.key(0) + "." + row.get(2);
            facts.put(path, "place", row.get(3));
            facts.put(path, "nullable", row.flag(4));
            facts.put(path, "default", HsqldbSpelling.withoutFilling(row.get(5)));
            facts.put(path, "identity", identity(row.get(6)));
            facts.put(path, "generated", row.get(7));
            facts.put(path, "type", columnType(row));
            facts.put(path, "collation", null);
        }
    }

    private static String columnType(CatalogRow row) {
        if (row.get(9) != null) {
            return row.key(8);
        }
        if (row.get(11) != null) {
            return row.key(10);
        }
        String type = type(row.text(12));
        boolean ignoresCase = "SQL_TEXT_UCC".equals(row.get(13));
        return ignoresCase ? type.replace("varchar", "varchar_ignorecase") : type;
    }

    private static String identity(@Nullable String generation) {
        return generation == null ? "NONE" : generation.replace(' ', '_');
    }

    /** The name, or in brackets the columns where the engine made the name up. */
    private static String member(String table, String name, List<String> columns) {
        return table + "." + (MADE_UP.matcher(name).matches() ? columns.toString() : name);
    }

    private void constraints() throws SQLException {
        Map<String, List<String>> columns = CatalogRow.grouped(
                rows("SELECT CONSTRAINT_SCHEMA || '.' || CONSTRAINT_NAME, COLUMN_NAME"
                        + " FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY 1, ORDINAL_POSITION"),
                0,
                1);
        Map<String, List<String>> used = CatalogRow.grouped(
                rows("SELECT U.CONSTRAINT_SCHEMA || '.' || U.CONSTRAINT_NAME, U.COLUMN_NAME, C.ORDINAL_POSITION"
                        + " FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE U JOIN INFORMATION_SCHEMA.COLUMNS C"
                        + " ON C.TABLE_SCHEMA = U.TABLE_SCHEMA AND C.TABLE_NAME = U.TABLE_NAME"
                        + " AND C.COLUMN_NAME = U.COLUMN_NAME ORDER BY 1, 3"),
                0,
                1);
        for (CatalogRow row : rows("SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE,"
                + " C.CONSTRAINT_SCHEMA || '.' || C.CONSTRAINT_NAME, K.CHECK_CLAUSE"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C LEFT JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
                + " ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                + " WHERE C.TABLE" + OWN)) {
            String table = row.key(0);
            List<String> keys = columns.getOrDefault(row.text(4), List.of());
            switch (row.text(3)) {
                case "PRIMARY KEY" -> {
                    boolean madeUp = MADE_UP.matcher(row.text(2)).matches();
                    facts.put("primary key of " + table, "name", madeUp ? null : row.get(2));
                    facts.put("primary key of " + table, "columns", keys);
                }
                case "UNIQUE" -> {
                    facts.put("unique " + member(table, row.text(2), keys), "columns", keys);
                    facts.put("unique " + member(table, row.text(2), keys), "nulls equal", false);
                }
                case "CHECK" -> {
                    if (MADE_UP.matcher(row.text(2)).matches() && row.text(5).endsWith(" IS NOT NULL")) {
                        // a column that is NOT NULL
                        continue;
                    }
                    List<String> mentioned = used.getOrDefault(row.text(4), List.of());
                    String path = "check " + member(table, row.text(2), mentioned);
                    facts.put(path, "columns", mentioned);
                    facts.put(path, "enforced", true);
                    facts.put(path, "exclusion", false);
                    facts.put(path, "condition", row.get(5));
                }
                default -> {
                    // the foreign keys
                }
            }
        }
        foreignKeys();
    }

    private void foreignKeys() throws SQLException {
        Map<String, CatalogRow> heads = new HashMap<>();
        Map<String, List<String>> columns = new HashMap<>();
        Map<String, List<String>> referenced = new HashMap<>();
        for (CatalogRow row : rows("SELECT FKTABLE_SCHEM, FKTABLE_NAME, FK_NAME, PKTABLE_SCHEM, PKTABLE_NAME,"
                + " FKCOLUMN_NAME, PKCOLUMN_NAME, DELETE_RULE, UPDATE_RULE"
                + " FROM INFORMATION_SCHEMA.SYSTEM_CROSSREFERENCE ORDER BY FKTABLE_SCHEM, FK_NAME, KEY_SEQ")) {
            String name = row.text(0) + "." + row.text(2);
            heads.putIfAbsent(name, row);
            columns.computeIfAbsent(name, key -> new ArrayList<>()).add(row.text(5));
            referenced.computeIfAbsent(name, key -> new ArrayList<>()).add(row.text(6));
        }
        heads.forEach((name, row) -> {
            List<String> keys = columns.getOrDefault(name, List.of());
            String path = "foreign key " + member(row.key(0), row.text(2), keys);
            facts.put(path, "columns", keys);
            facts.put(path, "references", row.key(3));
            facts.put(path, "referenced columns", referenced.get(name));
            facts.put(path, "on delete", action(row.number(7)));
            facts.put(path, "on update", action(row.number(8)));
            facts.put(path, "enforced", true);
        });
    }

    /** As JDBC numbers them. */
    private static String action(int rule) {
        return switch (rule) {
            case 0 -> "cascade";
            case 2 -> "set null";
            case 4 -> "set default";
            default -> "no action";
        };
    }

    private void indexes() throws SQLException {
        Map<String, CatalogRow> heads = new HashMap<>();
        Map<String, List<String>> keys = new HashMap<>();
        for (CatalogRow row : rows("SELECT I.TABLE_SCHEM, I.TABLE_NAME, I.INDEX_NAME, I.NON_UNIQUE, I.COLUMN_NAME"
                + " FROM INFORMATION_SCHEMA.SYSTEM_INDEXINFO I WHERE I.TABLE_SCHEM NOT IN"
                + " ('INFORMATION_SCHEMA', 'SYSTEM_LOBS') AND NOT EXISTS (SELECT 1"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C WHERE C.TABLE_SCHEMA = I.TABLE_SCHEM"
                + " AND C.TABLE_NAME = I.TABLE_NAME AND (I.INDEX_NAME = C.CONSTRAINT_NAME"
                + " OR I.INDEX_NAME LIKE 'SYS\\_IDX\\_%' ESCAPE '\\'))"
                + " ORDER BY 1, 3, I.ORDINAL_POSITION")) {
            if (MADE_UP.matcher(row.text(2)).matches()) {
                continue;
            }
            String name = row.text(0) + "." + row.text(2);
            heads.putIfAbsent(name, row);
            keys.computeIfAbsent(name, key -> new ArrayList<>()).add(row.text(4));
        }
        heads.forEach((name, row) -> {
            String path = "index " + row.key(0) + "." + row.get(2);
            facts.put(path, "keys", keys.get(name));
            facts.put(path, "included", List.of());
            facts.put(path, "unique", !row.flag(3));
            facts.put(path, "nulls equal", false);
            facts.put(path, "where", null);
            facts.put(path, "method", "btree");
        });
    }

    private void views() throws SQLException {
        Map<String, StringBuilder> columns = new HashMap<>();
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, 0, 0, 0, 0,"
                + " DOMAIN_SCHEMA, DOMAIN_NAME, UDT_SCHEMA, UDT_NAME, DTD_IDENTIFIER, COLLATION_NAME"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE" + OWN + " ORDER BY 1, 2, 4")) {
            StringBuilder list = columns.computeIfAbsent(row.key(0), key -> new StringBuilder());
            list.append(list.isEmpty() ? "" : "\n")
                    .append(row.get(2))
                    .append(' ')
                    .append(columnType(row));
        }
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE" + OWN)) {
            facts.put("view " + row.key(0), "materialized", false);
            facts.put("view " + row.key(0), "columns", columns.get(row.key(0)));
        }
    }

    private void routines() throws SQLException {
        Map<String, List<CatalogRow>> parameters = new HashMap<>();
        for (CatalogRow row : rows("SELECT SPECIFIC_SCHEMA, SPECIFIC_NAME, LOWER(PARAMETER_MODE), PARAMETER_NAME,"
                + " DTD_IDENTIFIER FROM INFORMATION_SCHEMA.PARAMETERS WHERE SPECIFIC" + OWN
                + " ORDER BY 1, 2, ORDINAL_POSITION")) {
            parameters.computeIfAbsent(row.key(0), key -> new ArrayList<>()).add(row);
        }
        for (CatalogRow row : rows("SELECT ROUTINE_SCHEMA, ROUTINE_NAME, SPECIFIC_SCHEMA, SPECIFIC_NAME,"
                + " LOWER(ROUTINE_TYPE), DTD_IDENTIFIER FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE" + OWN)) {
            List<String> shown = new ArrayList<>();
            List<String> types = new ArrayList<>();
            for (CatalogRow parameter : parameters.getOrDefault(row.key(2), List.of())) {
                String type = type(parameter.text(4));
                String name = parameter.get(3) == null ? "" : parameter.get(3) + " ";
                shown.add(parameter.get(2) + " " + name + type);
                if (!parameter.text(2).equals("out")) {
                    types.add(ColumnType.parse(type).name());
                }
            }
            String path = "routine " + row.key(0) + "(" + String.join(",", types) + ")";
            facts.put(path, "kind", row.get(4));
            String returns = row.get(5);
            boolean rowsReturned = returns != null && returns.startsWith("ROW");
            facts.put(path, "returns", returns == null ? null : rowsReturned ? Facts.UNTOLD : type(returns));
            facts.put(path, "parameters", shown);
        }
    }

    private void triggers() throws SQLException {
        for (CatalogRow row : rows("SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE,"
                + " LOWER(ACTION_TIMING), LOWER(EVENT_MANIPULATION) FROM INFORMATION_SCHEMA.TRIGGERS")) {
            String path = "trigger " + row.key(0);
            facts.put(path, "table", row.key(2));
            facts.put(path, "timing", row.get(4));
            facts.put(path, "events", List.of(row.text(5)));
            facts.put(path, "enabled", true);
            facts.put(path, "function", null);
        }
    }

    private void sequences() throws SQLException {
        for (CatalogRow row : rows("SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, LOWER(DATA_TYPE), START_WITH, INCREMENT,"
                + " MINIMUM_VALUE, MAXIMUM_VALUE, CYCLE_OPTION FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE"
                + OWN)) {
            String path = "sequence " + row.key(0);
            facts.put(path, "owned by", null);
            facts.put(path, "type", row.get(2));
            facts.put(path, "start", row.get(3));
            facts.put(path, "increment", row.get(4));
            facts.put(path, "minvalue", row.get(5));
            facts.put(path, "maxvalue", row.get(6));
            facts.put(path, "cycle", row.flag(7));
        }
    }

    private void domains() throws SQLException {
        for (CatalogRow row : rows("SELECT DOMAIN_SCHEMA, DOMAIN_NAME, DOMAIN_DEFAULT, DTD_IDENTIFIER"
                + " FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN" + OWN)) {
            domain(row.key(0), type(row.text(3)), HsqldbSpelling.withoutFilling(row.get(2)));
        }
        for (CatalogRow row : rows("SELECT USER_DEFINED_TYPE_SCHEMA, USER_DEFINED_TYPE_NAME, DATA_TYPE,"
                + " CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, SOURCE_DTD_IDENTIFIER"
                + " FROM INFORMATION_SCHEMA.USER_DEFINED_TYPES WHERE USER_DEFINED_TYPE" + OWN)) {
            domain(row.key(0), Facts.UNTOLD, null);
        }
        for (CatalogRow row : rows("SELECT D.DOMAIN_SCHEMA, D.DOMAIN_NAME, D.CONSTRAINT_NAME, K.CHECK_CLAUSE"
                + " FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS D JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
                + " ON K.CONSTRAINT_SCHEMA = D.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = D.CONSTRAINT_NAME"
                + " WHERE D.DOMAIN" + OWN)) {
            String name = MADE_UP.matcher(row.text(2)).matches() ? null : row.get(2);
            facts.put("type " + row.key(0), "check " + name, row.get(3));
        }
    }

    private void domain(String key, String base, @Nullable String defaultValue) {
        String path = "type " + key;
        facts.put(path, "kind", "domain");
        facts.put(path, "labels", List.of());
        facts.put(path, "columns", List.of());
        facts.put(path, "base type", base);
        facts.put(path, "not null", false);
        facts.put(path, "default", HsqldbSpelling.withoutFilling(defaultValue));
    }

    private void synonyms() throws SQLException {
        for (CatalogRow row : rows("SELECT SYNONYM_SCHEMA, SYNONYM_NAME, OBJECT_SCHEMA, OBJECT_NAME"
                + " FROM INFORMATION_SCHEMA.SYSTEM_SYNONYMS")) {
            facts.put("synonym " + row.key(0), "target", row.key(2));
        }
    }
}
