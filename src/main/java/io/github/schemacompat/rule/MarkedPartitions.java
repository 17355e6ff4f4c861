package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a release says of a table it says of its partitions too, for which it hardly ever says anything. */
final class MarkedPartitions {
    private final Map<String, Table> tables;
    private final Dialect dialect;

    private MarkedPartitions(Schema schema, Dialect dialect) {
        this.tables = schema.tables();
        this.dialect = dialect;
    }

    /** The schema with the marks of each table on its partitions, where these have none of their own. */
    static Schema in(Schema schema, Dialect dialect) {
        if (schema.tables().values().stream().noneMatch(Table::partition)) {
            return schema;
        }
        MarkedPartitions partitions = new MarkedPartitions(schema, dialect);
        TreeMap<String, Table> marked = new TreeMap<>();
        schema.tables().forEach((key, table) -> marked.put(key, partitions.marked(table)));
        return new Schema(
                marked,
                schema.views(),
                schema.routines(),
                schema.triggers(),
                schema.sequences(),
                schema.types(),
                schema.synonyms(),
                schema.namespaces(),
                schema.grants(),
                schema.rowPolicies());
    }

    private Table marked(Table table) {
        Table marked = table;
        for (String parent : table.partition() ? table.parents() : List.<String>of()) {
            Table above = tables.get(parent);
            if (above != null) {
                Table whole = marked(above);
                marked = marked.withMarks(own(marked.marks(), whole.marks()));
                List<Column> columns = new ArrayList<>();
                for (Column column : marked.columns()) {
                    Column same = ContractOf.known(whole, dialect.key(column.name()), dialect);
                    columns.add(same == null ? column : column.withMarks(own(column.marks(), same.marks())));
                }
                marked = marked.withColumns(columns);
            }
        }
        return marked;
    }

    private static Marks own(Marks own, Marks above) {
        return own.equals(Marks.NONE) ? above : own;
    }
}
