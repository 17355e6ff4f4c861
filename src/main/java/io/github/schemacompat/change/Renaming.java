package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New names and new schemas, and everything that goes along with the renamed object. */
final class Renaming {
    /** What MySQL leaves of a name that it makes up. */
    private static final int LONGEST_NAME = 64;

    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Expressions expressions;
    private final Queries queries;
    private final Bodies bodies;
    private final LiveViews liveViews;
    private final SequenceCalls sequenceCalls;
    private boolean referencesFollow = true;

    Renaming(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            Expressions expressions,
            Queries queries,
            Bodies bodies,
            LiveViews liveViews) {
        this.dialect = dialect;
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.journal = journal;
        this.edits = edits;
        this.expressions = expressions;
        this.queries = queries;
        this.bodies = bodies;
        this.liveViews = liveViews;
        this.sequenceCalls = new SequenceCalls(dialect, names);
    }

    /** Whether foreign keys and views name a renamed table by its new name. */
    void setReferencesFollow(boolean follow) {
        referencesFollow = follow;
    }

    // ---- tables

    void table(String key, Span span, QualifiedName to) {
        Table before = edits.table(key);
        Table after = madeUpNamesFollow(before.withName(to), before.name().name(), to.name());
        String newKey = Workspace.isTemporary(key) ? Workspace.temporary(names.key(to.name())) : names.key(to);
        if (!newKey.equals(key) && isTaken(newKey)) {
            lookup.exists(span, ObjectKind.TABLE, to);
            return;
        }
        workspace.assumedIsRenamed(key, newKey);
        workspace.implicitIndexesFollow(key, newKey);
        List<String> referencing = workspace.referencing(key);
        List<String> triggers = workspace.triggersOf(key);
        List<String> sequences = workspace.sequencesOf(key);
        List<String> parents = workspace.parents(key);
        List<String> children = workspace.children(key);
        synonymsFollow(key, to);
        if (!newKey.equals(key)) {
            workspace.removeTable(key);
        }
        workspace.put(newKey, after);
        workspace.setParents(newKey, parents);
        for (String child : children) {
            workspace.setParents(child, replaced(workspace.parents(child), key, newKey));
        }
        for (String referencingKey : referencing) {
            String at = referencingKey.equals(key) ? newKey : referencingKey;
            Table table = edits.table(at);
            List<ForeignKey> foreignKeys = new ArrayList<>();
            table.foreignKeys().forEach(each -> foreignKeys.add(retargeted(each, key, newKey)));
            if (referencesFollow) {
                workspace.put(at, table.withForeignKeys(foreignKeys));
            }
        }
        for (String triggerKey : triggers) {
            moveTrigger(triggerKey, newKey, to);
        }
        for (String sequenceKey : sequences) {
            Sequence sequence = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            String ownedBy = Objects.requireNonNull(sequence.ownedBy(), sequenceKey);
            workspace.put(sequenceKey, sequence.withOwnedBy(Workspace.ownedBy(newKey, Workspace.ownerColumn(ownedBy))));
            if (!Objects.equals(sequence.name().schema(), to.schema())) {
                moveSequence(sequenceKey, sequence.name().withSchema(to.schema()));
            }
        }
        PrimaryKey primaryKey = before.primaryKey();
        if (!referencesFollow && primaryKey != null) {
            edits.leaveReferences(key, primaryKey);
        }
        edits.completeReferences(newKey);
        viewsFollow(key, newKey, null, null);
        journal.renamed(span, ObjectPath.table(key), ObjectPath.table(newKey), before, edits.table(newKey));
        liveViews.takeColumns(newKey, span);
        if (!dialect.viewsKeepOldNames()) {
            liveViews.takeTypes(newKey, span);
        }
    }

    /** H2 keeps the table itself. */
    private void synonymsFollow(String key, QualifiedName to) {
        if (Engine.of(dialect) != Engine.H2) {
            return;
        }
        for (String synonymKey : Workspace.sortedKeys(workspace.synonyms())) {
            Synonym synonym = Objects.requireNonNull(workspace.synonym(synonymKey), synonymKey);
            if (key.equals(lookup.tableKey(synonym.target()))) {
                workspace.put(synonymKey, synonym.withTarget(to));
            }
        }
    }

