package io.github.schemacompat.change;

import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Partitions of a table that come, go and take rows along, and tables that get a parent. */
final class PartitionReplay {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final RowReplay rows;
    private final Inheritance inheritance;

    PartitionReplay(ReplayParts parts, Inheritance inheritance) {
        this.dialect = parts.dialect();
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.rows = new RowReplay(parts);
        this.inheritance = inheritance;
    }

    void attach(String key, Span span, QualifiedName partition, boolean attached) {
        String child = lookup.tableToChange(span, partition, false);
        if (child == null) {
            return;
        }
        Table table = edits.table(child).withPartition(attached);
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Column above = edits.column(edits.table(key), column.name());
            boolean numbered = attached && above != null;
            columns.add(column.withIdentity(numbered ? above.identity() : Identity.NONE));
        }
        workspace.put(child, engine == Engine.POSTGRESQL ? table.withColumns(columns) : table);
        inheritance.setParent(child, key, attached);
        if (!attached) {
            journal.add(new SchemaChange.PartitionDetached(journal.origin(span), ObjectPath.table(child)));
        }
    }

    void inherit(String key, TableAction.Inherit action) {
        String parent = lookup.tableToChange(action.span(), action.parent(), false);
        if (parent != null) {
            inheritance.setParent(key, parent, action.added());
        }
    }

    void drop(String key, TableAction.DropPartition action) {
        for (String partition : action.names()) {
            Origin origin = journal.origin(action.span());
            journal.add(
                    action.truncateOnly()
                            ? new SchemaChange.Truncated(origin, ObjectPath.table(key))
                            : new SchemaChange.PartitionDropped(origin, ObjectPath.table(key), partition));
        }
    }

    void switchInto(String key, TableAction.SwitchPartition action) {
        if (dialect.is(Dialect.DB2) && lookup.relation(action.target()) == null) {
            detachInto(key, action);
            return;
        }
        String target = lookup.tableToChange(action.span(), action.target(), false);
        if (target != null && engine == Engine.MYSQL) {
            journal.add(new SchemaChange.PartitionDropped(
                    journal.origin(action.span()), ObjectPath.table(key), target, ObjectPath.table(target)));
        }
        if (target != null) {
            rows.copied(action.span(), target, List.of(edits.table(key).name()));
        }
        if (action.allRows()) {
            journal.add(new SchemaChange.Truncated(journal.origin(action.span()), ObjectPath.table(key)));
        }
    }

    /** DB2 makes a table of a partition that it takes away: its rows are no longer the old table's. */
    private void detachInto(String key, TableAction.SwitchPartition action) {
        QualifiedName target = names.full(action.target());
        Table made = edits.table(key).withName(target);
        String targetKey = names.key(target);
        workspace.put(targetKey, made);
        journal.created(action.span(), ObjectPath.table(targetKey), made);
        journal.add(
                new SchemaChange.PartitionDropped(journal.origin(action.span()), ObjectPath.table(key), target.name()));
    }
}
