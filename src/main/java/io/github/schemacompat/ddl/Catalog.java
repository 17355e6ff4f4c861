package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalog view that guards ask: what its rows are, and what its columns say about them.
 *
 * @param kinds what a row is
 * @param member whether a row belongs to a table or a type
 * @param columns lower-case column name → what it says
 */
record Catalog(List<ObjectKind> kinds, boolean member, Map<String, Role> columns) {
    Catalog {
        kinds = List.copyOf(kinds);
        columns = Map.copyOf(columns);
    }

    /** What a catalog column says of a row. */
    enum Role {
        NAME,
        SCHEMA,
        /** The row's own object, by id. */
        ID,
        /** The table or type that the row belongs to, by id. */
        PARENT,
        PARENT_NAME,
        PARENT_SCHEMA,
        /** The column that the row belongs to, by number. */
        PARENT_COLUMN,
        /** The column that the row belongs to, by name. */
        COLUMN_NAME,
        /** A column's number. */
        COLUMN_ID,
        /** The numbers of all columns that the row belongs to (PostgreSQL). */
        COLUMN_IDS,
        /** The table that a foreign key points to. */
        REFERENCED,
        REFERENCED_NAME,
        REFERENCED_COLUMN,
        REFERENCED_COLUMN_NAME,
        /** What a check says. */
        DEFINITION,
        /** A code or word for the kind. */
        KIND,
        /** One of a column's properties: {@code nullable}, {@code type} … named by {@link #PROPERTIES}. */
        PROPERTY,
        /** 1 or true says that it is a primary key. */
        IS_PRIMARY,
        IS_UNIQUE,
        IS_UNIQUE_CONSTRAINT,
        /** Says nothing that the schema model has and that a migration could see change: database, shipped-by-vendor … */
        ALWAYS_TRUE
    }

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("is_nullable", "nullable"),
            Map.entry("isnullable", "nullable"),
            Map.entry("attnotnull", "not nullable"),
            Map.entry("data_type", "type"),
            Map.entry("udt_name", "type"),
            Map.entry("column_type", "type"),
            Map.entry("domain_name", "type"),
            Map.entry("system_type_id", "type"),
            Map.entry("user_type_id", "type"),
            Map.entry("max_length", "bytes"),
            Map.entry("length", "bytes"),
            Map.entry("character_maximum_length", "length"),
            Map.entry("numeric_precision", "precision"),
            Map.entry("precision", "precision"),
            Map.entry("numeric_scale", "scale"),
            Map.entry("scale", "scale"),
            Map.entry("datetime_precision", "precision"),
            Map.entry("is_identity", "identity"),
            Map.entry("is_computed", "computed"),
            Map.entry("is_generated", "computed"),
            Map.entry("default_object_id", "default"),
            Map.entry("column_default", "default"),
            Map.entry("cdefault", "default"),
            Map.entry("collation_name", "collation"),
            Map.entry("nullable", "nullable"),
            Map.entry("nulls", "nullable"),
            Map.entry("typename", "type"),
            Map.entry("char_length", "length"),
            Map.entry("data_precision", "precision"),
            Map.entry("data_scale", "scale"),
            Map.entry("virtual_column", "computed"),
            Map.entry("identity_column", "identity"),
            Map.entry("identity", "identity"),
            Map.entry("default", "default"));

    private static final Map<String, Catalog> ALL = all();

    /** The view of that name ({@code sys.tables}, {@code information_schema.columns}, {@code pg_class}), or null. */
    static @Nullable Catalog named(String lowerCaseName) {
        String name = lowerCaseName.startsWith("pg_catalog.") ? lowerCaseName.substring(11) : lowerCaseName;
        if (name.startsWith("dbo.sys")) {
            name = name.substring(4);
        }
        return ALL.get(name);
    }

    static String property(String lowerCaseColumn) {
        return PROPERTIES.getOrDefault(lowerCaseColumn, lowerCaseColumn);
    }

    /** The kinds that a code or a word of a KIND column stands for; empty if it is none that the model has. */
    static List<ObjectKind> kindsOf(String code) {
        return switch (code.strip().toUpperCase(Locale.ROOT)) {
            case "U", "R", "BASE TABLE", "USER_TABLE", "TABLE" -> List.of(ObjectKind.TABLE);
            case "V", "VIEW", "M", "MATERIALIZED VIEW" -> List.of(ObjectKind.VIEW);
            case "P",
                    "PC",
                    "FN",
                    "IF",
                    "TF",
                    "FS",
                    "FT",
                    "AF",
                    "PROCEDURE",
                    "FUNCTION",
                    "SQL_STORED_PROCEDURE",
                    "SQL_SCALAR_FUNCTION",
                    "SQL_INLINE_TABLE_VALUED_FUNCTION",
                    "SQL_TABLE_VALUED_FUNCTION" -> List.of(ObjectKind.ROUTINE);
            case "TR", "TRIGGER", "SQL_TRIGGER" -> List.of(ObjectKind.TRIGGER);
            case "F", "FOREIGN KEY", "FOREIGN_KEY_CONSTRAINT" -> List.of(ObjectKind.FOREIGN_KEY);
            case "PK", "PRIMARY KEY", "PRIMARY_KEY_CONSTRAINT" -> List.of(ObjectKind.PRIMARY_KEY);
            case "UQ", "UNIQUE", "UNIQUE_CONSTRAINT" -> List.of(ObjectKind.UNIQUE);
            case "C", "CHECK", "CHECK_CONSTRAINT" -> List.of(ObjectKind.CHECK);
            case "D", "DEFAULT_CONSTRAINT" -> List.of(ObjectKind.OTHER);
            case "SN", "SYNONYM" -> List.of(ObjectKind.SYNONYM);
            case "SO", "S", "SEQUENCE", "SEQUENCE_OBJECT" -> List.of(ObjectKind.SEQUENCE);
            case "TT", "TYPE_TABLE", "E", "DOMAIN" -> List.of(ObjectKind.TYPE);
            case "I" -> List.of(ObjectKind.INDEX);
            case "X" -> List.of(ObjectKind.EXCLUSION);
            default -> List.of();
        };
    }

    private static Map<String, Catalog> all() {
        Map<String, Catalog> all = new HashMap<>();
        ObjectKind table = ObjectKind.TABLE;
        ObjectKind view = ObjectKind.VIEW;
        // SQL Server
        object(all, "sys.tables", List.of(table), "");
        object(all, "sys.views", List.of(view), "");
        object(all, "sys.procedures", List.of(ObjectKind.ROUTINE), "type=KIND");
        object(all, "sys.sequences", List.of(ObjectKind.SEQUENCE), "");
        object(all, "sys.synonyms", List.of(ObjectKind.SYNONYM), "");
        object(all, "sys.sql_modules", List.of(view, ObjectKind.ROUTINE, ObjectKind.TRIGGER), "");
        object(
                all,
                "sys.types",
                List.of(ObjectKind.TYPE),
                "user_type_id=ID is_user_defined=ALWAYS_TRUE is_table_type=ALWAYS_TRUE");
        object(all, "sys.table_types", List.of(ObjectKind.TYPE), "user_type_id=ID is_user_defined=ALWAYS_TRUE");
        object(all, "sys.schemas", List.of(ObjectKind.SCHEMA), "schema_id=ID");
        String objects = "parent_object_id=PARENT type=KIND type_desc=KIND";
        object(all, "sys.objects", List.of(), objects);
        object(all, "sys.all_objects", List.of(), objects);
        object(all, "sysobjects", List.of(), "id=ID xtype=KIND type=KIND parent_obj=PARENT");
        all.put("sys.sysobjects", all.get("sysobjects"));
        String columns =
                "name=NAME object_id=PARENT id=PARENT column_id=COLUMN_ID colid=COLUMN_ID cdefault=PROPERTY is_nullable=PROPERTY isnullable=PROPERTY "
                        + "max_length=PROPERTY length=PROPERTY precision=PROPERTY scale=PROPERTY system_type_id=PROPERTY "
                        + "user_type_id=PROPERTY is_identity=PROPERTY is_computed=PROPERTY default_object_id=PROPERTY "
                        + "collation_name=PROPERTY";
        member(all, "sys.columns", List.of(ObjectKind.COLUMN), columns);
        member(all, "sys.all_columns", List.of(ObjectKind.COLUMN), columns);
        member(all, "sys.identity_columns", List.of(ObjectKind.COLUMN), columns);
        member(all, "sys.computed_columns", List.of(ObjectKind.COLUMN), columns);
        member(all, "syscolumns", List.of(ObjectKind.COLUMN), columns);
        member(all, "sys.syscolumns", List.of(ObjectKind.COLUMN), columns);
        String indexes = "name=NAME object_id=PARENT id=PARENT is_primary_key=IS_PRIMARY is_unique=IS_UNIQUE "
                + "is_unique_constraint=IS_UNIQUE_CONSTRAINT index_id=ALWAYS_TRUE "
                + "is_disabled=ALWAYS_TRUE";
        List<ObjectKind> indexKinds = List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE);
        member(all, "sys.indexes", indexKinds, indexes);
        member(all, "sysindexes", indexKinds, indexes);
        member(all, "sys.sysindexes", indexKinds, indexes);
        member(all, "sys.stats", List.of(), indexes);
        String constraint = "name=NAME object_id=ID parent_object_id=PARENT type=KIND type_desc=KIND "
                + "is_ms_shipped=ALWAYS_TRUE schema_id=SCHEMA parent_column_id=PARENT_COLUMN "
                + "referenced_object_id=REFERENCED definition=DEFINITION";
        member(all, "sys.foreign_keys", List.of(ObjectKind.FOREIGN_KEY), constraint);
        member(all, "sys.key_constraints", List.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE), constraint);
        member(all, "sys.check_constraints", List.of(ObjectKind.CHECK), constraint);
        member(all, "sys.default_constraints", List.of(ObjectKind.OTHER), constraint);
        member(
                all,
                "sys.foreign_key_columns",
                List.of(ObjectKind.FOREIGN_KEY),
                "constraint_object_id=ID parent_object_id=PARENT parent_column_id=PARENT_COLUMN "
                        + "referenced_object_id=REFERENCED referenced_column_id=REFERENCED_COLUMN "
                        + "constraint_column_id=ALWAYS_TRUE");
        member(
                all,
                "sys.index_columns",
                indexKinds,
                "object_id=PARENT column_id=PARENT_COLUMN index_id=ALWAYS_TRUE key_ordinal=ALWAYS_TRUE "
                        + "is_included_column=ALWAYS_TRUE index_column_id=ALWAYS_TRUE");
        String sysConstraints = "constid=ID id=PARENT colid=PARENT_COLUMN status=ALWAYS_TRUE";
        member(all, "sysconstraints", List.of(), sysConstraints);
        member(all, "sys.sysconstraints", List.of(), sysConstraints);
        member(
                all,
                "sys.triggers",
                List.of(ObjectKind.TRIGGER),
                "name=NAME object_id=ID parent_id=PARENT type=KIND parent_class=ALWAYS_TRUE is_ms_shipped=ALWAYS_TRUE");

        // the standard's
        String standard = "table_catalog=ALWAYS_TRUE constraint_catalog=ALWAYS_TRUE ";
        object(
                all,
                "information_schema.tables",
                List.of(table, view),
                standard + "table_schema=SCHEMA table_name=NAME table_type=KIND");
        object(all, "information_schema.views", List.of(view), standard + "table_schema=SCHEMA table_name=NAME");
        String routines = "routine_schema=SCHEMA specific_schema=SCHEMA routine_name=NAME specific_name=NAME "
                + "routine_type=KIND routine_catalog=ALWAYS_TRUE";
        object(all, "information_schema.routines", List.of(ObjectKind.ROUTINE), routines);
        object(
                all,
                "information_schema.sequences",
                List.of(ObjectKind.SEQUENCE),
                "sequence_schema=SCHEMA sequence_name=NAME sequence_catalog=ALWAYS_TRUE");
        object(
                all,
                "information_schema.domains",
                List.of(ObjectKind.TYPE),
                "domain_schema=SCHEMA domain_name=NAME domain_catalog=ALWAYS_TRUE");
        object(
                all,
                "information_schema.schemata",
                List.of(ObjectKind.SCHEMA),
                "schema_name=NAME catalog_name=ALWAYS_TRUE");
        String owned = standard + "table_schema=PARENT_SCHEMA table_name=PARENT_NAME ";
        member(
                all,
                "information_schema.columns",
                List.of(ObjectKind.COLUMN),
                owned
                        + "column_name=NAME data_type=PROPERTY udt_name=PROPERTY column_type=PROPERTY is_nullable=PROPERTY "
                        + "character_maximum_length=PROPERTY numeric_precision=PROPERTY numeric_scale=PROPERTY "
                        + "datetime_precision=PROPERTY column_default=PROPERTY is_generated=PROPERTY "
                        + "is_identity=PROPERTY domain_name=PROPERTY collation_name=PROPERTY");
        List<ObjectKind> constraints = List.of(
                ObjectKind.PRIMARY_KEY,
                ObjectKind.UNIQUE,
                ObjectKind.FOREIGN_KEY,
                ObjectKind.CHECK,
                ObjectKind.EXCLUSION);
        String constraintColumns = owned + "constraint_schema=PARENT_SCHEMA constraint_name=NAME constraint_type=KIND "
                + "column_name=COLUMN_NAME ordinal_position=ALWAYS_TRUE position_in_unique_constraint=REFERENCED_NAME "
                + "referenced_table_name=REFERENCED_NAME referenced_column_name=REFERENCED_COLUMN_NAME "
                + "referenced_table_schema=ALWAYS_TRUE check_clause=DEFINITION";
        member(all, "information_schema.table_constraints", constraints, constraintColumns);
        member(
                all,
                "information_schema.key_column_usage",
                List.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.FOREIGN_KEY),
                constraintColumns);
        member(all, "information_schema.constraint_table_usage", constraints, constraintColumns);
        member(all, "information_schema.constraint_column_usage", constraints, constraintColumns);
        member(
                all,
                "information_schema.referential_constraints",
                List.of(ObjectKind.FOREIGN_KEY),
                "constraint_catalog=ALWAYS_TRUE constraint_schema=PARENT_SCHEMA table_name=PARENT_NAME constraint_name=NAME "
                        + "referenced_table_name=REFERENCED_NAME unique_constraint_schema=ALWAYS_TRUE");
        member(
                all,
                "information_schema.check_constraints",
                List.of(ObjectKind.CHECK),
                "constraint_catalog=ALWAYS_TRUE constraint_schema=PARENT_SCHEMA table_name=PARENT_NAME constraint_name=NAME "
                        + "check_clause=DEFINITION");
        member(
                all,
                "information_schema.statistics",
                indexKinds,
                owned + "index_schema=PARENT_SCHEMA index_name=NAME seq_in_index=ALWAYS_TRUE column_name=COLUMN_NAME");
        member(
                all,
                "information_schema.triggers",
                List.of(ObjectKind.TRIGGER),
                "trigger_schema=PARENT_SCHEMA trigger_name=NAME event_object_schema=PARENT_SCHEMA "
                        + "event_object_table=PARENT_NAME trigger_catalog=ALWAYS_TRUE");

        // PostgreSQL
        object(
                all,
                "pg_class",
                List.of(table, view, ObjectKind.SEQUENCE, ObjectKind.INDEX),
                "relname=NAME relkind=KIND relnamespace=SCHEMA oid=ID relispartition=ALWAYS_TRUE");
        object(all, "pg_tables", List.of(table), "schemaname=SCHEMA tablename=NAME");
        object(all, "pg_views", List.of(view), "schemaname=SCHEMA viewname=NAME");
        object(all, "pg_matviews", List.of(view), "schemaname=SCHEMA matviewname=NAME");
        object(all, "pg_sequences", List.of(ObjectKind.SEQUENCE), "schemaname=SCHEMA sequencename=NAME");
        object(all, "pg_proc", List.of(ObjectKind.ROUTINE), "proname=NAME pronamespace=SCHEMA oid=ID");
        object(all, "pg_type", List.of(ObjectKind.TYPE), "typname=NAME typnamespace=SCHEMA oid=ID typtype=ALWAYS_TRUE");
        object(all, "pg_namespace", List.of(ObjectKind.SCHEMA), "nspname=NAME oid=ID");
        member(all, "pg_indexes", indexKinds, "indexname=NAME tablename=PARENT_NAME schemaname=PARENT_SCHEMA");
        member(
                all,
                "pg_constraint",
                constraints,
                "conname=NAME conrelid=PARENT contypid=PARENT contype=KIND connamespace=PARENT_SCHEMA oid=ID "
                        + "conkey=COLUMN_IDS confrelid=REFERENCED consrc=DEFINITION");
        member(
                all,
                "pg_attribute",
                List.of(ObjectKind.COLUMN),
                "attname=NAME attrelid=PARENT attisdropped=ALWAYS_TRUE attnum=COLUMN_ID attnotnull=PROPERTY");
        member(
                all,
                "pg_trigger",
                List.of(ObjectKind.TRIGGER),
                "tgname=NAME tgrelid=PARENT tgisinternal=ALWAYS_TRUE oid=ID");
        member(all, "pg_enum", List.of(ObjectKind.TYPE), "enumlabel=NAME enumtypid=PARENT oid=ID");
        oracle(all, constraints, indexKinds);
        db2(all, constraints, indexKinds);
        return Map.copyOf(all);
    }

    /** The views of what one's own user has, what one may see, and what there is. */
    private static void oracle(Map<String, Catalog> all, List<ObjectKind> constraints, List<ObjectKind> indexKinds) {
        for (String whose : List.of("user_", "all_", "dba_")) {
            String owner = whose.equals("user_") ? "" : "owner=SCHEMA ";
            String parent = whose.equals("user_") ? "" : "owner=PARENT_SCHEMA ";
            for (String tables : List.of("tables", "all_tables", "object_tables")) {
                object(all, whose + tables, List.of(ObjectKind.TABLE), owner + "table_name=NAME");
            }
            object(all, whose + "tab_comments", List.of(ObjectKind.TABLE), owner + "table_name=NAME");
            object(all, whose + "views", List.of(ObjectKind.VIEW), owner + "view_name=NAME");
            object(all, whose + "mviews", List.of(ObjectKind.VIEW), owner + "mview_name=NAME");
            object(all, whose + "objects", List.of(), owner + "object_name=NAME object_type=KIND status=ALWAYS_TRUE");
            object(all, whose + "sequences", List.of(ObjectKind.SEQUENCE), "sequence_owner=SCHEMA sequence_name=NAME");
            object(all, whose + "types", List.of(ObjectKind.TYPE), owner + "type_name=NAME");
            object(all, whose + "synonyms", List.of(ObjectKind.SYNONYM), owner + "synonym_name=NAME");
            object(all, whose + "procedures", List.of(ObjectKind.ROUTINE), owner + "object_name=NAME object_type=KIND");
            object(all, whose + "users", List.of(ObjectKind.SCHEMA), "username=NAME");
            String columns = parent + "table_name=PARENT_NAME column_name=NAME data_type=PROPERTY nullable=PROPERTY "
                    + "data_length=ALWAYS_TRUE char_length=PROPERTY data_precision=PROPERTY data_scale=PROPERTY "
                    + "hidden_column=ALWAYS_TRUE virtual_column=PROPERTY identity_column=PROPERTY";
            member(all, whose + "tab_columns", List.of(ObjectKind.COLUMN), columns);
            member(all, whose + "tab_cols", List.of(ObjectKind.COLUMN), columns);
            member(
                    all,
                    whose + "constraints",
                    constraints,
                    parent + "table_name=PARENT_NAME constraint_name=NAME constraint_type=KIND status=ALWAYS_TRUE "
                            + "generated=ALWAYS_TRUE search_condition=DEFINITION");
            member(
                    all,
                    whose + "cons_columns",
                    constraints,
                    parent
                            + "table_name=PARENT_NAME constraint_name=NAME column_name=COLUMN_NAME position=ALWAYS_TRUE");
            member(
                    all,
                    whose + "indexes",
                    indexKinds,
                    parent + "table_name=PARENT_NAME table_owner=PARENT_SCHEMA index_name=NAME table_type=ALWAYS_TRUE");
            member(
                    all,
                    whose + "ind_columns",
                    indexKinds,
                    "table_name=PARENT_NAME table_owner=PARENT_SCHEMA index_owner=ALWAYS_TRUE index_name=NAME "
                            + "column_name=COLUMN_NAME column_position=ALWAYS_TRUE");
            member(
                    all,
                    whose + "triggers",
                    List.of(ObjectKind.TRIGGER),
                    parent + "table_name=PARENT_NAME table_owner=PARENT_SCHEMA trigger_name=NAME");
        }
        all.put("tabs", all.get("user_tables"));
        all.put("cols", all.get("user_tab_columns"));
    }

    private static void db2(Map<String, Catalog> all, List<ObjectKind> constraints, List<ObjectKind> indexKinds) {
        ObjectKind table = ObjectKind.TABLE;
        object(all, "syscat.tables", List.of(table, ObjectKind.VIEW), "tabschema=SCHEMA tabname=NAME type=ALWAYS_TRUE");
        object(all, "sysibm.systables", List.of(table, ObjectKind.VIEW), "creator=SCHEMA name=NAME type=ALWAYS_TRUE");
        object(all, "syscat.views", List.of(ObjectKind.VIEW), "viewschema=SCHEMA viewname=NAME");
        object(all, "syscat.sequences", List.of(ObjectKind.SEQUENCE), "seqschema=SCHEMA seqname=NAME");
        object(all, "syscat.routines", List.of(ObjectKind.ROUTINE), "routineschema=SCHEMA routinename=NAME");
        object(all, "syscat.procedures", List.of(ObjectKind.ROUTINE), "procschema=SCHEMA procname=NAME");
        object(all, "syscat.schemata", List.of(ObjectKind.SCHEMA), "schemaname=NAME");
        String columns = "typename=PROPERTY nulls=PROPERTY length=ALWAYS_TRUE identity=PROPERTY default=PROPERTY";
        member(
                all,
                "syscat.columns",
                List.of(ObjectKind.COLUMN),
                "tabschema=PARENT_SCHEMA tabname=PARENT_NAME colname=NAME " + columns);
        member(
                all,
                "sysibm.syscolumns",
                List.of(ObjectKind.COLUMN),
                "tbcreator=PARENT_SCHEMA tbname=PARENT_NAME name=NAME " + columns);
        member(
                all,
                "syscat.tabconst",
                constraints,
                "tabschema=PARENT_SCHEMA tabname=PARENT_NAME constname=NAME type=KIND enforced=ALWAYS_TRUE");
        member(
                all,
                "syscat.keycoluse",
                constraints,
                "tabschema=PARENT_SCHEMA tabname=PARENT_NAME constname=NAME colname=COLUMN_NAME colseq=ALWAYS_TRUE");
        member(
                all,
                "syscat.references",
                List.of(ObjectKind.FOREIGN_KEY),
                "tabschema=PARENT_SCHEMA tabname=PARENT_NAME constname=NAME reftabname=REFERENCED_NAME "
                        + "reftabschema=ALWAYS_TRUE");
        member(
                all,
                "syscat.indexes",
                indexKinds,
                "tabschema=PARENT_SCHEMA tabname=PARENT_NAME indschema=ALWAYS_TRUE indname=NAME");
        member(
                all,
                "syscat.triggers",
                List.of(ObjectKind.TRIGGER),
                "tabschema=PARENT_SCHEMA tabname=PARENT_NAME trigschema=ALWAYS_TRUE trigname=NAME");
    }

    private static void object(Map<String, Catalog> all, String name, List<ObjectKind> kinds, String columns) {
        String common = name.startsWith("sys")
                ? "name=NAME object_id=ID schema_id=SCHEMA uid=ALWAYS_TRUE is_ms_shipped=ALWAYS_TRUE "
                : "";
        all.put(name, new Catalog(kinds, false, roles(common + columns)));
    }

    private static void member(Map<String, Catalog> all, String name, List<ObjectKind> kinds, String columns) {
        all.put(name, new Catalog(kinds, true, roles(columns)));
    }

    private static Map<String, Role> roles(String text) {
        Map<String, Role> roles = new HashMap<>();
        for (String entry : new ArrayList<>(List.of(text.strip().split("\\s+")))) {
            int at = entry.indexOf('=');
            roles.put(entry.substring(0, at), Role.valueOf(entry.substring(at + 1)));
        }
        return roles;
    }
}
