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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the information schema of an H2 says of its database. */
final class H2Catalog {
    private static final String OWN = "_SCHEMA <> 'INFORMATION_SCHEMA'";
    private static final String MOST_CHARACTERS = "1000000000";
    private static final String MOST_OF_LARGE = String.valueOf(Long.MAX_VALUE);
    /** The parts of a type, as all views of the information schema call them. */
    private static final String TYPE =
            "DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION, INTERVAL_TYPE,"
                    + " DECLARED_DATA_TYPE, DTD_IDENTIFIER, INTERVAL_PRECISION";

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern KEY =
            Pattern.compile("ADD CONSTRAINT (" + QUOTED + ")\\.(" + QUOTED + ") (?:PRIMARY KEY|UNIQUE)[^(]*(\\(.*\\))");

    private final Database database;
    private final Facts facts = new Facts();
    private final Map<String, String> elementTypes = new HashMap<>();
    private final Map<String, List<String>> enumValues = new HashMap<>();

    private H2Catalog(Database database) {
        this.database = database;
    }

    static Facts of(Database database) throws SQLException {
        H2Catalog catalog = new H2Catalog(database);
        catalog.elementTypes();
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
        return CatalogRow.of(database, Dialect.H2, query);
    }

    private void elementTypes() throws SQLException {
        for (CatalogRow row : rows("SELECT OBJECT_SCHEMA, OBJECT_NAME, COLLECTION_TYPE_IDENTIFIER, " + TYPE
                + " FROM INFORMATION_SCHEMA.ELEMENT_TYPES")) {
            elementTypes.put(row.key(0) + " " + row.text(2), type(row, 3, row.key(0)));
        }
        for (CatalogRow row : rows("SELECT OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_NAME"
                + " FROM INFORMATION_SCHEMA.ENUM_VALUES ORDER BY 1, 2, 3, VALUE_ORDINAL")) {
            enumValues
                    .computeIfAbsent(row.key(0) + " " + row.text(2), key -> new ArrayList<>())
                    .add("'" + row.text(3).replace("'", "''") + "'");
        }
    }

    /** The canonical type. @param first the column of {@link #TYPE} */
    private String type(CatalogRow row, int first, String object) {
        String name = row.text(first).toLowerCase(Locale.ROOT);
        String length = row.get(first + 1);
        String precision = row.get(first + 2);
        String digits = row.get(first + 4);
        String identifier = row.text(first + 7);
        List<String> arguments = List.of();
        if (name.equals("enum")) {
            arguments = enumValues.getOrDefault(object + " " + identifier, List.of());
        } else if (name.equals("array")) {
            ColumnType element = ColumnType.parse(elementTypes.getOrDefault(object + " " + identifier, "?"));
            return new ColumnType(element.name() + "[]", element.arguments()).toString();
        } else if (name.equals("interval")) {
            return row.text(first + 5).toLowerCase(Locale.ROOT).replaceFirst("^", "interval ");
        } else if (name.equals("numeric")) {
            arguments = List.of(String.valueOf(precision), row.text(first + 3));
            if (arguments.equals(List.of("100000", "0"))) {
                arguments = List.of();
            }
        } else if (name.equals("decfloat") && !"100000".equals(precision)) {
            arguments = List.of(String.valueOf(precision));
        } else if (digits != null) {
            arguments = List.of(digits);
        } else if (length != null && !length.equals(MOST_CHARACTERS) && !length.equals(MOST_OF_LARGE)) {
            arguments = List.of(length);
        }
        return Dialect.H2.canonical(new ColumnType(name, arguments)).toString();
    }

    private void schemas() throws SQLException {
        for (CatalogRow row : rows("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA"
                + " WHERE SCHEMA_NAME NOT IN ('INFORMATION_SCHEMA', 'PUBLIC')")) {
            facts.object("schema " + CatalogRow.quoted(row.text(0)));
        }
    }

