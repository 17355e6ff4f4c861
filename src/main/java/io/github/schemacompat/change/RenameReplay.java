package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.MoveObject;
import io.github.schemacompat.ddl.Operation.RenameObject;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** RENAME and SET SCHEMA, alike for every kind of object. */
final class RenameReplay {
    private final Dialect dialect;
    private final Workspace workspace;
    private final Lookup lookup;
    private final TableEdits edits;
    private final Renaming renaming;
    private final NamespaceReplay namespaces;

    RenameReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.edits = parts.edits();
        this.renaming = parts.renaming();
        this.namespaces = new NamespaceReplay(parts);
    }

    void rename(RenameObject operation) {
        ObjectKind kind = operation.kind();
        if (kind == ObjectKind.TABLE && !isRelation(operation.from())) {
            lookup.tableToChange(operation.span(), operation.from(), operation.ifExists());
        }
        boolean done = kind == null ? renameUnknownKind(operation) : rename(operation, kind);
        if (!done && !isSystemNamed(operation)) {
            QualifiedName table = operation.table();
            ObjectKind shown = kind == null ? ObjectKind.OTHER : kind;
            Table known = table == null ? null : knownTable(table);
            if (known != null && !operation.ifExists()) {
                if (kind == ObjectKind.COLUMN) {
                    lookup.unknownColumn(
                            operation.span(), known, operation.from().name());
                } else {
                    lookup.unknownMember(
                            operation.span(), known, shown, operation.from().name());
                }
            } else {
                QualifiedName missing = table == null ? operation.from() : table;
                lookup.missing(
                        operation.span(), table == null ? shown : ObjectKind.TABLE, missing, operation.ifExists());
            }
        }
    }

    private boolean isRelation(QualifiedName name) {
        return lookup.relation(name) != null || lookup.sequenceKey(name) != null;
    }

    /** What SQL Server has named at random can't be known. */
    private boolean isSystemNamed(RenameObject operation) {
        return Engine.of(dialect).madeUpNamesAreRandom()
                && operation.from().name().contains("__");
    }

    private @Nullable Table knownTable(QualifiedName name) {
        String key = lookup.tableKey(name);
        return key == null ? null : workspace.table(key);
    }

    private boolean rename(RenameObject operation, ObjectKind kind) {
        Span span = operation.span();
        QualifiedName from = operation.from();
        return switch (kind) {
            case TABLE -> renameRelation(span, from, operation.to());
            case VIEW -> renameView(span, from, operation.to());
            case COLUMN -> renameColumn(operation) || renameMemberOf(operation);
            // PostgreSQL renames whatever relation has the name
            case INDEX ->
                renameIndex(operation) || dialect.is(Dialect.POSTGRESQL) && renameRelation(span, from, operation.to());
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION -> renameConstraint(operation);
            case ROUTINE -> renameRoutine(operation);
            case TRIGGER -> renameTrigger(operation);
            case SEQUENCE -> renameSequence(span, from, operation.to());
            case TYPE -> renameType(span, from, operation.to());
            case SYNONYM -> renameSynonym(span, from, operation.to());
            case SCHEMA -> namespaces.rename(span, from.name(), operation.to().name());
            case OTHER -> true;
        };
    }

    /** sp_rename with an object's name: whatever has it. */
    private boolean renameUnknownKind(RenameObject operation) {
        Span span = operation.span();
        QualifiedName from = operation.from();
        QualifiedName to = operation.to();
        return renameTable(span, from, to)
                || renameView(span, from, to)
                || renameRoutine(operation)
                || renameConstraint(operation)
                || renameTrigger(operation)
                || renameSequence(span, from, to)
                || renameType(span, from, to)
                || renameSynonym(span, from, to)
                || renameIndex(operation)
                || renameColumnOf(operation);
    }

    /** Where no object has the name, its first part may be a table and the second a column. */
    private boolean renameColumnOf(RenameObject operation) {
        String table = operation.from().schema();
        return table != null
                && renameColumn(new RenameObject(
                        operation.span(),
                        ObjectKind.COLUMN,
                        QualifiedName.of(table),
                        QualifiedName.of(operation.from().name()),
                        null,
                        operation.to(),
                        operation.ifExists()));
    }

    /** Where sp_rename isn't told what it is, {@code 'dbo.Orders.IX_Total'} may be an index or a key as well. */
    private boolean renameMemberOf(RenameObject operation) {
        QualifiedName on = operation.table();
        String key = on == null || Engine.of(dialect) != Engine.SQL_SERVER ? null : lookup.tableKey(on);
        String from = operation.from().name();
        String to = operation.to().name();
        return key != null
                && (renaming.members().constraint(key, operation.span(), from, to)
                        || renaming.members().index(key, operation.span(), from, to));
    }

    private boolean renameRelation(Span span, QualifiedName from, QualifiedName to) {
        return renameTable(span, from, to) || renameView(span, from, to) || renameSequence(span, from, to);
    }

    private boolean renameTable(Span span, QualifiedName from, QualifiedName to) {
        String key = lookup.tableKey(from);
        ObjectPath lasting = lookup.lastingRelation(from);
        if (dialect.is(Dialect.MYSQL) && lasting != null && lasting.kind() == ObjectKind.TABLE) {
            // RENAME TABLE passes temporary tables by
            key = lasting.owner();
        }
        if (key == null) {
            return false;
        }
        renaming.tables().rename(key, span, to.inSchemaOf(edits.table(key).name()));
        return true;
    }

    private boolean renameView(Span span, QualifiedName from, QualifiedName to) {
        String key = lookup.viewKey(from);
        ViewState state = key == null ? null : workspace.view(key);
        if (key == null || state == null) {
            return false;
        }
        renaming.objects().view(key, span, to.inSchemaOf(state.view().name()));
        return true;
    }

    private boolean renameColumn(RenameObject operation) {
        QualifiedName on = operation.table();
        String key = on == null ? null : lookup.tableKey(on);
        Column column = null;
        if (key != null) {
            String from = operation.from().name();
            column = edits.table(key).assumed()
                    ? lookup.columnToChange(key, operation.span(), from, operation.ifExists())
                    : edits.column(edits.table(key), from);
        }
        String view = on == null || key != null ? null : lookup.viewKey(on);
        if (view != null) {
            renaming.columns()
                    .renameOfView(
                            view,
                            operation.span(),
                            operation.from().name(),
                            operation.to().name());
            return true;
        }
        if (key == null || column == null) {
            return false;
        }
        renaming.columns().rename(key, operation.span(), column, operation.to().name());
        return true;
    }

    private boolean renameIndex(RenameObject operation) {
        String from = operation.from().name();
        String to = operation.to().name();
        QualifiedName on = operation.table();
        if (on != null) {
            String key = lookup.tableKey(on);
            return key != null && renaming.members().index(key, operation.span(), from, to)
                    || lookup.tableKey(on) == null && lookup.viewKey(on) != null;
        }
        for (String owner : workspace.havingMember(from)) {
            boolean renamed = workspace.table(owner) != null
                    ? renaming.members().index(owner, operation.span(), from, to)
                    : renaming.members().indexOfView(owner, operation.span(), from, to);
            if (renamed) {
                return true;
            }
        }
        return !workspace.havingMember(from).isEmpty();
    }

    private boolean renameConstraint(RenameObject operation) {
        String from = operation.from().name();
        for (String owner : workspace.havingMember(from)) {
            if (workspace.table(owner) != null
                    && renaming.members()
                            .constraint(
                                    owner,
                                    operation.span(),
                                    from,
                                    operation.to().name())) {
                return true;
            }
        }
        return false;
    }

    private boolean renameRoutine(RenameObject operation) {
        List<String> keys = lookup.routineKeys(operation.from(), operation.arguments());
        for (String key : keys) {
            Routine routine = Objects.requireNonNull(workspace.routine(key), key);
            renaming.objects().routine(key, operation.span(), operation.to().inSchemaOf(routine.name()));
        }
        return !keys.isEmpty();
    }

    private boolean renameTrigger(RenameObject operation) {
        String key = lookup.findTrigger(operation.from(), operation.table());
        Trigger trigger = key == null ? null : workspace.trigger(key);
        if (key == null || trigger == null) {
            return false;
        }
        renaming.objects().trigger(key, operation.span(), operation.to().inSchemaOf(trigger.name()));
        return true;
    }

    private boolean renameSequence(Span span, QualifiedName from, QualifiedName to) {
        String key = lookup.sequenceKey(from);
        Sequence sequence = key == null ? null : workspace.sequence(key);
        if (key == null || sequence == null) {
            return false;
        }
        renaming.objects().sequence(key, span, to.inSchemaOf(sequence.name()));
        return true;
    }

    private boolean renameType(Span span, QualifiedName from, QualifiedName to) {
        String key = lookup.typeKey(from);
        UserType type = key == null ? null : workspace.type(key);
        if (key == null || type == null) {
            return false;
        }
        renaming.objects().type(key, span, to.inSchemaOf(type.name()));
        return true;
    }

    private boolean renameSynonym(Span span, QualifiedName from, QualifiedName to) {
        String key = lookup.synonymKey(from);
        Synonym synonym = key == null ? null : workspace.synonym(key);
        if (key == null || synonym == null) {
            return false;
        }
        renaming.objects().synonym(key, span, to.inSchemaOf(synonym.name()));
        return true;
    }

    void move(MoveObject operation) {
        ObjectKind kind = operation.kind();
        QualifiedName to =
                new QualifiedName(operation.toSchema(), operation.name().name());
        RenameObject asRename = new RenameObject(
                operation.span(), kind, null, operation.name(), operation.arguments(), to, operation.ifExists());
        rename(asRename);
    }
}
