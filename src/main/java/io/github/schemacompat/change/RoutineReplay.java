package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.AlterRoutine;
import io.github.schemacompat.ddl.Operation.CreateRoutine;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.sql.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Procedures and functions: what makes and what alters them. */
final class RoutineReplay {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final Bodies bodies;
    private final Creation creation;
    private final TriggerReplay triggers;

    RoutineReplay(ReplayParts parts, TriggerReplay triggers) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.bodies = parts.bodies();
        this.creation = new Creation(parts);
        this.triggers = triggers;
    }

    void create(CreateRoutine operation) {
        List<ColumnType> arguments = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        operation.parameters().forEach(each -> {
            parameters.add(new Parameter(each.name(), each.type(), each.hasDefault(), each.mode()));
            if (!each.mode().equals("out")) {
                arguments.add(each.type());
            }
        });
        String key = operation.routineKind().equals("procedure")
                ? lookup.procedureKey(names.routineKey(operation.name()), arguments)
                : lookup.routineKey(names.routineKey(operation.name()), arguments);
        if (operation.name().name().startsWith("#")) {
            key = Workspace.temporary(key);
        } else if (operation.mode() == CreateMode.ALTER) {
            List<String> found = lookup.routineKeys(operation.name(), arguments);
            key = found.isEmpty() ? key : found.get(0);
        }
        Routine before = workspace.routine(key);
        if (creation.refused(
                operation.span(), ObjectKind.ROUTINE, operation.name(), operation.mode(), before != null)) {
            return;
        }
        Routine routine = new Routine(
                before == null ? names.full(operation.name()) : before.name(),
                operation.routineKind(),
                parameters,
                operation.returns(),
                NormalForm.hash(operation.definition()),
                new TreeSet<>(),
                before == null ? Marks.NONE : before.marks());
        workspace.put(key, routine);
        bodies.note(key, operation, names.current());
        for (String triggerKey : workspace.triggersRunning(key)) {
            Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
            Bodies.TriggerBody made = bodies.ofTrigger(triggerKey);
            workspace.put(
                    triggerKey, trigger.withEffect(triggers.effect(trigger, made == null ? null : made.trigger())));
            bodies.noteFunctionOf(triggerKey);
        }
        if (before == null) {
            journal.created(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), routine);
        } else {
            journal.altered(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, routine);
        }
    }

    /** A stored option is part of the definition: whoever calls the routine meets it. */
    void alter(AlterRoutine operation) {
        List<String> keys = lookup.routineKeys(operation.name(), operation.arguments());
        if (keys.isEmpty()) {
            lookup.missing(operation.span(), ObjectKind.ROUTINE, operation.name(), false);
        }
        for (String key : keys) {
            Routine before = Objects.requireNonNull(workspace.routine(key));
            Routine after = before.withDefinition(NormalForm.hash(before.definition() + " " + operation.options()));
            workspace.put(key, after);
            journal.altered(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, after);
        }
    }
}
