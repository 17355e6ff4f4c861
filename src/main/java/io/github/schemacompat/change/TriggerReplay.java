package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CreateTrigger;
import io.github.schemacompat.ddl.Operation.SetTriggerEnabled;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.TriggerEffect;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.NormalForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Triggers: what makes them, and what switches them on and off. */
final class TriggerReplay {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Bodies bodies;
    private final TriggerEffects effects;
    private final Creation creation;

    TriggerReplay(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.bodies = parts.bodies();
        this.effects = parts.effects();
        this.creation = new Creation(parts);
    }

    void create(CreateTrigger operation) {
        QualifiedName on = operation.table();
        ObjectPath relation = on == null ? null : lookup.relation(on);
        String table = null;
        QualifiedName name = operation.name();
        if (on != null) {
            if (relation == null) {
                table = lookup.tableToChange(operation.span(), on, false);
            } else {
                table = relation.owner();
            }
            if (table == null) {
                return;
            }
            QualifiedName owner = names.full(on);
            name = name.schema() == null ? name.withSchema(owner.schema()) : name;
        }
        String key = lookup.triggerKey(name, table);
        Trigger before = workspace.trigger(key);
        if (creation.refused(operation.span(), ObjectKind.TRIGGER, name, operation.mode(), before != null)) {
            return;
        }
        QualifiedName function = operation.function();
        List<String> functions = function == null ? List.of() : lookup.routineKeys(function, List.of());
        Trigger created = new Trigger(
                names.full(name),
                table,
                operation.timing(),
                operation.events(),
                before == null || before.enabled(),
                function == null ? null : functions.isEmpty() ? names.key(function) + "()" : functions.get(0),
                NormalForm.hash(operation.definition()));
        bodies.note(key, operation, names.current());
        Trigger trigger = created.withEffect(effect(created, operation));
        workspace.put(key, trigger);
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.TRIGGER, key), before, trigger);
    }

    /** What it does to its row by its own body, or by that of its function. */
    TriggerEffect effect(Trigger trigger, @Nullable CreateTrigger operation) {
        String function = trigger.function();
        Bodies.Body called = function == null ? null : bodies.of(function);
        Span body = operation == null ? null : operation.body();
        Span text = called == null ? body : called.routine().body();
        String newRow = operation == null ? null : operation.newRow();
        Span condition = operation == null ? null : operation.condition();
        String table = trigger.table();
        return text == null || table == null
                ? TriggerEffect.UNKNOWN
                : effects.of(
                        text, table.substring(table.lastIndexOf('.') + 1), newRow == null ? "new" : newRow, condition);
    }

    void setEnabled(SetTriggerEnabled operation) {
        QualifiedName table = operation.table();
        QualifiedName trigger = operation.trigger();
        ObjectPath relation = table == null ? null : lookup.relation(table);
        if (relation != null) {
            String name = trigger == null ? null : trigger.name();
            setEnabled(relation.owner(), operation.span(), name, operation.enabled());
            return;
        }
        String key = trigger == null ? null : lookup.findTrigger(trigger, null);
        Trigger before = key == null ? null : workspace.trigger(key);
        if (key != null && before != null && before.enabled() != operation.enabled()) {
            Trigger after = before.withEnabled(operation.enabled());
            workspace.put(key, after);
            creation.tell(operation.span(), ObjectPath.of(ObjectKind.TRIGGER, key), before, after);
        }
    }

    void setEnabled(String relationKey, Span span, @Nullable String name, boolean enabled) {
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
}