    /** The names that MySQL makes from that of the table change with it. */
    private Table madeUpNamesFollow(Table table, String from, String to) {
        Pattern madeUp = dialect.renamedWithTable(from);
        if (madeUp == null) {
            return table;
        }
        UnaryOperator<@Nullable String> renamed =
                name -> name != null && madeUp.matcher(name).matches() ? cut(to + name.substring(from.length())) : name;
        return table.withForeignKeys(table.foreignKeys().stream()
                        .map(each -> new ForeignKey(
                                renamed.apply(each.name()),
                                each.columns(),
                                each.references(),
                                each.referencedColumns(),
                                each.onDelete(),
                                each.onUpdate(),
                                each.enforced()))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(each -> each.withName(renamed.apply(each.name())))
                        .toList());
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private boolean isTaken(String key) {
        Table table = workspace.table(key);
        return table != null && !table.assumed() || workspace.view(key) != null;
    }

    private static List<String> replaced(List<String> keys, String from, String to) {
        return keys.stream().map(each -> each.equals(from) ? to : each).toList();
    }

    private static ForeignKey retargeted(ForeignKey foreignKey, String from, String to) {
        if (!foreignKey.references().equals(from)) {
            return foreignKey;
        }
        return new ForeignKey(
                foreignKey.name(),
                foreignKey.columns(),
                to,
                foreignKey.referencedColumns(),
                foreignKey.onDelete(),
                foreignKey.onUpdate(),
                foreignKey.enforced());
    }

    private void moveTrigger(String triggerKey, String newTableKey, QualifiedName table) {
        Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
        Trigger moved = trigger.withTable(newTableKey).withName(trigger.name().withSchema(table.schema()));
        String newKey = lookup.triggerKey(moved.name(), newTableKey);
        if (!newKey.equals(triggerKey)) {
            workspace.removeTrigger(triggerKey);
            bodies.triggerMoved(triggerKey, newKey);
        }
        workspace.put(newKey, moved);
    }

    // ---- what views and triggers use

    /** Where views are kept parsed, they follow; their query has to be read first, with the old names. */
    private void viewsFollow(String relation, String newRelation, @Nullable String column, @Nullable String newName) {
        if (!dialect.viewsFollowRenames() || !referencesFollow) {
            return;
        }
        if (dialect.triggersFollowRenames()) {
            triggersFollow(relation, newRelation, column, newName);
        }
        for (String viewKey : workspace.viewsOver(relation)) {
            ViewState state = workspace.view(viewKey);
            if (state == null) {
                continue;
            }
            View view = queries.resolved(state);
            TreeSet<String> uses = new TreeSet<>();
            for (String used : view.uses()) {
                uses.add(renamedUse(used, relation, newRelation, column, newName == null ? null : names.key(newName)));
            }
            List<ViewColumn> columns = view.columns();
            View following = columns == null
                    ? view
                    : view.withColumns(columns.stream()
                            .map(each -> following(each, relation, newRelation, column, newName))
                            .toList());
            workspace.put(viewKey, new ViewState(following.withUses(uses)));
            viewsOverFollow(viewKey, columns, following.columns());
        }
    }

    /** What a view calls otherwise now, those that read from it may call so too. */
    private void viewsOverFollow(String viewKey, @Nullable List<ViewColumn> before, @Nullable List<ViewColumn> after) {
        for (int i = 0; before != null && after != null && i < before.size(); i++) {
            String name = after.get(i).name();
            if (!before.get(i).name().equals(name)) {
                viewsFollow(viewKey, viewKey, names.key(before.get(i).name()), name);
            }
        }
    }

    private void triggersFollow(
            String relation, String newRelation, @Nullable String column, @Nullable String newName) {
        queries.readTriggers(bodies);
        String newColumn = newName == null ? null : names.key(newName);
        for (String triggerKey : Workspace.sortedKeys(workspace.triggers())) {
            Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
            TreeSet<String> uses = new TreeSet<>();
            for (String used : trigger.uses()) {
                boolean ofRow = column != null && newRelation.equals(trigger.table()) && used.startsWith(Trigger.ROW);
                uses.add(
                        ofRow
                                ? renamedUse(used, Trigger.ROW, Trigger.ROW, column, newColumn)
                                : renamedUse(used, relation, newRelation, column, newColumn));
            }
            if (!uses.equals(trigger.uses())) {
                workspace.put(triggerKey, trigger.withUses(uses));
            }
        }
    }

    /** Where a view's text is read anew each time, columns that have no name of their own get the new one. */
    private ViewColumn following(
            ViewColumn output, String relation, String newRelation, @Nullable String column, @Nullable String newName) {
        String star = output.star();
        String follows = output.follows();
        boolean readAnew = dialect.viewStar() == ViewStar.LIVE;
        boolean renamed = readAnew
                && column != null
                && newName != null
                && !output.ownName()
                && (relation + "." + QualifiedName.quoted(column)).equals(follows);
        // elsewhere the text of the view still says the old name of a column, or even that of a table
        boolean kept = follows == null || dialect.viewsKeepOldNames() || column != null && !readAnew;
        return new ViewColumn(
                renamed ? newName : output.name(),
                output.type(),
                relation.equals(star) ? newRelation : star,
                kept
                        ? follows
                        : renamedUse(
                                follows, relation, newRelation, column, newName == null ? null : names.key(newName)),
                output.ownName());
    }

    private String renamedUse(
            String used, String relation, String newRelation, @Nullable String column, @Nullable String newColumn) {
        if (column != null) {
            boolean same = newColumn != null && used.equals(relation + "." + QualifiedName.quoted(column));
            return same ? relation + "." + QualifiedName.quoted(newColumn) : used;
        }
        if (used.equals(relation)) {
            return newRelation;
        }
        return isColumn(used, relation, newRelation) ? newRelation + used.substring(relation.length()) : used;
    }

    /** What begins with its name may as well be a table of a schema that has this name, or a column of one. */
    private boolean isColumn(String used, String relation, String newRelation) {
        if (!used.startsWith(relation + ".")) {
            return false;
        }
        QualifiedName behind = QualifiedName.parse(used.substring(relation.length() + 1));
        if (behind.schema() != null) {
            return false;
        }
        Table table = workspace.table(newRelation);
        return table != null && edits.column(table, behind.name()) != null
                || workspace.table(used) == null && workspace.view(used) == null;
    }

    // ---- columns

    void column(String key, Span span, Column before, String to) {
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
        String ownedBy = Workspace.ownedBy(key, names.key(from));
        for (String sequenceKey : workspace.sequencesOf(key)) {
            Sequence sequence = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            if (ownedBy.equals(sequence.ownedBy())) {
                workspace.put(sequenceKey, sequence.withOwnedBy(Workspace.ownedBy(key, names.key(to))));
            }
        }
        viewsFollow(key, key, names.key(from), to);
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
        return new ForeignKey(
                key.name(),
                renamed(key.columns(), from, to),
                key.references(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.enforced());
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

    // ---- members

    /** An output column of a view; the view's definition stays what it is. */
    void viewColumn(String key, Span span, String from, String to) {
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
        viewsFollow(key, key, names.key(from), to);
        state.set(before.withColumns(renamed));
        journal.altered(span, ObjectPath.of(ObjectKind.VIEW, key), before, state.view());
    }

    /** @return whether the table has a constraint or a named default of that name */
    boolean constraint(String key, Span span, String from, String to) {
        Table table = edits.table(key);
        SchemaElement meant = unnamed(table, from);
        if (key(key, span, from, to, meant)) {
            return true;
        }
        for (ForeignKey each : table.foreignKeys()) {
            if (each == meant || edits.same(each.name(), from)) {
                ForeignKey after = new ForeignKey(
                        to,
                        each.columns(),
                        each.references(),
                        each.referencedColumns(),
                        each.onDelete(),
                        each.onUpdate(),
                        each.enforced());
                edits.alterForeignKey(key, span, each, after);
                return true;
            }
        }
        for (Check each : table.checks()) {
            if (each == meant || edits.same(each.name(), from)) {
                edits.alterCheck(key, span, each, each.withName(to));
                return true;
            }
        }
        for (Column each : table.columns()) {
            if (each == meant || edits.same(each.defaultName(), from)) {
                edits.alterColumn(key, span, each, each.withDefault(each.defaultValue(), to));
                return true;
            }
        }
        return false;
    }

    private @Nullable SchemaElement unnamed(Table table, String name) {
        TableMembers.Member member =
                Engine.of(dialect).madeUpNamesAreRandom() ? TableMembers.unnamed(table, name) : null;
        return member == null ? null : member.element();
    }

    /** Those constraints that are indexes. */
    private boolean key(String key, Span span, String from, String to, @Nullable SchemaElement meant) {
        Table table = edits.table(key);
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null && (primaryKey == meant || edits.same(primaryKey.name(), from))) {
            edits.alterPrimaryKey(key, span, primaryKey, new PrimaryKey(to, primaryKey.columns()));
            return true;
        }
        for (UniqueKey each : table.uniqueKeys()) {
            if (each == meant || edits.same(each.name(), from)) {
                edits.alterUnique(key, span, each, new UniqueKey(to, each.columns(), each.nullsEqual()));
                return true;
            }
        }
        for (Check each : table.checks()) {
            if (each.exclusion() && edits.same(each.name(), from)) {
                edits.alterCheck(key, span, each, each.withName(to));
                return true;
            }
        }
        return false;
    }

    /** @return whether the table has an index, or a key that is one, of that name */
    boolean index(String key, Span span, String from, String to) {
        for (Index each : edits.table(key).indexes()) {
            if (edits.same(each.name(), from)) {
                edits.alterIndex(key, span, each, each.withName(to));
                return true;
            }
        }
        return key(key, span, from, to, unnamed(edits.table(key), from));
    }

    /** The same for a materialized view. */
    boolean indexOfView(String key, Span span, String from, String to) {
        ViewState state = Objects.requireNonNull(workspace.view(key), key);
        View view = state.view();
        for (Index each : view.indexes()) {
            if (edits.same(each.name(), from)) {
                Index renamed = each.withName(to);
                state.set(view.withIndexes(TableEdits.replaced(view.indexes(), each, renamed)));
                workspace.put(key, state);
                journal.renamed(span, edits.paths().of(key, each), edits.paths().of(key, renamed), each, renamed);
                return true;
            }
        }
        return false;
    }

    // ---- the rest

    void view(String key, Span span, QualifiedName to) {
        ViewState state = Objects.requireNonNull(workspace.view(key), key);
        String newKey = names.key(to);
        if (!newKey.equals(key) && isTaken(newKey)) {
            lookup.exists(span, ObjectKind.VIEW, to);
            return;
        }
        List<String> triggers = workspace.triggersOf(key);
        View before = state.view();
        workspace.removeView(key);
        state.set(before.withName(to));
        workspace.put(newKey, state);
        for (String triggerKey : triggers) {
            moveTrigger(triggerKey, newKey, to);
        }
        viewsFollow(key, newKey, null, null);
        tell(span, ObjectKind.VIEW, key, newKey, before, state.view());
    }

    void routine(String key, Span span, QualifiedName to) {
        Routine before = Objects.requireNonNull(workspace.routine(key), key);
        int open = Routine.argumentsAt(key);
        String newKey = names.key(to) + (open < 0 ? "" : key.substring(open));
        Routine after = before.withName(to);
        List<String> triggers = workspace.triggersRunning(key);
        workspace.removeRoutine(key);
        workspace.put(newKey, after);
        for (String triggerKey : triggers) {
            Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
            workspace.put(triggerKey, trigger.withFunction(newKey));
        }
        tell(span, ObjectKind.ROUTINE, key, newKey, before, after);
    }

    void trigger(String key, Span span, QualifiedName to) {
        Trigger before = Objects.requireNonNull(workspace.trigger(key), key);
        Trigger after = before.withName(to);
        String newKey = lookup.triggerKey(to, before.table());
        workspace.removeTrigger(key);
        bodies.triggerMoved(key, newKey);
        workspace.put(newKey, after);
        tell(span, ObjectKind.TRIGGER, key, newKey, before, after);
    }

    void sequence(String key, Span span, QualifiedName to) {
        Sequence before = Objects.requireNonNull(workspace.sequence(key), key);
        moveSequence(key, to);
        tell(span, ObjectKind.SEQUENCE, key, names.key(to), before, before.withName(to));
    }

    private void moveSequence(String key, QualifiedName to) {
        Sequence after = Objects.requireNonNull(workspace.sequence(key), key).withName(to);
        String newKey = names.key(to);
        workspace.removeSequence(key);
        workspace.put(newKey, after);
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            Table table = edits.table(tableKey);
            List<Column> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                String value = column.defaultValue();
                columns.add(
                        value == null || !sequenceCalls.draw(value, key)
                                ? column
                                : column.withDefault(sequenceCalls.renamed(value, key, newKey), column.defaultName()));
            }
            if (!columns.equals(table.columns())) {
                workspace.put(tableKey, table.withColumns(columns));
            }
        }
    }

