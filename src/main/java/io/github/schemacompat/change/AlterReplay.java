package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.ForeignKeyDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.Operation.AlterTable;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.dialect.ColumnProperty;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.TextDefault;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE, action by action. */
final class AlterReplay {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final DisabledKeys disabledKeys;
    private final Journal journal;
    private final TableEdits edits;
    private final Definitions definitions;
    private final Falling falling;
    private final Renaming renaming;
    private final LiveViews liveViews;
    private final TableReplay tables;
    private final Inheritance inheritance;
    /** By the action's type; takes the table's key. */
    private final Map<Class<?>, BiConsumer<String, TableAction>> actions = new HashMap<>();

    AlterReplay(ReplayParts parts, TableReplay tables) {
        this.dialect = parts.dialect();
        this.engine = Engine.of(dialect);
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.disabledKeys = parts.disabledKeys();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
        this.falling = parts.falling();
        this.renaming = parts.renaming();
        this.liveViews = parts.liveViews();
        this.tables = tables;
        this.inheritance = new Inheritance(parts);
        on(TableAction.AddColumn.class, this::addColumn);
        on(TableAction.AddConstraint.class, this::addConstraint);
        on(TableAction.AddIndex.class, this::addIndex);
        on(TableAction.DropColumn.class, this::dropColumn);
        on(TableAction.DropConstraint.class, this::dropConstraint);
        on(TableAction.DropUniqueOver.class, this::dropUniqueOver);
        on(
                TableAction.DropIndex.class,
                (key, action) -> tables.dropIndex(key, action.span(), action.name(), action.ifExists()));
        on(TableAction.AlterFullText.class, this::alterFullText);
        on(TableAction.RenameColumn.class, this::renameColumn);
        on(TableAction.RenameConstraint.class, this::renameConstraint);
        on(TableAction.RenameIndex.class, this::renameIndex);
        on(
                TableAction.RenameTable.class,
                (key, action) -> renaming.table(key, action.span(), inSchemaOf(key, action.to())));
        on(
                TableAction.SetSchema.class,
                (key, action) -> renaming.table(
                        key, action.span(), edits.table(key).name().withSchema(action.schema())));
        on(TableAction.RedefineColumn.class, this::redefineColumn);
        on(TableAction.AlterColumn.class, this::alterColumn);
        on(TableAction.SetConstraintEnforced.class, this::setEnforced);
        on(TableAction.SetKeyEnforced.class, (key, action) -> {
            if (!disabledKeys.setEnforced(key, action.span(), action.columns(), action.enforced())) {
                lookup.unknownMember(action.span(), edits.table(key), ObjectKind.UNIQUE, keyName(action.columns()));
            }
        });
        on(
                TableAction.SetTriggerEnabled.class,
                (key, action) -> setTriggerEnabled(key, action.span(), action.name(), action.enabled()));
        on(TableAction.AttachPartition.class, (key, action) -> attach(key, action.span(), action.partition(), true));
        on(TableAction.DetachPartition.class, (key, action) -> attach(key, action.span(), action.partition(), false));
        on(TableAction.DropPartition.class, this::dropPartition);
        on(TableAction.SwitchPartition.class, this::switchPartition);
        on(TableAction.Inherit.class, this::inherit);
        on(
                TableAction.RowSecurity.class,
                (key, action) -> journal.add(new SchemaChange.RowSecurityChanged(
                        journal.origin(action.span()), ObjectPath.table(key), action.enabled())));
        on(
                TableAction.ReadOnly.class,
                (key, action) -> journal.add(new SchemaChange.ReadOnlyChanged(
                        journal.origin(action.span()), ObjectPath.table(key), action.enabled())));
        on(TableAction.SetCharset.class, this::setCharset);
        on(
                TableAction.RestartIdentity.class,
                (key, action) -> journal.add(new SchemaChange.NumberingRestarted(
                        journal.origin(action.span()), ObjectPath.table(key), action.value())));
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
        if (lookup.tableKey(operation.name()) == null && alterOtherRelation(operation)) {
            return;
        }
        QualifiedName name = engine == Engine.H2 ? lookup.behindSynonym(operation.name()) : operation.name();
        String key = lookup.tableToChange(operation.span(), name, operation.ifExists());
        for (TableAction action : inOrder(operation.actions())) {
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
                key = lookup.tableKey(inSchemaOf(key, name, rename.to()));
            } else if (action instanceof TableAction.SetSchema move) {
                key = lookup.tableKey(new QualifiedName(move.schema(), name.name()));
            }
        }
    }

    void reorganize(Operation.Reorganize operation) {
        String key = lookup.tableToChange(operation.span(), operation.table(), false);
        if (key != null) {
            journal.add(new SchemaChange.ReorgChanged(journal.origin(operation.span()), ObjectPath.table(key), false));
        }
    }

    /** The order in which the engine runs the actions of one statement. */
    private List<TableAction> inOrder(List<TableAction> all) {
        if (engine != Engine.POSTGRESQL) {
            return engine == Engine.MYSQL ? new SwappedNames(dialect).apart(all) : all;
        }
        List<TableAction> parts = new ArrayList<>();
        for (TableAction action : all) {
            boolean split = action instanceof TableAction.AddColumn add && !add.ifNotExists();
            parts.addAll(split ? parts((TableAction.AddColumn) action) : List.of(action));
        }
        return parts.stream().sorted(Comparator.comparing(AlterReplay::pass)).toList();
    }

    /** A column and the constraints written at it. */
    private static List<TableAction> parts(TableAction.AddColumn action) {
        List<TableAction> parts = new ArrayList<>();
        ColumnDefinition column = action.column();
        parts.add(new TableAction.AddColumn(action.span(), column.withoutConstraints(), action.place(), false));
        column.constraints().forEach(each -> parts.add(new TableAction.AddConstraint(each.span(), each, false)));
        return parts;
    }

    /** PostgreSQL drops first, then changes types, and adds columns before it changes others. */
    private static int pass(TableAction action) {
        if (action instanceof TableAction.DropColumn || action instanceof TableAction.DropConstraint) {
            return 0;
        }
        if (action instanceof TableAction.AlterColumn alter) {
            return alter.change() instanceof ColumnChange.SetType ? 1 : drops(alter.change()) ? 0 : 3;
        }
        if (action instanceof TableAction.AddConstraint add) {
            return add.constraint() instanceof ForeignKeyDefinition ? 5 : 4;
        }
        return action instanceof TableAction.AddColumn ? 2 : 4;
    }

    private static boolean drops(ColumnChange change) {
        return change instanceof ColumnChange.SetDefault value && value.value() == null
                || change instanceof ColumnChange.SetNullable nullable && nullable.nullable()
                || change instanceof ColumnChange.SetIdentity identity && identity.identity() == Identity.NONE
                || change instanceof ColumnChange.SetGenerated generated && generated.expression() == null;
    }

    private void apply(String key, TableAction action) {
        Objects.requireNonNull(actions.get(action.getClass()), action.getClass().getName())
                .accept(key, action);
    }

    /** PostgreSQL takes ALTER TABLE for views, sequences and indexes as well. */
    private boolean alterOtherRelation(AlterTable operation) {
        String view = lookup.viewKey(operation.name());
        String sequence = lookup.sequenceKey(operation.name());
        if (view == null && sequence == null) {
            return engine == Engine.POSTGRESQL && renamesIndex(operation);
        }
        for (TableAction action : operation.actions()) {
            QualifiedName to = null;
            if (action instanceof TableAction.RenameTable rename) {
                to = rename.to();
            } else if (action instanceof TableAction.SetSchema move) {
                to = new QualifiedName(move.schema(), operation.name().name());
            } else if (view != null && action instanceof TableAction.RenameColumn rename) {
                renaming.viewColumn(view, rename.span(), rename.from(), rename.to());
            }
            if (to != null && view != null) {
                ViewState state = Objects.requireNonNull(workspace.view(view), view);
                renaming.view(view, action.span(), sameSchema(state.view().name(), to));
            } else if (to != null && sequence != null) {
                Sequence renamed = Objects.requireNonNull(workspace.sequence(sequence), sequence);
                renaming.sequence(sequence, action.span(), sameSchema(renamed.name(), to));
            }
        }
        return true;
    }

    private boolean renamesIndex(AlterTable operation) {
        if (!(operation.actions().get(0) instanceof TableAction.RenameTable rename)) {
            return false;
        }
        String from = operation.name().name();
        String to = rename.to().name();
        return workspace.havingMember(from).stream()
                .anyMatch(owner -> workspace.table(owner) != null
                        ? renaming.index(owner, rename.span(), from, to)
                        : renaming.indexOfView(owner, rename.span(), from, to));
    }

    private QualifiedName inSchemaOf(String key, QualifiedName to) {
        Table table = workspace.table(key);
        return table == null ? names.full(to) : sameSchema(table.name(), to);
    }

    private QualifiedName inSchemaOf(String key, QualifiedName from, QualifiedName to) {
        Table table = workspace.table(key);
        QualifiedName full = table == null ? names.full(from) : table.name();
        return sameSchema(full, to);
    }

    /** A new name without a schema stays in the old one. */
    static QualifiedName sameSchema(QualifiedName from, QualifiedName to) {
        return to.schema() == null ? to.withSchema(from.schema()) : to;
    }

    // ---- columns

    private void addColumn(String key, TableAction.AddColumn action) {
        ColumnDefinition definition = action.column();
        Table table = edits.table(key);
        if (edits.column(table, definition.name()) != null) {
            if (!action.ifNotExists()) {
                lookup.columnExists(action.span(), table, definition.name());
            }
            return;
        }
        List<Check> before = table.checks();
        addNew(key, action);
        liveViews.takeColumns(key, action.span());
        liveViews.takeTypes(key, action.span());
        // a serial column draws from the parent's sequence
        Column made = Objects.requireNonNull(edits.column(edits.table(key), definition.name()));
        Column inherited = definitions.column(definition).withDefault(made.defaultValue(), made.defaultName());
        inheritance.addColumn(key, action.span(), inherited, action.place());
        inheritance.addChecks(key, action.span(), before);
    }

    private void addNew(String key, TableAction.AddColumn action) {
        ColumnDefinition definition = action.column();
        List<SchemaChange> numbering = journal.collect(() -> {
            Column column = edits.table(key).textDefault().complete(definitions.column(definition));
            edits.addColumn(key, action.span(), column, action.place());
            definitions.number(key, definition);
        });
        Column made = Objects.requireNonNull(edits.column(edits.table(key), definition.name()));
        journal.created(action.span(), edits.paths().of(key, made), made);
        numbering.stream().skip(1).forEach(journal::add);
        definitions.inOrder(List.of(definition), List.of()).forEach(constraint -> definitions.add(key, constraint));
    }

    private void dropColumn(String key, TableAction.DropColumn action) {
        Column column = lookup.columnToChange(key, action.span(), action.column(), action.ifExists());
        if (column == null) {
            return;
        }
        falling.dropColumn(key, column, action.span(), action.cascade(), null);
        liveViews.takeColumns(key, action.span());
        liveViews.takeTypes(key, action.span());
        inheritance.dropColumn(key, column, action.span(), action.cascade());
    }

    private void renameColumn(String key, TableAction.RenameColumn action) {
        Column column = lookup.columnToChange(key, action.span(), action.from(), action.ifExists());
        if (column == null) {
            return;
        }
        renaming.column(key, action.span(), column, action.to());
        inheritance.eachHaving(
                key,
                action.from(),
                (child, inherited) -> renaming.column(child, action.span(), inherited, action.to()));
    }

    private void redefineColumn(String key, TableAction.RedefineColumn action) {
        Column old = lookup.columnToChange(key, action.span(), action.column(), action.ifExists());
        if (old == null) {
            return;
        }
        ColumnDefinition definition = action.definition();
        if (!edits.same(old.name(), definition.name())) {
            renaming.column(key, action.span(), old, definition.name());
        }
        Column before = edits.column(edits.table(key), definition.name());
        if (before == null) {
            return;
        }
        Column after = redefined(edits.table(key), before, definition);
        edits.alterColumn(key, action.span(), before, after);
        if (engine != Engine.H2 || !WidenedInPlace.is(before, after)) {
            liveViews.takeTypes(key, action.span());
        }
        edits.moveColumn(key, action.span(), after, action.place());
        for (Check check : edits.table(key).checks()) {
            if (edits.same(check.ofColumn(), after.name())) {
                edits.dropCheck(key, action.span(), check, null);
            }
        }
        definitions.inOrder(List.of(definition), List.of()).forEach(constraint -> definitions.add(key, constraint));
    }

    /** What the new definition does not repeat is kept or lost as the engine has it. */
    private Column redefined(Table table, Column before, ColumnDefinition definition) {
        Column after = definitions.column(definition);
        after = after.withMarks(Deprecation.in(definition.comment(), before.marks()));
        if (definition.type() == null) {
            after = after.withType(before.type());
        }
        if (definition.nullable() == null && dialect.redefinitionKeeps(ColumnProperty.NULLABILITY)) {
            after = after.withNullable(before.nullable(), before.nullableItself());
        }
        if (definition.defaultValue() == null && dialect.redefinitionKeeps(ColumnProperty.DEFAULT)) {
            after = after.withDefault(before.defaultValue(), before.defaultName());
        }
        if (definition.identity() == Identity.NONE && dialect.redefinitionKeeps(ColumnProperty.IDENTITY)) {
            after = after.withIdentity(before.identity());
        }
        if (definition.generated() == null && dialect.redefinitionKeeps(ColumnProperty.GENERATED)) {
            after = after.withGenerated(before.generated());
        }
        if (definition.onUpdate() == null && dialect.redefinitionKeeps(ColumnProperty.ON_UPDATE)) {
            after = after.withOnUpdate(before.onUpdate());
        }
        if (!definition.invisible() && dialect.redefinitionKeeps(ColumnProperty.INVISIBLE)) {
            after = after.withInvisible(before.invisible());
        }
        if (definition.collation() == null && dialect.redefinitionKeeps(ColumnProperty.COLLATION)) {
            after = after.withCharset(before.charset(), before.collation());
        }
        after = settled(table, table.textDefault().complete(after));
        boolean itself = engine.notNullGoesWithNumbering() && after.nullableItself();
        return after.identity() == Identity.NONE ? after : after.withNullable(false, itself);
    }

    /** After all had a say whether NULL can be stored. */
    private Column settled(Table table, Column column) {
        PrimaryKey primaryKey = table.primaryKey();
        boolean inKey = primaryKey != null
                && engine.primaryKeyRefusesNull()
                && edits.holds(primaryKey.columns(), column.name());
        Column settled = definitions.settled(column);
        return inKey ? edits.required(settled) : settled;
    }

    private void alterColumn(String key, TableAction.AlterColumn action) {
        Column column = lookup.columnToChange(key, action.span(), action.column(), action.ifExists());
        if (column == null) {
            return;
        }
        alterColumn(key, action.span(), column, action.change());
        if (!(action.change() instanceof ColumnChange.SetIdentity)) {
            inheritance.eachHaving(
                    key,
                    action.column(),
                    (child, inherited) -> alterColumn(child, action.span(), inherited, action.change()));
        }
    }

    private void alterColumn(String key, Span span, Column column, ColumnChange change) {
        if (change instanceof ColumnChange.SetType type) {
            Column after = settled(
                    edits.table(key), column.withType(type.type()).withCharset(column.charset(), type.collation()));
            edits.alterColumn(key, span, column, after);
            if (engine != Engine.H2 || !WidenedInPlace.is(column, after)) {
                liveViews.takeTypes(key, span);
            }
            if (engine.numberingHasSequence() && after.identity() != Identity.NONE) {
                countWithin(key, span, after);
            }
        } else if (change instanceof ColumnChange.SetNullable nullable) {
            edits.alterColumn(key, span, column, settled(edits.table(key), column.withNullable(nullable.nullable())));
        } else if (change instanceof ColumnChange.SetDefault value) {
            edits.alterColumn(key, span, column, column.withDefault(definitions.real(value.value()), null));
            if (column.defaultValue() == null && value.value() == null && engine.nullIsADefault()) {
                edits.noteColumn(key, span, column);
            }
        } else if (change instanceof ColumnChange.SetIdentity identity) {
            setIdentity(key, span, column, identity);
        } else if (change instanceof ColumnChange.SetNumbering numbering) {
            count(key, span, column, numbering.sequenceOptions());
        } else if (change instanceof ColumnChange.SetGenerated generated) {
            edits.alterColumn(key, span, column, column.withGenerated(generated.expression()));
        } else if (change instanceof ColumnChange.SetOnUpdate value) {
            edits.alterColumn(key, span, column, column.withOnUpdate(value.value()));
        } else if (change instanceof ColumnChange.SetInvisible invisible) {
            edits.alterColumn(key, span, column, column.withInvisible(invisible.invisible()));
        } else if (change instanceof ColumnChange.RestartIdentity restart) {
            restart(key, span, column, restart.value());
        }
    }

    private void setIdentity(String key, Span span, Column column, ColumnChange.SetIdentity change) {
        edits.alterColumn(key, span, column, settled(edits.table(key), column.withIdentity(change.identity())));
        if (!engine.numberingHasSequence()) {
            return;
        }
        if (change.identity() == Identity.NONE) {
            ownedSequence(key, column)
                    .ifPresent(sequence -> falling.dropSequence(
                            sequence, span, false, edits.paths().of(key, column)));
        } else if (column.identity() == Identity.NONE) {
            definitions.number(key, span, column.name(), false, change.sequenceOptions());
        }
    }

    private void restart(String key, Span span, Column column, @Nullable String value) {
        if (!engine.numberingHasSequence()) {
            journal.add(new SchemaChange.NumberingRestarted(
                    journal.origin(span), ObjectPath.table(key), value == null ? "its beginning" : value));
            return;
        }
        ownedSequence(key, column).ifPresent(sequenceKey -> {
            Sequence before = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            Map<String, String> options = new TreeMap<>(before.options());
            options.put("restart", value == null ? "start" : value);
            replace(sequenceKey, span, before, options);
        });
    }

    private void count(String key, Span span, Column column, Map<String, String> change) {
        ownedSequence(key, column).ifPresent(sequenceKey -> {
            Sequence before = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            replace(sequenceKey, span, before, SequenceLimits.altered(before.options(), change));
        });
    }

    private void replace(String sequenceKey, Span span, Sequence before, Map<String, String> options) {
        Sequence after = new Sequence(before.name(), options, before.ownedBy(), before.marks());
        workspace.put(sequenceKey, after);
        journal.altered(span, Lookup.sequencePath(sequenceKey), before, after);
    }

    /** The sequence of an identity column is of the column's type. */
    private void countWithin(String key, Span span, Column column) {
        ownedSequence(key, column).ifPresent(sequenceKey -> {
            Sequence before = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            Map<String, String> options = new TreeMap<>(before.options());
            options.put("type", column.type().name());
            replace(sequenceKey, span, before, options);
        });
    }

    private java.util.Optional<String> ownedSequence(String key, Column column) {
        String ownedBy = Workspace.ownedBy(key, names.key(column.name()));
        return workspace.sequencesOf(key).stream()
                .filter(sequenceKey -> {
                    Sequence sequence = workspace.sequence(sequenceKey);
                    return sequence != null && ownedBy.equals(sequence.ownedBy());
                })
                .findFirst();
    }

    // ---- constraints and indexes

    private void addConstraint(String key, TableAction.AddConstraint action) {
        String name = action.constraint().name();
        if (action.ifNotExists() && name != null && definitions.hasConstraint(edits.table(key), name)) {
            return;
        }
        List<Check> before = edits.table(key).checks();
        definitions.add(key, action.constraint());
        if (action.constraint() instanceof PrimaryKeyDefinition) {
            workspace.notePrimaryKeyIsYoungest(key);
            inheritance.requireKey(key, action.span());
        }
        inheritance.addChecks(key, action.span(), before);
    }

    private void addIndex(String key, TableAction.AddIndex action) {
        CreateMode mode = action.ifNotExists() ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        tables.addIndex(key, action.span(), action.index(), mode);
    }

    private void dropConstraint(String key, TableAction.DropConstraint action) {
        Table table = edits.table(key);
        String name = action.name();
        if (name == null) {
            dropUnnamed(key, table, action);
            return;
        }
        SchemaElement element = namedConstraint(table, name);
        if (element != null) {
            dropConstraint(key, action, element);
            return;
        }
        if (disabledKeys.drop(key, disabledKeys.named(table, name))) {
            return;
        }
        boolean indexAsUnique = action.kind() == ObjectKind.UNIQUE || engine.uniqueIsIndex();
        if (indexAsUnique && table.indexes().stream().anyMatch(each -> edits.same(each.name(), name))) {
            tables.dropIndex(key, action.span(), name, false);
        } else if (engine.notNullHasName() && !action.ifExists() && !table.assumed()) {
            journal.unknown(
                    action.span(),
                    name,
                    "no script makes the constraint " + name + " of " + table.name()
                            + ", unless it is the name of a NOT NULL");
        } else if (!action.ifExists()) {
            lookup.unknownMember(action.span(), table, action.kind(), name);
        }
    }

    /** The key, constraint or, for its default, column that goes by the name. */
    private @Nullable SchemaElement namedConstraint(Table table, String name) {
        PrimaryKey primaryKey = table.primaryKey();
        boolean namesPrimary = primaryKey != null
                && (edits.same(primaryKey.name(), name) || engine == Engine.MYSQL && name.equalsIgnoreCase("PRIMARY"));
        if (namesPrimary) {
            return primaryKey;
        }
        for (TableMembers.Member member : TableMembers.of(table)) {
            boolean dropped = member.kind() != ObjectKind.INDEX && !isOfColumn(member.element());
            if (member.unnamed() == null && dropped && edits.same(member.name(), name)) {
                return member.element();
            }
        }
        TableMembers.Member unnamed = engine.madeUpNamesAreRandom() ? TableMembers.unnamed(table, name) : null;
        return unnamed == null ? null : unnamed.element();
    }

    private static boolean isOfColumn(SchemaElement element) {
        return element instanceof Check check && check.ofColumn() != null;
    }

    private void dropConstraint(String key, TableAction.DropConstraint action, SchemaElement element) {
        Span span = action.span();
        if (element instanceof PrimaryKey primaryKey) {
            dropPrimaryKey(key, action, primaryKey);
        } else if (element instanceof UniqueKey unique) {
            dropUnique(key, span, unique, action.cascade());
        } else if (element instanceof ForeignKey foreignKey) {
            edits.dropForeignKey(key, span, foreignKey, null);
            if (engine.foreignKeyMakesIndex()) {
                keepIndex(key, span, foreignKey);
            }
        } else if (element instanceof Check check) {
            ObjectPath path = edits.paths().of(key, check);
            edits.dropCheck(key, span, check, null);
            inheritance.dropCheck(key, span, check, path);
        } else if (element instanceof Column column) {
            edits.alterColumn(key, span, column, column.withDefault(null, null));
        }
    }

    private void dropPrimaryKey(String key, TableAction.DropConstraint action, PrimaryKey primaryKey) {
        boolean leanedOn = falling.isLeanedOn(key, primaryKey);
        ObjectPath path = edits.paths().of(key, primaryKey);
        edits.dropPrimaryKey(key, action.span(), primaryKey, null);
        if (leanedOn) {
            falling.dropReferencing(key, primaryKey.columns(), action.span(), action.cascade(), path);
        }
    }

    private void dropUnique(String key, Span span, UniqueKey unique, boolean cascade) {
        boolean leanedOn = falling.isLeanedOn(key, unique);
        ObjectPath path = edits.paths().of(key, unique);
        edits.dropUnique(key, span, unique, null);
        if (leanedOn) {
            falling.dropReferencing(key, unique.columns(), span, cascade, path);
        }
    }

    private void dropUniqueOver(String key, TableAction.DropUniqueOver action) {
        Table table = edits.table(key);
        for (UniqueKey unique : table.uniqueKeys()) {
            boolean same = unique.columns().size() == action.columns().size()
                    && action.columns().stream().allMatch(column -> edits.holds(unique.columns(), column));
            if (same) {
                dropUnique(key, action.span(), unique, action.cascade());
                return;
            }
        }
        if (!disabledKeys.drop(key, disabledKeys.over(table, action.columns()))) {
            lookup.unknownMember(action.span(), table, ObjectKind.UNIQUE, keyName(action.columns()));
        }
    }

    private static String keyName(List<String> columns) {
        return columns.isEmpty() ? "PRIMARY KEY" : "(" + String.join(", ", columns) + ")";
    }

    /** A foreign key needs an index; the one that the engine made because there was no other stays behind. */
    private void keepIndex(String key, Span span, ForeignKey dropped) {
        Index index = definitions.indexFor(edits.table(key), dropped, null);
        if (index != null) {
            edits.addIndex(key, span, index);
        }
    }

    private void dropUnnamed(String key, Table table, TableAction.DropConstraint action) {
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            dropPrimaryKey(key, action, primaryKey);
        } else if (!disabledKeys.drop(key, disabledKeys.over(table, List.of())) && !action.ifExists()) {
            lookup.unknownMember(action.span(), table, ObjectKind.PRIMARY_KEY, keyName(List.of()));
        }
    }

    private void renameConstraint(String key, TableAction.RenameConstraint action) {
        if (!renaming.constraint(key, action.span(), action.from(), action.to())) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.OTHER, action.from());
        }
        inheritance.renameCheck(key, action.span(), action.from(), action.to());
    }

    private void renameIndex(String key, TableAction.RenameIndex action) {
        boolean implicit = workspace.mayHaveImplicitIndex(key, action.from());
        if (!renaming.index(key, action.span(), action.from(), action.to()) && !implicit) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.INDEX, action.from());
        }
        if (implicit) {
            workspace.noteImplicitIndex(key, action.to());
        }
    }

    private void setEnforced(String key, TableAction.SetConstraintEnforced action) {
        String name = action.name();
        boolean found = name == null;
        for (ForeignKey each : edits.table(key).foreignKeys()) {
            if ((name == null || edits.same(each.name(), name)) && each.enforced() != action.enforced()) {
                edits.alterForeignKey(key, action.span(), each, each.withEnforced(action.enforced()));
            }
        }
        for (Check each : edits.table(key).checks()) {
            if ((name == null || edits.same(each.name(), name)) && each.enforced() != action.enforced()) {
                edits.alterCheck(key, action.span(), each, each.withEnforced(action.enforced()));
            }
        }
        boolean isKey = engine == Engine.ORACLE
                && name != null
                && disabledKeys.setEnforced(key, action.span(), name, action.enforced());
        if (!found && !isKey && !definitions.hasConstraint(edits.table(key), name)) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.OTHER, name);
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
        edits.alterIndex(
                key,
                action.span(),
                index,
                new Index(
                        index.name(),
                        columns,
                        index.included(),
                        index.unique(),
                        index.nullsEqual(),
                        index.where(),
                        index.method()));
    }

    void setTriggerEnabled(String relationKey, Span span, @Nullable String name, boolean enabled) {
        boolean found = name == null;
        for (String triggerKey : workspace.triggersOf(relationKey)) {
            Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
            if (name != null && !edits.same(trigger.name().name(), name)) {
                continue;
            }
            found = true;
            if (trigger.enabled() != enabled) {
                workspace.put(triggerKey, trigger.withEnabled(enabled));
                journal.altered(
                        span, ObjectPath.of(ObjectKind.TRIGGER, triggerKey), trigger, trigger.withEnabled(enabled));
            }
        }
        Table table = workspace.table(relationKey);
        if (!found && table != null) {
            lookup.unknownMember(span, table, ObjectKind.TRIGGER, String.valueOf(name));
        }
    }

    // ---- partitions, inheritance, rows

    private void attach(String key, Span span, QualifiedName partition, boolean attached) {
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
    }

    private void inherit(String key, TableAction.Inherit action) {
        String parent = lookup.tableToChange(action.span(), action.parent(), false);
        if (parent != null) {
            inheritance.setParent(key, parent, action.added());
        }
    }

    private void dropPartition(String key, TableAction.DropPartition action) {
        for (String partition : action.names()) {
            Origin origin = journal.origin(action.span());
            journal.add(
                    action.truncateOnly()
                            ? new SchemaChange.Truncated(origin, ObjectPath.table(key))
                            : new SchemaChange.PartitionDropped(origin, ObjectPath.table(key), partition));
        }
    }

    private void switchPartition(String key, TableAction.SwitchPartition action) {
        if (dialect.is(Dialect.DB2) && lookup.relation(action.target()) == null) {
            detachInto(key, action);
            return;
        }
        String target = lookup.tableToChange(action.span(), action.target(), false);
        if (target != null) {
            tables.rowsCopied(action.span(), target, List.of(edits.table(key).name()));
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
