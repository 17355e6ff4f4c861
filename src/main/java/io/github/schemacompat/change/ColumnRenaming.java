package io.github.schemacompat.change;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Columns of tables and views under new names, in everything that names them. */
final class ColumnRenaming {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Expressions expressions;
    private final Queries queries;
    private final UsesRenaming uses;

    ColumnRenaming(
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            Expressions expressions,
            Queries queries,
            UsesRenaming uses) {
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.journal = journal;
        this.edits = edits;
        this.expressions = expressions;
        this.queries = queries;
        this.uses = uses;
    }

    void rename(String key, Span span, Column before, String to) {
        Table table = edits.table(key);
        Column twin = edits.column(table, to);
        if (twin != null && twin != before) {
            lookup.exists(
                    span, ObjectKind.COLUMN, new QualifiedName(table.name().name(), to));
            return;
        }
        Column after = before.withName(to);
        String from = before.name();
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column == before ? after : renamedWithin(column, from, to));
        }
        List<Index> indexes = new ArrayList<>();
        table.indexes().forEach(index -> indexes.add(renamedWithin(index, from, to)));
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        table.uniqueKeys()
                .forEach(each -> uniqueKeys.add(
                        new UniqueKey(each.name(), renamed(each.columns(), from, to), each.nullsEqual())));
        List<Check> checks = new ArrayList<>();
        table.checks().forEach(each -> checks.add(renamedWithin(each, from, to)));
        List<ForeignKey> foreignKeys = new ArrayList<>();
        table.foreignKeys().forEach(each -> foreignKeys.add(renamedReferencing(each, from, to)));
        PrimaryKey primaryKey = table.primaryKey();
        workspace.put(
                key,
                table.withColumns(columns)
                        .withOwnColumns(renamed(table.ownColumns(), from, to))
                        .withIndexes(indexes)
                        .withUniqueKeys(uniqueKeys)
                        .withChecks(checks)
                        .withForeignKeys(foreignKeys)
                        .withDisabledKeys(DisabledKeys.renamed(
                                table.disabledKeys(), from, to, edits, index -> renamedWithin(index, from, to)))
                        .withPrimaryKey(
                                primaryKey == null
                                        ? null
                                        : new PrimaryKey(primaryKey.name(), renamed(primaryKey.columns(), from, to))));
        for (String referencing : workspace.referencing(key)) {
            Table child = edits.table(referencing);
            List<ForeignKey> pointing = new ArrayList<>();
            child.foreignKeys().forEach(each -> pointing.add(renamedReferenced(each, key, from, to)));
            workspace.put(referencing, child.withForeignKeys(pointing));
        }
        workspace.foreignKeyIndexes().renameColumn(key, from, to);
        String ownedBy = Workspace.ownedBy(key, names.key(from));
        for (String sequenceKey : workspace.sequencesOf(key)) {
            Sequence sequence = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            if (ownedBy.equals(sequence.ownedBy())) {
                workspace.put(sequenceKey, sequence.withOwnedBy(Workspace.ownedBy(key, names.key(to))));
            }
        }
        uses.follow(key, key, names.key(from), to);
        journal.renamed(span, edits.paths().of(key, before), edits.paths().of(key, after), before, after);
    }

    private Column renamedWithin(Column column, String from, String to) {
        String generated = column.generated();
        return generated == null ? column : column.withGenerated(expressions.renamed(generated, from, to));
    }

    private Index renamedWithin(Index index, String from, String to) {
        List<String> keys = new ArrayList<>();
        index.columns().forEach(each -> keys.add(expressions.renamedKey(each, from, to)));
        String where = index.where();
        return new Index(
                index.name(),
                keys,
                renamed(index.included(), from, to),
                index.unique(),
                index.nullsEqual(),
                where == null ? null : expressions.renamed(where, from, to),
                index.method());
    }

    private Check renamedWithin(Check check, String from, String to) {
        String ofColumn = check.ofColumn();
        boolean isPart = names.same(ofColumn, from);
        if (!isPart && !edits.holds(check.columns(), from)) {
            return check;
        }
        return new Check(
                check.name(),
                expressions.renamed(check.expression(), from, to),
                renamed(check.columns(), from, to),
                check.exclusion(),
                check.enforced(),
                check.noInherit(),
                isPart ? to : ofColumn);
    }

    private ForeignKey renamedReferencing(ForeignKey key, String from, String to) {
        return key.withColumns(renamed(key.columns(), from, to));
    }

    private ForeignKey renamedReferenced(ForeignKey key, String table, String from, String to) {
        if (!key.references().equals(table)) {
            return key;
        }
        return key.withReferencedColumns(renamed(key.referencedColumns(), from, to));
    }

    private List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(each -> edits.same(each, from) ? to : each).toList();
    }

    /** An output column of a view; the view's definition stays what it is. */
    void renameOfView(String key, Span span, String from, String to) {
        ViewState state = Objects.requireNonNull(workspace.view(key), key);
        View before = queries.resolved(state);
        List<ViewColumn> columns = before.columns();
        if (columns == null) {
            return;
        }
        if (columns.stream().noneMatch(each -> edits.same(each.name(), from))) {
            journal.doesNotApply(span, before.name().toString(), before.name() + " has no column " + from);
            return;
        }
        List<ViewColumn> renamed = new ArrayList<>();
        for (ViewColumn column : columns) {
            renamed.add(edits.same(column.name(), from) ? new ViewColumn(to, column.type()) : column);
        }
        // the views over it read it as it was
        uses.follow(key, key, names.key(from), to);
        state.set(before.withColumns(renamed));
        journal.altered(span, ObjectPath.of(ObjectKind.VIEW, key), before, state.view());
    }
}
