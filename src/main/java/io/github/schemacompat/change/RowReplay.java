package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.Operation.Truncate;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows: what statements do to those of a table, as far as the check has to know. */
final class RowReplay {
    private final Dialect dialect;
    private final Workspace workspace;
    private final Lookup lookup;
    private final Journal journal;
    private final Rebuilds rebuilds;

    RowReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.rebuilds = parts.rebuilds();
    }

    void copied(Span span, String tableKey, List<QualifiedName> sources) {
        copied(span, tableKey, sources, List.of());
    }

    /** Rows that go through a temporary table come from where it got them. */
    private void copied(Span span, String tableKey, List<QualifiedName> sources, List<String> columns) {
        List<ObjectPath> from = new ArrayList<>();
        for (QualifiedName source : sources) {
            ObjectPath relation = lookup.relation(source);
            if (relation == null || relation.owner().equals(tableKey)) {
                continue;
            }
            if (Workspace.isTemporary(relation.owner())) {
                from.addAll(workspace.rowsIn(relation.owner()));
            } else {
                from.add(relation);
            }
        }
        if (from.isEmpty()) {
            return;
        }
        if (Workspace.isTemporary(tableKey)) {
            workspace.addRowsIn(tableKey, from);
        } else {
            List<ObjectPath> distinct = from.stream().distinct().toList();
            journal.add(
                    new SchemaChange.RowsCopied(journal.origin(span), Lookup.tablePath(tableKey), distinct, columns));
            rebuilds.copied(tableKey, distinct, columns);
        }
    }

    /** With CASCADE the tables that refer to it are emptied too, and those that refer to them. */
    void truncate(Truncate operation) {
        Set<ObjectPath> emptied = new LinkedHashSet<>();
        for (QualifiedName name : operation.tables()) {
            ObjectPath relation = lookup.relation(name);
            if (relation != null) {
                emptied.add(relation);
                if (operation.cascade() && relation.kind() == ObjectKind.TABLE) {
                    addReferring(relation.owner(), emptied);
                }
            }
        }
        emptied.forEach(
                relation -> journal.add(new SchemaChange.Truncated(journal.origin(operation.span()), relation)));
    }

    private void addReferring(String key, Set<ObjectPath> emptied) {
        for (String referring : workspace.referencing(key)) {
            if (emptied.add(ObjectPath.table(referring))) {
                addReferring(referring, emptied);
            }
        }
    }

    void data(Operation.Data operation) {
        QualifiedName target = operation.target();
        ObjectPath relation = target == null ? null : lookup.relation(target);
        if (relation == null) {
            return;
        }
        String verb = operation.verb();
        List<String> columns = operation.setColumns().stream().map(dialect::key).toList();
        boolean adds = verb.equals("insert") || verb.equals("replace") || verb.equals("merge");
        if (adds && !operation.sources().isEmpty() && relation.kind() == ObjectKind.TABLE) {
            copied(operation.span(), relation.owner(), operation.sources(), columns);
        }
        boolean seeds = adds && operation.sources().isEmpty();
        if (seeds || verb.equals("update") || verb.equals("delete") || verb.equals("merge")) {
            journal.add(new SchemaChange.RowsChanged(
                    journal.origin(operation.span()), relation, verb, operation.filtered(), columns));
        }
    }
}