    private void tables() throws SQLException {
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE" + OWN)) {
            facts.put("table " + row.key(0), "partition", false);
        }
    }

    private void columns() throws SQLException {
        for (CatalogRow row : rows("SELECT C.TABLE_SCHEMA, C.TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE,"
                + " COLUMN_DEFAULT, IDENTITY_GENERATION, GENERATION_EXPRESSION, DOMAIN_SCHEMA, DOMAIN_NAME, IS_VISIBLE,"
                + " COLUMN_ON_UPDATE, " + TYPE + " FROM INFORMATION_SCHEMA.COLUMNS C JOIN INFORMATION_SCHEMA.TABLES T"
                + " ON T.TABLE_SCHEMA = C.TABLE_SCHEMA AND T.TABLE_NAME = C.TABLE_NAME"
                + " WHERE T.TABLE_TYPE = 'BASE TABLE' AND C.TABLE" + OWN)) {
            String path = "column " + row.key(0) + "." + row.get(2);
            facts.put(path, "place", row.get(3));
            facts.put(path, "nullable", row.flag(4));
            facts.put(path, "default", "NULL".equals(row.get(5)) ? null : row.get(5));
            facts.put(path, "identity", identity(row.get(6)));
            facts.put(path, "generated", row.get(7));
            facts.put(path, "type", row.get(9) == null ? type(row, 12, row.key(0)) : row.key(8));
            facts.put(path, "collation", null);
            if (!row.flag(10)) {
                facts.put(path, "invisible", true);
            }
            if (row.get(11) != null) {
                facts.put(path, "on update", row.get(11));
            }
        }
    }

    private static String identity(@Nullable String generation) {
        return generation == null ? "NONE" : generation.replace(' ', '_');
    }

    /**
     * The columns of each key. What the catalog calls the usage of columns keeps the names that they had when the key was
     * made; the index behind the key has those of today.
     */
    private Map<String, List<String>> keyColumns() throws SQLException {
        Map<String, List<String>> columns = new HashMap<>(CatalogRow.grouped(
                rows("SELECT CONSTRAINT_SCHEMA || '.' || CONSTRAINT_NAME, COLUMN_NAME"
                        + " FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY 1, ORDINAL_POSITION"),
                0,
                1));
        CatalogRow.grouped(
                        rows("SELECT C.CONSTRAINT_SCHEMA || '.' || C.CONSTRAINT_NAME, I.COLUMN_NAME"
                                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C JOIN INFORMATION_SCHEMA.INDEX_COLUMNS I"
                                + " ON I.INDEX_SCHEMA = C.INDEX_SCHEMA AND I.INDEX_NAME = C.INDEX_NAME"
                                + " ORDER BY 1, I.ORDINAL_POSITION"),
                        0,
                        1)
                .forEach((key, ofIndex) -> {
                    List<String> told = columns.getOrDefault(key, List.of());
                    if (told.size() == ofIndex.size() && !told.equals(ofIndex)) {
                        columns.put(key, Set.copyOf(told).equals(Set.copyOf(ofIndex)) ? inScript(key, told) : ofIndex);
                    }
                });
        return columns;
    }

    /** Names that were swapped, or an index that has them in another order: the script that the engine writes knows. */
    private List<String> inScript(String constraint, List<String> told) {
        try {
            for (String statement : database.column("SCRIPT NODATA NOSETTINGS")) {
                Matcher matcher = KEY.matcher(statement);
                if (matcher.find()
                        && (unquoted(matcher.group(1)) + "." + unquoted(matcher.group(2))).equals(constraint)) {
                    return QUOTED.matcher(matcher.group(3))
                            .results()
                            .map(each -> unquoted(each.group()))
                            .toList();
                }
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1).replace("\"\"", "\"");
    }

    private void constraints() throws SQLException {
        Map<String, List<String>> columns = keyColumns();
        Map<String, List<String>> used = CatalogRow.grouped(
                rows("SELECT U.CONSTRAINT_SCHEMA || '.' || U.CONSTRAINT_NAME, U.COLUMN_NAME"
                        + " FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE U JOIN INFORMATION_SCHEMA.COLUMNS C"
                        + " ON C.TABLE_SCHEMA = U.TABLE_SCHEMA AND C.TABLE_NAME = U.TABLE_NAME"
                        + " AND C.COLUMN_NAME = U.COLUMN_NAME ORDER BY 1, C.ORDINAL_POSITION"),
                0,
                1);
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE,"
                + " CONSTRAINT_SCHEMA || '.' || CONSTRAINT_NAME, NULLS_DISTINCT,"
                + " (SELECT CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
                + " WHERE K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME)"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C WHERE TABLE" + OWN)) {
            String table = row.key(0);
            String member = table + "." + row.get(2);
            switch (row.text(3)) {
                case "PRIMARY KEY" -> {
                    facts.put("primary key of " + table, "name", row.get(2));
                    facts.put("primary key of " + table, "columns", columns.get(row.text(4)));
                }
                case "UNIQUE" -> {
                    facts.put("unique " + member, "columns", columns.get(row.text(4)));
                    facts.put("unique " + member, "nulls equal", row.text(5).equals("NO"));
                }
                case "CHECK" -> {
                    facts.put("check " + member, "columns", used.getOrDefault(row.text(4), List.of()));
                    facts.put("check " + member, "enforced", true);
                    facts.put("check " + member, "exclusion", false);
                    facts.put("check " + member, "condition", row.get(6));
                }
                default -> facts.object("foreign key " + member);
            }
        }
        foreignKeys(columns);
    }

    private void foreignKeys(Map<String, List<String>> columns) throws SQLException {
        for (CatalogRow row : rows("SELECT F.TABLE_SCHEMA, F.TABLE_NAME, R.CONSTRAINT_NAME,"
                + " R.CONSTRAINT_SCHEMA || '.' || R.CONSTRAINT_NAME,"
                + " R.UNIQUE_CONSTRAINT_SCHEMA || '.' || R.UNIQUE_CONSTRAINT_NAME, U.TABLE_SCHEMA, U.TABLE_NAME,"
                + " R.DELETE_RULE, R.UPDATE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R"
                + " JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS F ON F.CONSTRAINT_SCHEMA = R.CONSTRAINT_SCHEMA"
                + " AND F.CONSTRAINT_NAME = R.CONSTRAINT_NAME"
                + " JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS U ON U.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA"
                + " AND U.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME")) {
            String path = "foreign key " + row.key(0) + "." + row.get(2);
            facts.put(path, "columns", columns.get(row.text(3)));
            facts.put(path, "references", row.key(5));
            facts.put(
                    path, "referenced columns", referenced(row.text(3), columns.getOrDefault(row.text(4), List.of())));
            facts.put(path, "on delete", H2Spelling.sameAction(row.text(7).toLowerCase(Locale.ROOT)));
            facts.put(path, "on update", H2Spelling.sameAction(row.text(8).toLowerCase(Locale.ROOT)));
            facts.put(path, "enforced", true);
        }
    }

    /** @param ofKey the columns of the key that is referred to */
    private List<String> referenced(String constraint, List<String> ofKey) throws SQLException {
        List<String> places = database.column("SELECT POSITION_IN_UNIQUE_CONSTRAINT"
                + " FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE WHERE CONSTRAINT_SCHEMA || '.' || CONSTRAINT_NAME = '"
                + constraint.replace("'", "''") + "' ORDER BY ORDINAL_POSITION");
        return places.stream()
                .map(place -> ofKey.get(Integer.parseInt(place) - 1))
                .toList();
    }

    private void indexes() throws SQLException {
        Map<String, List<String>> keys = CatalogRow.grouped(
                rows("SELECT INDEX_SCHEMA || '.' || INDEX_NAME,"
                        + " COLUMN_NAME || CASE ORDERING_SPECIFICATION WHEN 'DESC' THEN ' desc' ELSE '' END"
                        + " FROM INFORMATION_SCHEMA.INDEX_COLUMNS ORDER BY 1, ORDINAL_POSITION"),
                0,
                1);
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, INDEX_TYPE_NAME, NULLS_DISTINCT,"
                + " INDEX_SCHEMA || '.' || INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES"
                + " WHERE NOT IS_GENERATED AND TABLE" + OWN)) {
            String path = "index " + row.key(0) + "." + row.get(2);
            facts.put(path, "keys", keys.get(row.text(5)));
            facts.put(path, "included", List.of());
            facts.put(path, "unique", row.text(3).startsWith("UNIQUE"));
            facts.put(path, "nulls equal", row.text(4).equals("NO"));
            facts.put(path, "where", null);
            facts.put(path, "method", row.text(3).startsWith("SPATIAL") ? "spatial" : "btree");
        }
    }

    private void views() throws SQLException {
        Map<String, StringBuilder> columns = new HashMap<>();
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DOMAIN_SCHEMA, DOMAIN_NAME, " + TYPE
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE" + OWN + " ORDER BY 1, 2, ORDINAL_POSITION")) {
            StringBuilder list = columns.computeIfAbsent(row.key(0), key -> new StringBuilder());
            String type = row.get(4) == null ? type(row, 5, row.key(0)) : row.key(3);
            list.append(list.isEmpty() ? "" : "\n")
                    .append(row.get(2))
                    .append(' ')
                    .append(type);
        }
        for (CatalogRow row : rows("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE" + OWN)) {
            facts.put("view " + row.key(0), "materialized", false);
            // a view over invisible columns only has none
            facts.put("view " + row.key(0), "columns", columns.getOrDefault(row.key(0), new StringBuilder()));
        }
    }

    /** The parameters are those of Java methods, which the scripts mostly don't show. */
    private void routines() throws SQLException {
        for (CatalogRow row : rows("SELECT DISTINCT ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE"
                + " FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE" + OWN)) {
            String path = "routine " + row.key(0);
            boolean aggregate = row.text(2).equals("AGGREGATE");
            facts.put(path, "kind", aggregate ? "aggregate" : "function");
            facts.put(path, "returns", Facts.UNTOLD);
            facts.put(path, "parameters", Facts.UNTOLD);
        }
    }

    private void triggers() throws SQLException {
        Map<String, List<String>> events = CatalogRow.grouped(
                rows("SELECT TRIGGER_SCHEMA || '.' || TRIGGER_NAME, LOWER(EVENT_MANIPULATION)"
                        + " FROM INFORMATION_SCHEMA.TRIGGERS ORDER BY 1, 2"),
                0,
                1);
        for (CatalogRow row : rows("SELECT DISTINCT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_SCHEMA,"
                + " EVENT_OBJECT_TABLE, ACTION_TIMING, TRIGGER_SCHEMA || '.' || TRIGGER_NAME"
                + " FROM INFORMATION_SCHEMA.TRIGGERS")) {
            String path = "trigger " + row.key(0);
            facts.put(path, "table", row.key(2));
            facts.put(path, "timing", row.text(4).toLowerCase(Locale.ROOT));
            facts.put(path, "events", events.get(row.text(5)));
            facts.put(path, "enabled", true);
            facts.put(path, "function", null);
        }
    }

    private void sequences() throws SQLException {
        for (CatalogRow row : rows("SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, LOWER(DATA_TYPE), START_VALUE, INCREMENT,"
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
        for (CatalogRow row : rows("SELECT DOMAIN_SCHEMA, DOMAIN_NAME, DOMAIN_DEFAULT, PARENT_DOMAIN_SCHEMA,"
                + " PARENT_DOMAIN_NAME, " + TYPE + " FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN" + OWN)) {
            String path = "type " + row.key(0);
            facts.put(path, "kind", "domain");
            facts.put(path, "labels", List.of());
            facts.put(path, "columns", List.of());
            facts.put(path, "base type", row.get(4) == null ? type(row, 5, row.key(0)) : row.key(3));
            facts.put(path, "not null", false);
            facts.put(path, "default", "NULL".equals(row.get(2)) ? null : row.get(2));
        }
        for (CatalogRow row : rows("SELECT D.DOMAIN_SCHEMA, D.DOMAIN_NAME, D.CONSTRAINT_NAME, K.CHECK_CLAUSE"
                + " FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS D JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS K"
                + " ON K.CONSTRAINT_SCHEMA = D.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = D.CONSTRAINT_NAME")) {
            facts.put("type " + row.key(0), "check " + row.get(2), row.get(3));
        }
    }

    private void synonyms() throws SQLException {
        for (CatalogRow row : rows("SELECT SYNONYM_SCHEMA, SYNONYM_NAME, SYNONYM_FOR_SCHEMA, SYNONYM_FOR"
                + " FROM INFORMATION_SCHEMA.SYNONYMS")) {
            facts.put("synonym " + row.key(0), "target", row.key(2));
        }
    }
}
