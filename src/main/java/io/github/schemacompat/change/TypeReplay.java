package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ConstraintDefinition.CheckDefinition;
import io.github.schemacompat.ddl.Operation.AlterType;
import io.github.schemacompat.ddl.Operation.CreateType;
import io.github.schemacompat.ddl.Operation.TypeAction;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Types of users, domains among them: what makes and what alters them. */
final class TypeReplay {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Definitions definitions;
    private final Creation creation;

    TypeReplay(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
        this.creation = new Creation(parts);
    }

    void create(CreateType operation) {
        String key = names.key(operation.name());
        UserType before = workspace.type(key);
        if (creation.refused(operation.span(), ObjectKind.TYPE, operation.name(), operation.mode(), before != null)) {
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
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.TYPE, key), before, type);
    }

    private Check domainCheck(QualifiedName domain, List<Check> others, CheckDefinition check) {
        String name = check.name();
        if (name == null) {
            name = definitions.domainCheckName(domain, others);
        }
        return new Check(name, check.expression(), List.of(), false, check.enforced());
    }

    void alter(AlterType operation) {
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
}
