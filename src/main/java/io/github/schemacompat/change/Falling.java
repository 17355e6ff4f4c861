package io.github.schemacompat.change;

import io.github.schemacompat.dialect.ColumnDependent;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.DropColumnEffect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
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
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Drops, and what each engine takes along with what is dropped. */
final class Falling {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Expressions expressions;
    private final Queries queries;
    private final Rebuilds rebuilds;
    private final SequenceCalls sequenceCalls;
    private final MadeUpNames madeUpNames;

    Falling(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            Expressions expressions,
            Queries queries,
            Rebuilds rebuilds) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.journal = journal;
        this.edits = edits;
        this.expressions = expressions;
        this.queries = queries;
        this.rebuilds = rebuilds;
        this.sequenceCalls = new SequenceCalls(dialect, names);
        this.madeUpNames = new MadeUpNames(dialect, workspace, names);
    }

    // ---- objects of their own

    void dropTable(String key, Span span, boolean cascade, @Nullable ObjectPath cause) {
        Table table = edits.table(key);
        ObjectPath path = ObjectPath.table(key);
        List<String> children = workspace.children(key);
        if (engine == Engine.H2) {
            synonymsOf(key).forEach(synonym -> dropSynonym(synonym, span, path));
        }
        workspace.removeTable(key);
        rebuilds.dropped(key);
        journal.dropped(span, path, table, cause);
        for (String trigger : workspace.triggersOf(key)) {
            dropTrigger(trigger, span, path);
        }
        for (String sequence : workspace.sequencesOf(key)) {
            dropSequence(sequence, span, cascade && engine.cascades(), path);
        }
        for (String child : children) {
            Table of = workspace.table(child);
            if (of != null && (of.partition() || cascade && engine.cascades())) {
                dropTable(child, span, cascade, path);
            }
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (engine == Engine.SQLITE && primaryKey != null) {
            edits.leaveReferences(key, primaryKey);
        }
        if (engine.dropTableTakesReferences(cascade)) {
            for (String referencing : workspace.referencing(key)) {
                for (ForeignKey foreignKey : edits.table(referencing).foreignKeys()) {
                    if (foreignKey.references().equals(key)) {
                        edits.dropForeignKey(referencing, span, foreignKey, path);
                    }
                }
            }
        }
        if (cascade && engine.cascades()) {
            dropUsersOf(key, null, span, path);
        }
    }

    private List<String> synonymsOf(String tableKey) {
        return Workspace.sortedKeys(workspace.synonyms()).stream()
                .filter(key -> {
                    Synonym synonym = workspace.synonym(key);
                    return synonym != null && tableKey.equals(lookup.tableKey(synonym.target()));
                })
                .toList();
    }

    void dropView(String key, Span span, boolean cascade, @Nullable ObjectPath cause) {
        View view = Objects.requireNonNull(workspace.view(key), key).view();
        ObjectPath path = ObjectPath.of(ObjectKind.VIEW, key);
        workspace.removeView(key);
        journal.dropped(span, path, view, cause);
        for (String trigger : workspace.triggersOf(key)) {
            dropTrigger(trigger, span, path);
        }
        if (cascade && engine.cascades()) {
            dropUsersOf(key, null, span, path);
        }
    }

    /**
     * Drops the views over a relation and, where the engine holds on to what bodies name, the routines and triggers.
     *
     * @param column key of the column that they must use, or null if using the relation is enough
     */
    private void dropUsersOf(String key, @Nullable String column, Span span, ObjectPath cause) {
        String used = column == null ? key : key + "." + column;
        for (String viewKey : workspace.viewsOver(key)) {
            ViewState state = workspace.view(viewKey);
            if (state == null) {
                continue;
            }
            View view = queries.resolved(state);
            if (view.uses().isEmpty() || view.uses().contains(used)) {
                dropView(viewKey, span, true, cause);
            }
        }
        if (!dialect.bodiesKeepTheirMeaning()) {
            return;
        }
        for (String routineKey : Workspace.sortedKeys(workspace.routines())) {
            Routine routine = workspace.routine(routineKey);
            if (routine != null && routine.uses().contains(used)) {
                dropRoutine(routineKey, span, true, cause);
            }
        }
        for (String triggerKey : Workspace.sortedKeys(workspace.triggers())) {
            Trigger trigger = workspace.trigger(triggerKey);
            if (trigger != null && trigger.uses().contains(used)) {
                dropTrigger(triggerKey, span, cause);
            }
        }
    }

    void dropTrigger(String key, Span span, @Nullable ObjectPath cause) {
        Trigger trigger = Objects.requireNonNull(workspace.trigger(key), key);
        workspace.removeTrigger(key);
        journal.dropped(span, ObjectPath.of(ObjectKind.TRIGGER, key), trigger, cause);
    }

    void dropSequence(String key, Span span, boolean cascade, @Nullable ObjectPath cause) {
        Sequence sequence = Objects.requireNonNull(workspace.sequence(key), key);
        workspace.removeSequence(key);
        ObjectPath path = ObjectPath.of(ObjectKind.SEQUENCE, key);
        journal.dropped(span, path, sequence, cause);
        if (!cascade) {
            return;
        }
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            for (Column column : edits.table(tableKey).columns()) {
                String value = column.defaultValue();
                if (sequenceCalls.draw(value, key)) {
                    edits.alterColumn(tableKey, span, column, column.withDefault(null, null));
                }
            }
        }
    }

    void dropRoutine(String key, Span span, boolean cascade, @Nullable ObjectPath cause) {
        Routine routine = Objects.requireNonNull(workspace.routine(key), key);
        workspace.removeRoutine(key);
        ObjectPath path = ObjectPath.of(ObjectKind.ROUTINE, key);
        journal.dropped(span, path, routine, cause);
        for (String member : workspace.members(key)) {
            dropRoutine(member, span, false, path);
        }
        if (cascade && engine.cascades()) {
            for (String trigger : workspace.triggersRunning(key)) {
                dropTrigger(trigger, span, path);
            }
        }
    }

    void dropType(String key, Span span, boolean cascade, @Nullable ObjectPath cause) {
        UserType type = Objects.requireNonNull(workspace.type(key), key);
        workspace.removeType(key);
        ObjectPath path = ObjectPath.of(ObjectKind.TYPE, key);
        journal.dropped(span, path, type, cause);
        if (!cascade || !engine.cascades()) {
            return;
        }
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            for (Column column : edits.table(tableKey).columns()) {
                if (lookup.named(column.type(), key)) {
                    dropOfType(tableKey, column, type, span, path);
                }
            }
        }
    }

    /** H2 leaves the columns of a domain and gives them what it was made of, HSQLDB without its checks. */
    private void dropOfType(String tableKey, Column column, UserType type, Span span, ObjectPath cause) {
        ColumnType base = type.baseType();
        if (!engine.leavesColumnsOfDroppedTypes() || base == null) {
            dropColumn(tableKey, column, span, true, cause);
            return;
        }
        String value = column.defaultValue() == null ? type.defaultValue() : column.defaultValue();
        edits.alterColumn(tableKey, span, column, column.withType(base).withDefault(value, null));
        if (engine == Engine.H2) {
            for (Check check : type.checks()) {
                edits.addCheck(tableKey, span, ofColumn(tableKey, column, check));
            }
        }
    }

    private Check ofColumn(String tableKey, Column column, Check check) {
        List<String> columns = List.of(column.name());
        String name = madeUpNames.check(edits.table(tableKey), columns, false);
        return new Check(name, expressions.renamed(check.expression(), "VALUE", column.name()), columns, false, true);
    }

    void dropSynonym(String key, Span span, @Nullable ObjectPath cause) {
        Synonym synonym = Objects.requireNonNull(workspace.synonym(key), key);
        workspace.removeSynonym(key);
        journal.dropped(span, ObjectPath.of(ObjectKind.SYNONYM, key), synonym, cause);
    }

    /** Everything that lives in a schema. */
    void dropAllIn(String schema, Span span, ObjectPath cause) {
        for (String key : in(schema, workspace.views(), state -> state.view().name())) {
            if (workspace.view(key) != null) {
                dropView(key, span, true, cause);
            }
        }
        for (String key : in(schema, workspace.tables(), Table::name)) {
            if (workspace.table(key) != null) {
                dropTable(key, span, true, cause);
            }
        }
        for (String key : in(schema, workspace.routines(), Routine::name)) {
            if (workspace.routine(key) != null) {
                dropRoutine(key, span, true, cause);
            }
        }
        for (String key : in(schema, workspace.sequences(), Sequence::name)) {
            if (workspace.sequence(key) != null) {
                dropSequence(key, span, true, cause);
            }
        }
        for (String key : in(schema, workspace.types(), UserType::name)) {
            if (workspace.type(key) != null) {
                dropType(key, span, true, cause);
            }
        }
        for (String key : in(schema, workspace.synonyms(), Synonym::name)) {
            dropSynonym(key, span, cause);
        }
    }

    private <T> List<String> in(String schema, Map<String, T> shelf, Function<T, QualifiedName> name) {
        List<String> keys = new ArrayList<>();
        for (String key : Workspace.sortedKeys(shelf)) {
            T element = shelf.get(key);
            if (element != null && names.same(name.apply(element).schema(), schema)) {
                keys.add(key);
            }
        }
        return keys;
    }

    // ---- columns

    void dropColumn(String key, Column column, Span span, boolean cascade, @Nullable ObjectPath cause) {
        ObjectPath path = edits.paths().of(key, column);
        String name = column.name();
        boolean takesReferences = cascade
                || dialect.dropColumnEffect(ColumnDependent.REFERENCING_FOREIGN_KEY) == DropColumnEffect.DROPPED;
        edits.dropColumn(key, span, column, cause);
        Table table = edits.table(key);
        for (Index index : table.indexes()) {
            dropOrShrink(key, index, name, span, path);
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null && edits.holds(primaryKey.columns(), name)) {
            List<String> left = others(primaryKey.columns(), name);
            if (shrinks(ColumnDependent.PRIMARY_KEY) && !left.isEmpty()) {
                edits.alterPrimaryKey(key, span, primaryKey, new PrimaryKey(primaryKey.name(), left));
            } else {
                dropReferencing(key, primaryKey.columns(), span, takesReferences, path);
                edits.dropPrimaryKey(key, span, primaryKey, path);
            }
        }
        for (UniqueKey unique : table.uniqueKeys()) {
            if (!edits.holds(unique.columns(), name)) {
                continue;
            }
            List<String> left = others(unique.columns(), name);
            if (shrinks(ColumnDependent.UNIQUE) && !left.isEmpty()) {
                edits.alterUnique(key, span, unique, new UniqueKey(unique.name(), left, unique.nullsEqual()));
            } else {
                dropReferencing(key, unique.columns(), span, takesReferences, path);
                edits.dropUnique(key, span, unique, path);
            }
        }
        for (ForeignKey foreignKey : edits.table(key).foreignKeys()) {
            if (edits.holds(foreignKey.columns(), name)) {
                edits.dropForeignKey(key, span, foreignKey, path);
            }
        }
        for (Check check : table.checks()) {
            if (edits.holds(check.columns(), name) || edits.same(check.ofColumn(), name)) {
                edits.dropCheck(key, span, check, path);
            }
        }
        Table left = edits.table(key);
        workspace.put(key, left.withDisabledKeys(DisabledKeys.without(left.disabledKeys(), name, edits)));
        String ownedBy = Workspace.ownedBy(key, names.key(name));
        for (String sequenceKey : workspace.sequencesOf(key)) {
            Sequence sequence = workspace.sequence(sequenceKey);
            if (sequence != null && ownedBy.equals(sequence.ownedBy())) {
                dropSequence(sequenceKey, span, cascade && engine.cascades(), path);
            }
        }
        if (cascade && engine.cascades()) {
            for (Column other : edits.table(key).columns()) {
                String generated = other.generated();
                if (generated != null && expressions.mentions(generated, name)) {
                    dropColumn(key, other, span, true, path);
                }
            }
            dropUsersOf(key, names.key(name), span, path);
        }
    }

    /** What the engine would refuse to drop is taken as dropped: the script means it to be gone. */
    private boolean shrinks(ColumnDependent dependent) {
        return dialect.dropColumnEffect(dependent) == DropColumnEffect.SHRUNK;
    }

    private void dropOrShrink(String key, Index index, String column, Span span, ObjectPath cause) {
        List<String> left = new ArrayList<>();
        for (String each : index.columns()) {
            if (!expressions.isOver(each, column)) {
                left.add(each);
            }
        }
        String where = index.where();
        boolean stored = edits.holds(index.included(), column);
        boolean filtered = where != null && expressions.mentions(where, column);
        if (left.size() == index.columns().size() && !stored && !filtered) {
            return;
        }
        if (shrinks(ColumnDependent.INDEX) && !left.isEmpty()) {
            Index shorter = new Index(
                    index.name(),
                    left,
                    index.included(),
                    index.unique(),
                    index.nullsEqual(),
                    index.where(),
                    index.method());
            edits.alterIndex(key, span, index, shorter);
        } else {
            edits.dropIndex(key, span, index, cause);
        }
    }

    private List<String> others(List<String> columns, String column) {
        return columns.stream().filter(each -> !edits.same(each, column)).toList();
    }

    /** With a key that CASCADE drops go the foreign keys that point at it. */
    void dropReferencing(String key, List<String> columns, Span span, boolean cascade, ObjectPath cause) {
        if (!engine.dropKeyTakesReferences(cascade)) {
            return;
        }
        for (String referencing : workspace.referencing(key)) {
            for (ForeignKey foreignKey : edits.table(referencing).foreignKeys()) {
                boolean onTheseColumns = foreignKey.references().equals(key)
                        && foreignKey.referencedColumns().size() == columns.size()
                        && foreignKey.referencedColumns().stream().allMatch(each -> edits.holds(columns, each));
                if (onTheseColumns) {
                    edits.dropForeignKey(referencing, span, foreignKey, cause);
                }
            }
        }
    }

    /** Of several keys over the same columns, foreign keys lean on the one that was made first. */
    boolean isLeanedOn(String key, SchemaElement dropped) {
        Table table = edits.table(key);
        List<SchemaElement> keys = new ArrayList<>(table.uniqueKeys());
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            keys.add(workspace.primaryKeyIsYoungest(key) ? keys.size() : 0, primaryKey);
        }
        List<String> columns = columns(dropped);
        for (SchemaElement each : keys) {
            List<String> others = columns(each);
            if (others.size() == columns.size() && others.stream().allMatch(other -> edits.holds(columns, other))) {
                return each.equals(dropped);
            }
        }
        return true;
    }

    private static List<String> columns(SchemaElement key) {
        return key instanceof PrimaryKey primary ? primary.columns() : ((UniqueKey) key).columns();
    }
}
