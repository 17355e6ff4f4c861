package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ConstraintDefinition.CheckDefinition;
import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.AlterRoutine;
import io.github.schemacompat.ddl.Operation.AlterSequence;
import io.github.schemacompat.ddl.Operation.AlterType;
import io.github.schemacompat.ddl.Operation.CreateRoutine;
import io.github.schemacompat.ddl.Operation.CreateSequence;
import io.github.schemacompat.ddl.Operation.CreateSynonym;
import io.github.schemacompat.ddl.Operation.CreateTrigger;
import io.github.schemacompat.ddl.Operation.CreateType;
import io.github.schemacompat.ddl.Operation.CreateView;
import io.github.schemacompat.ddl.Operation.RefreshModule;
import io.github.schemacompat.ddl.Operation.SetTriggerEnabled;
import io.github.schemacompat.ddl.Operation.TypeAction;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.TriggerEffect;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Views, routines, triggers, sequences, types and synonyms: what makes and what alters them. */
final class ObjectReplay {
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final Definitions definitions;
    private final TableEdits edits;
    private final Queries queries;
    private final LiveViews liveViews;
    private final Bodies bodies;
    private final TriggerEffects effects;

    private final AlterReplay tables;

    ObjectReplay(ReplayParts parts, AlterReplay tables) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.definitions = parts.definitions();
        this.edits = parts.edits();
        this.queries = parts.queries();
        this.liveViews = parts.liveViews();
        this.bodies = parts.bodies();
        this.effects = parts.effects();
        this.tables = tables;
    }

    /**
     * Whether a CREATE has to be left undone, with the problem that it means.
     *
     * @param present whether the object is there
     */
    boolean refused(Span span, ObjectKind kind, QualifiedName name, CreateMode mode, boolean present) {
        if (present) {
            if (mode == CreateMode.CREATE) {
                lookup.exists(span, kind, name);
            }
            // a condition that nobody can answer may have dropped it; where errors are swallowed it simply stays
            return mode == CreateMode.CREATE && !journal.hangsOnCondition() || mode == CreateMode.IF_NOT_EXISTS;
        }
        if (mode == CreateMode.ALTER) {
            lookup.missing(span, kind, name, false);
        }
        return false;
    }

    void tell(
            Span span,
            ObjectPath path,
            io.github.schemacompat.schema.@Nullable SchemaElement before,
            io.github.schemacompat.schema.SchemaElement after) {
        if (before == null) {
            journal.created(span, path, after);
        } else if (!before.equals(after)) {
            journal.altered(span, path, before, after);
        }
    }

    // ---- views

    void createView(CreateView operation) {
        String found = operation.mode() == CreateMode.ALTER ? lookup.viewKey(operation.name()) : null;
        String key = found == null ? names.key(operation.name()) : found;
        key = operation.temporary()
                ? Workspace.temporary(names.key(operation.name().name()))
                : key;
        ViewState present = workspace.view(key);
        boolean taken = present != null || workspace.table(key) != null;
        if (refused(operation.span(), ObjectKind.VIEW, operation.name(), operation.mode(), taken)) {
            return;
        }
        View before = present == null ? null : present.view();
        View view = new View(
                before == null ? names.full(operation.name()) : before.name(),
                null,
                NormalForm.hash(operation.definition()),
                new TreeSet<>(),
                operation.materialized(),
                before == null ? List.of() : before.indexes(),
                before == null ? Marks.NONE : before.marks());
        ViewState.Capture capture = Workspace.isTemporary(key)
                ? queries.capture(operation.query(), operation.columns())
                : queries.captureLasting(operation.query(), operation.columns());
        workspace.put(key, new ViewState(view, capture));
        ObjectPath path = ObjectPath.of(ObjectKind.VIEW, key);
        if (before == null) {
            journal.created(operation.span(), path, view);
        } else {
            journal.altered(operation.span(), path, before, view);
        }
        liveViews.takeColumns(key, operation.span());
        liveViews.takeTypes(key, operation.span());
    }

    /** The engine looks at the tables again, so that a frozen {@code SELECT *} gets their present columns. */
    void refresh(RefreshModule operation) {
        String key = lookup.viewKey(operation.name());
        ViewState state = key == null ? null : workspace.view(key);
        ViewState.Capture captured = state == null ? null : state.captured();
        if (key == null || state == null) {
            return;
        }
        if (captured == null) {
            View before = state.view();
            View after = queries.refreshed(before);
            // what was not worked out may change: whoever judges has to know that the view was touched
            if (!after.equals(before) || before.columns() == null) {
                workspace.put(key, new ViewState(after));
                journal.altered(operation.span(), ObjectPath.of(ObjectKind.VIEW, key), before, after);
            }
        } else {
            View stale = state.view().withColumns(null).withUses(new TreeSet<>());
            workspace.put(key, new ViewState(stale, queries.capture(captured.query(), captured.columns())));
            journal.altered(operation.span(), ObjectPath.of(ObjectKind.VIEW, key), state.view(), stale);
        }
    }

    // ---- routines

    void createRoutine(CreateRoutine operation) {
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
        if (refused(operation.span(), ObjectKind.ROUTINE, operation.name(), operation.mode(), before != null)) {
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
            workspace.put(triggerKey, trigger.withEffect(effect(trigger, made == null ? null : made.trigger())));
            bodies.noteFunctionOf(triggerKey);
        }
        if (before == null) {
            journal.created(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), routine);
        } else {
            journal.altered(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, routine);
        }
    }

    /** A stored option is part of the definition: whoever calls the routine meets it. */
    void alterRoutine(AlterRoutine operation) {
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

    // ---- triggers

    void createTrigger(CreateTrigger operation) {
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
        if (refused(operation.span(), ObjectKind.TRIGGER, name, operation.mode(), before != null)) {
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
        tell(operation.span(), ObjectPath.of(ObjectKind.TRIGGER, key), before, trigger);
    }

    /** What it does to its row by its own body, or by that of its function. */
    private TriggerEffect effect(Trigger trigger, @Nullable CreateTrigger operation) {
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

    void setTriggerEnabled(SetTriggerEnabled operation) {
        QualifiedName table = operation.table();
        QualifiedName trigger = operation.trigger();
        ObjectPath relation = table == null ? null : lookup.relation(table);
        if (relation != null) {
            String name = trigger == null ? null : trigger.name();
            tables.setTriggerEnabled(relation.owner(), operation.span(), name, operation.enabled());
            return;
        }
        String key = trigger == null ? null : lookup.findTrigger(trigger, null);
        Trigger before = key == null ? null : workspace.trigger(key);
        if (key != null && before != null && before.enabled() != operation.enabled()) {
            Trigger after = before.withEnabled(operation.enabled());
            workspace.put(key, after);
            tell(operation.span(), ObjectPath.of(ObjectKind.TRIGGER, key), before, after);
        }
    }

    // ---- sequences

    void createSequence(CreateSequence operation) {
        String key = names.key(operation.name());
        key = operation.temporary() ? Workspace.temporary(key) : key;
        Sequence before = workspace.sequence(key);
        if (refused(operation.span(), ObjectKind.SEQUENCE, operation.name(), operation.mode(), before != null)) {
            return;
        }
        Sequence sequence = new Sequence(
                names.full(operation.name()),
                operation.options(),
                ownedBy(operation.ownedByTable(), operation.ownedByColumn()));
        workspace.put(key, sequence);
        tell(operation.span(), ObjectPath.of(ObjectKind.SEQUENCE, key), before, sequence);
    }

    private @Nullable String ownedBy(@Nullable QualifiedName table, @Nullable String column) {
        if (table == null || column == null) {
            return null;
        }
        String key = lookup.tableKey(table);
        return Workspace.ownedBy(key == null ? names.key(table) : key, names.key(column));
    }

    void alterSequence(AlterSequence operation) {
        String key = lookup.sequenceKey(operation.name());
        Sequence before = key == null ? null : workspace.sequence(key);
        if (key == null || before == null) {
            lookup.missing(operation.span(), ObjectKind.SEQUENCE, operation.name(), operation.ifExists());
            return;
        }
        Map<String, String> options = SequenceLimits.altered(before.options(), operation.options(), engine);
        String ownedBy = operation.ownedByTable() == null && !operation.ownedByNone()
                ? before.ownedBy()
                : ownedBy(operation.ownedByTable(), operation.ownedByColumn());
        Sequence after = new Sequence(before.name(), options, ownedBy, before.marks());
        workspace.put(key, after);
        tell(operation.span(), ObjectPath.of(ObjectKind.SEQUENCE, key), before, after);
    }

    // ---- types

    void createType(CreateType operation) {
        String key = names.key(operation.name());
        UserType before = workspace.type(key);
        if (refused(operation.span(), ObjectKind.TYPE, operation.name(), operation.mode(), before != null)) {
            return;
        }
        List<Column> columns =
                operation.columns().stream().map(definitions::column).toList();
        List<Check> checks = new ArrayList<>();
        operation.constraints().forEach(each -> {
            if (each instanceof CheckDefinition check) {
                checks.add(domainCheck(operation.name(), checks, check));
            }
        });
        boolean described =
                !operation.typeKind().equals("other") && !operation.typeKind().equals("range");
        boolean table = operation.typeKind().equals("table");
        UserType type = new UserType(
                names.full(operation.name()),
                operation.typeKind(),
                operation.labels(),
                columns,
                operation.baseType(),
                operation.notNull(),
                definitions.real(operation.defaultValue()),
                checks,
                described && !table ? "" : NormalForm.hash(operation.definition()));
        workspace.put(key, type);
        tell(operation.span(), ObjectPath.of(ObjectKind.TYPE, key), before, type);
    }

    private Check domainCheck(QualifiedName domain, List<Check> others, CheckDefinition check) {
        String name = check.name();
        if (name == null) {
            name = definitions.domainCheckName(domain, others);
        }
        return new Check(name, check.expression(), List.of(), false, check.enforced());
    }

    void alterType(AlterType operation) {
        String key = lookup.typeKey(operation.name());
        if (key == null) {
            lookup.missing(operation.span(), ObjectKind.TYPE, operation.name(), false);
            return;
        }
        for (TypeAction action : operation.actions()) {
            UserType before = Objects.requireNonNull(workspace.type(key), key);
            UserType after = altered(before, action);
            if (!after.equals(before)) {
                workspace.put(key, after);
                journal.altered(action.span(), ObjectPath.of(ObjectKind.TYPE, key), before, after);
            }
        }
    }

    private UserType altered(UserType type, TypeAction action) {
        if (action instanceof TypeAction.AddLabel add) {
            return type.withLabels(withLabel(type, add));
        }
        if (action instanceof TypeAction.RenameLabel rename) {
            if (!type.labels().contains(rename.from())) {
                unknownLabel(action.span(), type, rename.from());
                return type;
            }
            renameDefaults(names.key(type.name()), rename);
            return type.withLabels(TableEdits.replaced(type.labels(), rename.from(), rename.to()));
        }
        if (action instanceof TypeAction.AddAttribute add) {
            return type.withColumns(TableEdits.with(type.columns(), definitions.column(add.attribute())));
        }
        if (action instanceof TypeAction.DropAttribute drop) {
            return type.withColumns(type.columns().stream()
                    .filter(each -> !edits.same(each.name(), drop.name()))
                    .toList());
        }
        if (action instanceof TypeAction.AlterAttribute alter) {
            return type.withColumns(type.columns().stream()
                    .map(each -> edits.same(each.name(), alter.name()) ? each.withType(alter.type()) : each)
                    .toList());
        }
        if (action instanceof TypeAction.RenameAttribute rename) {
            return type.withColumns(type.columns().stream()
                    .map(each -> edits.same(each.name(), rename.from()) ? each.withName(rename.to()) : each)
                    .toList());
        }
        if (action instanceof TypeAction.SetDomainNotNull notNull) {
            requireInColumns(names.key(type.name()), notNull.span(), notNull.notNull());
            return type.withDomain(notNull.notNull(), type.defaultValue(), type.checks());
        }
        if (action instanceof TypeAction.SetDomainDefault value) {
            return type.withDomain(type.notNull(), definitions.real(value.value()), type.checks());
        }
        if (action instanceof TypeAction.AddDomainConstraint add && add.constraint() instanceof CheckDefinition check) {
            Check made = domainCheck(type.name(), type.checks(), check);
            return type.withDomain(type.notNull(), type.defaultValue(), TableEdits.with(type.checks(), made));
        }
        if (action instanceof TypeAction.DropDomainConstraint drop) {
            List<Check> left = type.checks().stream()
                    .filter(each -> !edits.same(each.name(), drop.name()))
                    .toList();
            if (left.size() == type.checks().size() && !drop.ifExists()) {
                unknownConstraint(action.span(), type, drop.name());
            }
            return type.withDomain(type.notNull(), type.defaultValue(), left);
        }
        if (action instanceof TypeAction.RenameDomainConstraint rename) {
            List<Check> renamed = type.checks().stream()
                    .map(each -> edits.same(each.name(), rename.from()) ? each.withName(rename.to()) : each)
                    .toList();
            if (renamed.equals(type.checks())) {
                unknownConstraint(action.span(), type, rename.from());
            }
            return type.withDomain(type.notNull(), type.defaultValue(), renamed);
        }
        return type;
    }

    private void requireInColumns(String typeKey, Span span, boolean required) {
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            for (Column column : edits.table(tableKey).columns()) {
                if (lookup.named(column.type(), typeKey)) {
                    boolean itself = column.nullableItself();
                    edits.alterColumn(tableKey, span, column, column.withNullable(itself && !required, itself));
                }
            }
        }
    }

    /** The engine keeps labels by their number, so that a default is the new one. */
    private void renameDefaults(String typeKey, TypeAction.RenameLabel rename) {
        String from = "'" + rename.from().replace("'", "''") + "'";
        String to = "'" + rename.to().replace("'", "''") + "'";
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            for (Column column : edits.table(tableKey).columns()) {
                String value = column.defaultValue();
                boolean named = value != null && (value.equals(from) || value.startsWith(from + "::"));
                if (named && lookup.named(column.type(), typeKey)) {
                    Column after = column.withDefault(to + value.substring(from.length()), column.defaultName());
                    edits.alterColumn(tableKey, rename.span(), column, after);
                }
            }
        }
    }

    private List<String> withLabel(UserType type, TypeAction.AddLabel add) {
        List<String> labels = new ArrayList<>(type.labels());
        if (labels.contains(add.label())) {
            if (!add.ifNotExists()) {
                journal.doesNotApply(
                        add.span(), type.name().toString(), type.name() + " has the label " + add.label() + " already");
            }
            return labels;
        }
        String neighbour = add.neighbour();
        if (neighbour == null) {
            labels.add(add.label());
            return labels;
        }
        int at = labels.indexOf(neighbour);
        if (at < 0) {
            unknownLabel(add.span(), type, neighbour);
            labels.add(add.label());
        } else {
            labels.add(add.before() ? at : at + 1, add.label());
        }
        return labels;
    }

    private void unknownConstraint(Span span, UserType type, String name) {
        journal.doesNotApply(span, name, type.name() + " has no constraint " + name);
    }

    private void unknownLabel(Span span, UserType type, String label) {
        journal.doesNotApply(span, type.name().toString(), type.name() + " has no label " + label);
    }

    // ---- synonyms

    void createSynonym(CreateSynonym operation) {
        String key = names.key(operation.name());
        Synonym before = workspace.synonym(key);
        if (refused(operation.span(), ObjectKind.SYNONYM, operation.name(), operation.mode(), before != null)) {
            return;
        }
        Synonym synonym =
                new Synonym(names.full(operation.name()), operation.target(), operation.database(), Marks.NONE);
        workspace.put(key, synonym);
        tell(operation.span(), ObjectPath.of(ObjectKind.SYNONYM, key), before, synonym);
    }
}
