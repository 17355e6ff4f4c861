package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.Operation.AlterTable;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.TextDefault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** ALTER TABLE, action by action. */
final class AlterReplay {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Renaming renaming;
    private final IndexReplay indexes;
    private final Inheritance inheritance;
    private final ConstraintReplay constraints;
    private final ActionOrder order;
    private final OtherRelationReplay otherRelations;

    /** By the action's type; takes the table's key. */
    private final Map<Class<?>, BiConsumer<String, TableAction>> actions = new HashMap<>();

    AlterReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.engine = Engine.of(dialect);
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.renaming = parts.renaming();
        this.indexes = new IndexReplay(parts);
        this.inheritance = new Inheritance(parts);
        this.order = new ActionOrder(dialect);
        this.otherRelations = new OtherRelationReplay(parts);
        TriggerReplay triggers = new TriggerReplay(parts);
        ColumnReplay columns = new ColumnReplay(parts, inheritance);
        this.constraints = new ConstraintReplay(parts, indexes, inheritance);
        PartitionReplay partitions = new PartitionReplay(parts, inheritance);
        on(TableAction.AddColumn.class, columns::add);
        on(TableAction.AddConstraint.class, constraints::add);
        on(TableAction.AddIndex.class, this::addIndex);
        on(TableAction.DropColumn.class, columns::drop);
        on(TableAction.DropConstraint.class, constraints::drop);
        on(TableAction.DropUniqueOver.class, constraints::dropUniqueOver);
        on(
                TableAction.DropIndex.class,
                (key, action) -> indexes.drop(key, action.span(), action.name(), action.ifExists()));
        on(TableAction.AlterFullText.class, this::alterFullText);
        on(TableAction.RenameColumn.class, columns::rename);
        on(TableAction.RenameConstraint.class, constraints::rename);
        on(TableAction.RenameIndex.class, this::renameIndex);
        on(
                TableAction.RenameTable.class,
                (key, action) -> renaming.tables()
                        .rename(
                                key,
                                action.span(),
                                action.to().inSchemaOf(edits.table(key).name())));
        on(
                TableAction.SetSchema.class,
                (key, action) -> renaming.tables()
                        .rename(key, action.span(), edits.table(key).name().withSchema(action.schema())));
        on(TableAction.RedefineColumn.class, columns::redefine);
        on(TableAction.AlterColumn.class, columns::alter);
        on(TableAction.SetConstraintEnforced.class, constraints::setEnforced);
        on(TableAction.SetKeyEnforced.class, constraints::setKeyEnforced);
        on(
                TableAction.SetTriggerEnabled.class,
                (key, action) -> triggers.setEnabled(key, action.span(), action.name(), action.enabled()));
        on(
                TableAction.AttachPartition.class,
                (key, action) -> partitions.attach(key, action.span(), action.partition(), true));
        on(
                TableAction.DetachPartition.class,
                (key, action) -> partitions.attach(key, action.span(), action.partition(), false));
        on(TableAction.DropPartition.class, partitions::drop);
        on(TableAction.SwitchPartition.class, partitions::switchInto);
        on(TableAction.Inherit.class, partitions::inherit);
        on(
                TableAction.RowSecurity.class,
                (key, action) -> journal.add(new SchemaChange.RowSecurityChanged(
                        journal.origin(action.span()), ObjectPath.table(key), action.enabled())));
        on(
                TableAction.RowPolicy.class,
                (key, action) -> journal.add(new SchemaChange.RowPolicyChanged(
                        journal.origin(action.span()),
                        ObjectPath.table(key),
                        action.verb(),
                        action.name(),
                        action.restrictive(),
                        action.terms())));
        on(
                TableAction.ReadOnly.class,
                (key, action) -> journal.add(new SchemaChange.ReadOnlyChanged(
                        journal.origin(action.span()), ObjectPath.table(key), action.enabled())));
        on(TableAction.SetCharset.class, this::setCharset);
        on(TableAction.RestartIdentity.class, this::restartNumbering);
        on(TableAction.NoEffect.class, (key, action) -> {});
        on(TableAction.NotUnderstood.class, (key, action) -> journal.notUnderstood(action.span(), action.why()));
    }

    private <A extends TableAction> void on(Class<A> type, BiConsumer<String, A> handler) {
        actions.put(type, (key, action) -> handler.accept(key, type.cast(action)));
    }

    boolean handles(Class<?> action) {
        return actions.containsKey(action);
    }

    void alter(AlterTable operation) {
        if (lookup.tableKey(operation.name()) == null && otherRelations.alter(operation)) {
            return;
        }
        QualifiedName name = engine == Engine.H2 ? lookup.behindSynonym(operation.name()) : operation.name();
        String key = lookup.tableToChange(operation.span(), name, operation.ifExists());
        Table before = key == null ? null : workspace.table(key);
        boolean hadPrimaryKey = before != null && before.primaryKey() != null;
        for (TableAction action : order.of(operation.actions())) {
            if (key == null || workspace.table(key) == null) {
                if (action instanceof TableAction.NotUnderstood unread) {
                    journal.notUnderstood(unread.span(), unread.why());
                }
                continue;
            }
            boolean reorganize = engine.waitsForReorganization() && Reorganization.isNeeded(edits.table(key), action);
            inheritance.setAlone(operation.only());
            apply(key, action);
            if (reorganize) {
                journal.add(new SchemaChange.ReorgChanged(journal.origin(action.span()), ObjectPath.table(key), true));
            }
            if (action instanceof TableAction.RenameTable rename) {
                key = lookup.tableKey(rename.to().inSchemaOf(nameNow(key, name)));
            } else if (action instanceof TableAction.SetSchema move) {
                key = lookup.tableKey(new QualifiedName(move.schema(), name.name()));
            }
        }
        if (key != null && hadPrimaryKey && dialect.losesForeignKeyWithoutIndex()) {
            constraints.loseForeignKeys(key, operation.span());
        }
    }

    void reorganize(Operation.Reorganize operation) {
        String key = lookup.tableToChange(operation.span(), operation.table(), false);
        if (key != null) {
            journal.add(new SchemaChange.ReorgChanged(journal.origin(operation.span()), ObjectPath.table(key), false));
        }
    }

    private void apply(String key, TableAction action) {
        Objects.requireNonNull(actions.get(action.getClass()), action.getClass().getName())
                .accept(key, action);
    }

    /** The name of the table; of one that has moved meanwhile, as the statement has it. */
    private QualifiedName nameNow(String key, QualifiedName said) {
        Table table = workspace.table(key);
        return table == null ? names.full(said) : table.name();
    }

    /** MySQL takes the option for a table that numbers nothing as well. */
    private void restartNumbering(String key, TableAction.RestartIdentity action) {
        Table table = edits.table(key);
        if (table.assumed() || table.columns().stream().anyMatch(each -> each.identity() != Identity.NONE)) {
            journal.add(new SchemaChange.NumberingRestarted(
                    journal.origin(action.span()), ObjectPath.table(key), action.value()));
        }
    }

    private void addIndex(String key, TableAction.AddIndex action) {
        CreateMode mode = action.ifNotExists() ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        indexes.add(key, action.span(), action.index(), mode);
    }

    private void renameIndex(String key, TableAction.RenameIndex action) {
        boolean ofKey = workspace.foreignKeyIndexes().rename(key, action.span(), action.from(), action.to(), edits);
        if (!ofKey && !renaming.members().index(key, action.span(), action.from(), action.to())) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.INDEX, action.from());
        }
    }

    private void alterFullText(String key, TableAction.AlterFullText action) {
        Table table = edits.table(key);
        Index index = edits.first(table.indexes(), each -> each.method().equals("fulltext"));
        if (index == null) {
            lookup.unknownMember(action.span(), table, ObjectKind.INDEX, "fulltext");
            return;
        }
        List<String> columns = new ArrayList<>(index.columns());
        List<String> meant = edits.spelled(table, action.columns());
        if (action.added()) {
            columns.addAll(meant);
        } else {
            columns.removeIf(each -> edits.holds(meant, each));
        }
        edits.alterIndex(key, action.span(), index, index.withColumns(columns));
    }

    /** CONVERT TO gives every text column the new character set; the default is for later columns. */
    private void setCharset(String key, TableAction.SetCharset action) {
        TextDefault said = new TextDefault(action.charset(), action.collation());
        for (Column column : edits.table(key).columns()) {
            if (action.convert() && TextDefault.isText(column)) {
                edits.alterColumn(key, action.span(), column, dialect.converted(column, said));
            }
        }
        workspace.put(key, edits.table(key).withTextDefault(said));
    }
}