    /** Columns of the type carry its name, so that they change with it. */
    void type(String key, Span span, QualifiedName to) {
        UserType before = Objects.requireNonNull(workspace.type(key), key);
        UserType after = before.withName(to);
        String newKey = names.key(to);
        workspace.removeType(key);
        workspace.put(newKey, after);
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            Table table = edits.table(tableKey);
            List<Column> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                columns.add(
                        lookup.named(column.type(), key) ? column.withType(lookup.renamed(column.type(), to)) : column);
            }
            if (!columns.equals(table.columns())) {
                workspace.put(tableKey, table.withColumns(columns));
            }
        }
        tell(span, ObjectKind.TYPE, key, newKey, before, after);
    }

    void synonym(String key, Span span, QualifiedName to) {
        Synonym before = Objects.requireNonNull(workspace.synonym(key), key);
        Synonym after = before.withName(to);
        String newKey = names.key(to);
        workspace.removeSynonym(key);
        workspace.put(newKey, after);
        tell(span, ObjectKind.SYNONYM, key, newKey, before, after);
    }

    private void tell(
            Span span,
            ObjectKind kind,
            String key,
            String newKey,
            io.github.schemacompat.schema.SchemaElement before,
            io.github.schemacompat.schema.SchemaElement after) {
        journal.renamed(span, ObjectPath.of(kind, key), ObjectPath.of(kind, newKey), before, after);
    }
}
