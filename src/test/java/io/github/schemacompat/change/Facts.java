package io.github.schemacompat.change;

import io.github.schemacompat.engine.PostgreSqlEngine;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is in a schema as sorted lines, from a replay or from the catalog of a PostgreSQL, so that the two compare. */
final class Facts {
    private Facts() {}

    static SortedSet<String> of(Schema schema) {
        SortedSet<String> facts = new TreeSet<>();
        schema.tables().forEach((key, table) -> table(facts, key, table));
        schema.views().forEach((key, view) -> {
            facts.add("view " + key);
            if (view.columns() != null) {
                view.columns().forEach(column -> facts.add("view column " + key + "." + column.name()));
            }
            view.indexes().forEach(index -> index(facts, key, index));
        });
        schema.sequences().keySet().forEach(key -> facts.add("sequence " + key));
        schema.triggers().keySet().forEach(key -> facts.add("trigger " + key));
        schema.routines().keySet().forEach(key -> facts.add("routine " + key));
        schema.types().forEach((key, type) -> {
            facts.add("type " + key + " " + type.typeKind());
            for (int i = 0; i < type.labels().size(); i++) {
                facts.add("label " + key + " " + i + " " + type.labels().get(i));
            }
        });
        return facts;
    }

    private static void table(SortedSet<String> facts, String key, Table table) {
        facts.add("table " + key);
        int place = 0;
        for (Column column : table.columns()) {
            facts.add("column " + key + "." + column.name() + " at " + ++place + " " + column.type()
                    + (column.nullable() ? "" : " not null")
                    + (column.identity() == Identity.NONE ? "" : " identity")
                    + (column.generated() == null ? "" : " generated")
                    + (column.defaultValue() == null ? "" : " default " + plain(column.defaultValue())));
        }
        if (table.primaryKey() != null) {
            facts.add("key " + key + "." + table.primaryKey().name() + " p "
                    + String.join(",", table.primaryKey().columns()));
        }
        table.uniqueKeys()
                .forEach(each -> facts.add("key " + key + "." + each.name() + " u " + String.join(",", each.columns())
                        + (each.nullsEqual() ? " nulls equal" : "")));
        for (ForeignKey each : table.foreignKeys()) {
            facts.add("key " + key + "." + each.name() + " f " + String.join(",", each.columns()) + " to "
                    + each.references() + " " + String.join(",", each.referencedColumns()) + " " + each.onDelete() + " "
                    + each.onUpdate());
        }
        table.checks()
                .forEach(each -> facts.add("key " + key + "." + each.name() + " " + (each.exclusion() ? "x" : "c")
                        + (each.exclusion() ? "" : " " + String.join(",", new TreeSet<>(each.columns())))));
        table.indexes().forEach(index -> index(facts, key, index));
    }

    private static void index(SortedSet<String> facts, String key, Index index) {
        List<String> columns = index.columns().stream()
                .map(column -> column.startsWith("(") ? "expression" : column.replace(" desc", ""))
                .toList();
        facts.add("index " + key + "." + index.name() + " " + String.join(",", columns)
                + (index.unique() ? " unique" : "")
                + (index.where() == null ? "" : " where") + " " + index.method());
    }

