package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Views, routines, triggers, sequences, types and synonyms under new names or in other schemas. */
final class ObjectRenaming {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Bodies bodies;
    private final UsesRenaming uses;
    private final SequenceCalls sequenceCalls;

    ObjectRenaming(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            Bodies bodies,
            UsesRenaming uses) {
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.journal = journal;
        this.edits = edits;
        this.bodies = bodies;
        this.uses = uses;
        this.sequenceCalls = new SequenceCalls(dialect, names);
    }

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
        uses.follow(key, newKey, null, null);
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

    void moveSequence(String key, QualifiedName to) {
        Sequence after = Objects.requireNonNull(workspace.sequence(key), key).withName(to);
        String newKey = names.key(to);
        workspace.removeSequence(key);
        workspace.put(newKey, after);
        columnsFollow(column -> {
            String value = column.defaultValue();
            return value == null || !sequenceCalls.draw(value, key)
                    ? column
                    : column.withDefault(sequenceCalls.renamed(value, key, newKey), column.defaultName());
        });
    }

    /** Columns of the type carry its name, so that they change with it. */
    void type(String key, Span span, QualifiedName to) {
        UserType before = Objects.requireNonNull(workspace.type(key), key);
        UserType after = before.withName(to);
        String newKey = names.key(to);
        workspace.removeType(key);
        workspace.put(newKey, after);
        columnsFollow(column ->
                lookup.named(column.type(), key) ? column.withType(lookup.renamed(column.type(), to)) : column);
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
            Span span, ObjectKind kind, String key, String newKey, SchemaElement before, SchemaElement after) {
        journal.renamed(span, ObjectPath.of(kind, key), ObjectPath.of(kind, newKey), before, after);
    }

    void moveTrigger(String triggerKey, String newTableKey, QualifiedName table) {
        Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
        Trigger moved = trigger.withTable(newTableKey).withName(trigger.name().withSchema(table.schema()));
        String newKey = lookup.triggerKey(moved.name(), newTableKey);
        if (!newKey.equals(triggerKey)) {
            workspace.removeTrigger(triggerKey);
            bodies.triggerMoved(triggerKey, newKey);
        }
        workspace.put(newKey, moved);
    }

    boolean isTaken(String key) {
        Table table = workspace.table(key);
        return table != null && !table.assumed() || workspace.view(key) != null;
    }

    private void columnsFollow(UnaryOperator<Column> following) {
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            Table table = edits.table(tableKey);
            List<Column> columns = table.columns().stream().map(following).toList();
            if (!columns.equals(table.columns())) {
                workspace.put(tableKey, table.withColumns(columns));
            }
        }
    }
}