    /** PostgreSQL writes casts that scripts don't; what is left is the value. */
    private static String plain(String value) {
        return value.replaceAll("::[a-z_ ]+(\\([0-9,]+\\))?(\\[\\])?", "")
                .replaceAll("[()\\s_]", "")
                .replaceAll("^'(-?[0-9.]+)'$", "$1")
                .replace("\"", "")
                .replace("'public.", "'")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** The same lines from the catalog. */
    static SortedSet<String> of(PostgreSqlEngine engine) throws SQLException {
        SortedSet<String> facts = new TreeSet<>();
        String key = "case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname";
        String own = " n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%%'"
                + " and not exists (select 1 from pg_depend d where d.objid = %s.oid and d.deptype = 'e')";
        String relations = " from pg_class c join pg_namespace n on n.oid = c.relnamespace where" + own.formatted("c");
        facts.addAll(engine.column("select 'table ' || " + key + relations + " and c.relkind in ('r', 'p')"));
        facts.addAll(engine.column("select 'view ' || " + key + relations + " and c.relkind in ('v', 'm')"));
        facts.addAll(engine.column("select 'sequence ' || " + key + relations + " and c.relkind = 'S'"));
        columns(engine, facts, key, own);
        constraints(engine, facts, key, own);
        facts.addAll(
                engine.column(
                        "select 'index ' || " + key + " || '.' || i.relname || ' ' || (select"
                                + " string_agg(case when x.indkey[k] = 0 then 'expression' else"
                                + " (select attname from pg_attribute where attrelid = c.oid and attnum = x.indkey[k]) end, ',' order by k)"
                                + " from generate_series(0, x.indnkeyatts - 1) k)"
                                + " || case when x.indisunique then ' unique' else '' end"
                                + " || case when x.indpred is null then '' else ' where' end || ' ' || am.amname"
                                + " from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am am on am.oid = i.relam"
                                + " join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace where"
                                + own.formatted("c")
                                + " and not exists (select 1 from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))"));
        facts.addAll(engine.column("select 'trigger ' || " + key + " || '.' || t.tgname from pg_trigger t"
                + " join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where not t.tgisinternal and" + own.formatted("c")));
        facts.addAll(engine.column("select 'routine ' || case n.nspname when 'public' then '' else n.nspname || '.' end"
                + " || p.proname || '(' || coalesce((select string_agg(format_type(a.t, null), ',' order by a.o)"
                + " from unnest(p.proargtypes::oid[]) with ordinality a(t, o)), '') || ')'"
                + " from pg_proc p join pg_namespace n on n.oid = p.pronamespace where" + own.formatted("p")));
        types(engine, facts, own);
        return facts;
    }

    private static void columns(PostgreSqlEngine engine, SortedSet<String> facts, String key, String own)
            throws SQLException {
        List<List<String>> rows = engine.rows("select c.relkind in ('v', 'm'), " + key + ", a.attname,"
                + " row_number() over (partition by c.oid order by a.attnum), format_type(a.atttypid, a.atttypmod),"
                + " a.attnotnull or (select t.typnotnull from pg_type t where t.oid = a.atttypid), a.attidentity <> '', a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid)"
                + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + " join pg_namespace n on n.oid = c.relnamespace"
                + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
                + " where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and"
                + own.formatted("c"));
        for (List<String> row : rows) {
            if (row.get(0).equals("t")) {
                facts.add("view column " + row.get(1) + "." + row.get(2));
                continue;
            }
            boolean generated = row.get(7).equals("t");
            // DEFAULT NULL is none
            String value = row.get(8) == null || row.get(8).startsWith("NULL::") ? null : row.get(8);
            facts.add("column " + row.get(1) + "." + row.get(2) + " at " + row.get(3) + " "
                    + ColumnType.parse(row.get(4))
                    + (row.get(5).equals("t") ? " not null" : "")
                    + (row.get(6).equals("t") ? " identity" : "")
                    + (generated ? " generated" : "")
                    + (generated || value == null ? "" : " default " + plain(value)));
        }
    }

    private static void constraints(PostgreSqlEngine engine, SortedSet<String> facts, String key, String own)
            throws SQLException {
        String columnsOf = "(select string_agg(a.attname, ',' order by %s) from unnest(%s) with ordinality u(n, o)"
                + " join pg_attribute a on a.attrelid = %s and a.attnum = u.n)";
        String action = "case %s when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'"
                + " when 'n' then 'set null' else 'set default' end";
        facts.addAll(engine.column("select 'key ' || " + key + " || '.' || k.conname || ' ' || k.contype::text"
                + " || case when k.contype = 'x' then '' else ' ' || coalesce(case when k.contype = 'c' then "
                + columnsOf.formatted("a.attname collate \"C\"", "k.conkey", "c.oid") + " else "
                + columnsOf.formatted("u.o", "k.conkey", "c.oid") + " end, '') end"
                + " || case when k.contype = 'f' then ' to ' || (select case n.nspname when 'public' then '' else"
                + " n.nspname || '.' end || r.relname from pg_class r join pg_namespace n on n.oid = r.relnamespace"
                + " where r.oid = k.confrelid) || ' ' || " + columnsOf.formatted("u.o", "k.confkey", "k.confrelid")
                + " || ' ' || " + action.formatted("k.confdeltype") + " || ' ' || " + action.formatted("k.confupdtype")
                + " else '' end"
                + " || case when k.contype = 'u' and (select indnullsnotdistinct from pg_index where indexrelid = k.conindid)"
                + " then ' nulls equal' else '' end"
                + " from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where k.contype in ('p', 'u', 'f', 'c', 'x') and" + own.formatted("c")));
    }

    private static void types(PostgreSqlEngine engine, SortedSet<String> facts, String own) throws SQLException {
        String typeKey = "case n.nspname when 'public' then '' else n.nspname || '.' end || t.typname";
        String from = " from pg_type t join pg_namespace n on n.oid = t.typnamespace";
        facts.addAll(
                engine.column(
                        "select 'type ' || " + typeKey
                                + " || case t.typtype when 'e' then ' enum' when 'd' then ' domain' when 'c' then ' composite'"
                                + " else ' range' end" + from + " where t.typtype in ('e', 'd', 'c', 'r') and"
                                + own.formatted("t")
                                + " and (t.typtype <> 'c' or exists (select 1 from pg_class r where r.oid = t.typrelid and r.relkind = 'c'))"));
        facts.addAll(engine.column("select 'label ' || " + typeKey
                + " || ' ' || (row_number() over (partition by t.oid order by e.enumsortorder) - 1) || ' ' || e.enumlabel"
                + from + " join pg_enum e on e.enumtypid = t.oid where" + own.formatted("t")));
    }
}
