package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.CommentOn;
import io.github.schemacompat.ddl.Operation.DropObject;
import io.github.schemacompat.ddl.Operation.MoveObject;
import io.github.schemacompat.ddl.Operation.Privilege;
import io.github.schemacompat.ddl.Operation.RenameObject;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.NamespaceElement;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements that are alike for every kind of object: DROP, RENAME, SET SCHEMA, COMMENT, GRANT; and schemas. */
final class AnyObjectReplay {
    private static final Pattern COMMA = Pattern.compile(
            "(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+,(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+", Pattern.DOTALL);

    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Falling falling;
    private final Renaming renaming;
    private final Marking marking;
    private @Nullable Span lastDropped;
    private int listBegan;

    AnyObjectReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.falling = parts.falling();
        this.renaming = parts.renaming();
        this.marking = new Marking(parts);
    }

    // ---- schemas

    void createSchema(Span span, String name, CreateMode mode) {
        String key = names.key(name);
        if (workspace.addNamespace(key)) {
            journal.created(span, ObjectPath.of(ObjectKind.SCHEMA, key), new NamespaceElement(name));
        } else if (mode == CreateMode.CREATE) {
            journal.doesNotApply(span, name, "schema " + name + " exists already");
        }
    }

    // ---- DROP

    void drop(DropObject operation) {
        Span span = operation.span();
        if (!continuesList(span)) {
            listBegan = journal.order();
        }
        lastDropped = span;
        boolean cascade = operation.cascade();
        switch (operation.kind()) {
            case TABLE -> {
                String key = lookup.tableKey(operation.name());
                if (key == null && !isFallen(operation)) {
                    key = lookup.tableToChange(span, operation.name(), operation.ifExists());
                }
                if (key != null) {
                    boolean assumed = edits.table(key).assumed();
                    falling.dropTable(key, span, cascade, null);
                    if (assumed) {
                        workspace.removeTable(key);
                    }
                }
            }
            case VIEW -> {
                String key = lookup.viewKey(operation.name());
                if (key != null) {
                    falling.dropView(key, span, cascade, null);
                } else {
                    missing(operation);
                }
            }
            case ROUTINE -> dropRoutines(operation);
            case TRIGGER -> {
                String key = lookup.findTrigger(operation.name(), operation.table());
                if (key != null) {
                    falling.dropTrigger(key, span, null);
                } else {
                    missing(operation);
                }
            }
            case SEQUENCE -> {
                String key = lookup.sequenceKey(operation.name());
                if (key != null) {
                    falling.dropSequence(key, span, cascade, null);
                } else {
                    missing(operation);
                }
            }
            case TYPE -> {
                String key = lookup.typeKey(operation.name());
                if (key != null) {
                    falling.dropType(key, span, cascade, null);
                } else {
                    missing(operation);
                }
            }
            case SYNONYM -> {
                String key = lookup.synonymKey(operation.name());
                if (key != null) {
                    falling.dropSynonym(key, span, null);
                } else {
                    missing(operation);
                }
            }
            case SCHEMA -> dropSchema(operation);
            default -> {
                // extensions, roles, policies … are in no contract
            }
        }
    }

    /** Whether the name stands behind the last one and a comma: engines drop all names of a list at once. */
    private boolean continuesList(Span span) {
        Span last = lastDropped;
        return last != null
                && last.source() == span.source()
                && last.end() <= span.start()
                && COMMA.matcher(last.source().text().substring(last.end(), span.start()))
                        .matches();
    }

    /** Whether the object fell with one that stands before it in the same list. */
    private boolean isFallen(DropObject operation) {
        ObjectPath path = ObjectPath.of(operation.kind(), names.key(operation.name()));
        return journal.droppedByName(operation.span(), path, listBegan);
    }

    private void missing(DropObject operation) {
        if (!isFallen(operation)) {
            lookup.missing(operation.span(), operation.kind(), operation.name(), operation.ifExists());
        }
    }

    private void dropRoutines(DropObject operation) {
        List<String> keys = lookup.routineKeys(operation.name(), operation.arguments());
        if (keys.isEmpty()) {
            missing(operation);
        }
        keys.forEach(key -> falling.dropRoutine(key, operation.span(), operation.cascade(), null));
    }

    private void dropSchema(DropObject operation) {
        String name = operation.name().name();
        String key = names.key(name);
        ObjectPath path = ObjectPath.of(ObjectKind.SCHEMA, key);
        if (workspace.removeNamespace(key)) {
            journal.dropped(operation.span(), path, new NamespaceElement(name), null);
        }
        if (operation.cascade() || dialect.separation() == io.github.schemacompat.dialect.Separation.DELIMITERS) {
            falling.dropAllIn(name, operation.span(), path);
        }
    }

    // ---- RENAME

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
            case SCHEMA -> renameSchema(span, from.name(), operation.to().name());
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

    private boolean renameSchema(Span span, String from, String to) {
        String key = names.key(from);
        String newKey = names.key(to);
        workspace.removeNamespace(key);
        workspace.addNamespace(newKey);
        journal.renamed(
                span,
                ObjectPath.of(ObjectKind.SCHEMA, key),
                ObjectPath.of(ObjectKind.SCHEMA, newKey),
                new NamespaceElement(from),
                new NamespaceElement(to));
        for (String tableKey : Workspace.sortedKeys(workspace.tables())) {
            QualifiedName name = edits.table(tableKey).name();
            if (names.same(name.schema(), from)) {
                renaming.tables().rename(tableKey, span, name.withSchema(to));
            }
        }
        for (String viewKey : Workspace.sortedKeys(workspace.views())) {
            QualifiedName name =
                    Objects.requireNonNull(workspace.view(viewKey)).view().name();
            if (names.same(name.schema(), from)) {
                renaming.objects().view(viewKey, span, name.withSchema(to));
            }
        }
        for (String routineKey : Workspace.sortedKeys(workspace.routines())) {
            QualifiedName name =
                    Objects.requireNonNull(workspace.routine(routineKey)).name();
            if (names.same(name.schema(), from)) {
                renaming.objects().routine(routineKey, span, name.withSchema(to));
            }
        }
        for (String sequenceKey : Workspace.sortedKeys(workspace.sequences())) {
            QualifiedName name =
                    Objects.requireNonNull(workspace.sequence(sequenceKey)).name();
            if (names.same(name.schema(), from)) {
                renaming.objects().sequence(sequenceKey, span, name.withSchema(to));
            }
        }
        for (String typeKey : Workspace.sortedKeys(workspace.types())) {
            QualifiedName name = Objects.requireNonNull(workspace.type(typeKey)).name();
            if (names.same(name.schema(), from)) {
                renaming.objects().type(typeKey, span, name.withSchema(to));
            }
        }
        return true;
    }

    // ---- SET SCHEMA, TRANSFER

    void move(MoveObject operation) {
        ObjectKind kind = operation.kind();
        QualifiedName to =
                new QualifiedName(operation.toSchema(), operation.name().name());
        RenameObject asRename = new RenameObject(
                operation.span(), kind, null, operation.name(), operation.arguments(), to, operation.ifExists());
        rename(asRename);
    }

    // ---- comments

    void comment(CommentOn operation) {
        boolean comment = operation.property().equals("comment");
        if (!comment && !operation.property().equalsIgnoreCase("Deprecated")) {
            return;
        }
        String member = operation.member();
        UnaryOperator<Marks> change = before -> marks(operation, comment, before);
        ObjectPath other = member == null ? ofOtherKind(operation.kind(), operation.name()) : null;
        if (other != null) {
            marking.change(operation.span(), other, change);
            return;
        }
        String tableKey = lookup.tableKey(operation.name());
        String viewKey = lookup.viewKey(operation.name());
        if (tableKey != null && member != null) {
            Column column = edits.column(edits.table(tableKey), member);
            if (column != null) {
                marking.change(operation.span(), ObjectPath.column(tableKey, names.key(member)), change);
            }
        } else if (tableKey != null) {
            marking.change(operation.span(), ObjectPath.table(tableKey), change);
        } else if (viewKey != null && member == null) {
            marking.change(operation.span(), ObjectPath.of(ObjectKind.VIEW, viewKey), change);
        } else if (operation.kind() == ObjectKind.ROUTINE) {
            for (String key : lookup.routineKeys(operation.name(), operation.arguments())) {
                marking.change(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), change);
            }
        }
    }

    private @Nullable ObjectPath ofOtherKind(ObjectKind kind, QualifiedName name) {
        String key = switch (kind) {
            case SEQUENCE -> lookup.sequenceKey(name);
            case TYPE -> lookup.typeKey(name);
            case SYNONYM -> lookup.synonymKey(name);
            default -> null;
        };
        return key == null ? null : ObjectPath.of(kind, key);
    }

    private static Marks marks(CommentOn operation, boolean comment, Marks before) {
        String text = operation.text();
        if (!comment) {
            return Deprecation.property(text, before);
        }
        return Deprecation.in(text == null ? "" : text, before);
    }

    // ---- privileges

    void privilege(Privilege operation) {
        for (QualifiedName name : operation.objects()) {
            ObjectPath path = pathOf(operation.kind(), name);
            if (path != null) {
                journal.add(new SchemaChange.PrivilegeChanged(
                        journal.origin(operation.span()),
                        path,
                        operation.verb(),
                        operation.privileges(),
                        operation.grantees()));
            }
        }
    }

    private @Nullable ObjectPath pathOf(ObjectKind kind, QualifiedName name) {
        if (kind == ObjectKind.SCHEMA) {
            return ObjectPath.of(ObjectKind.SCHEMA, names.key(name.name()));
        }
        ObjectPath relation = lookup.relation(name);
        if (relation != null
                && Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.OTHER).contains(kind)) {
            return relation;
        }
        List<String> routines = lookup.routineKeys(name, null);
        if (!routines.isEmpty()) {
            return ObjectPath.of(ObjectKind.ROUTINE, routines.get(0));
        }
        String sequence = lookup.sequenceKey(name);
        if (sequence != null) {
            return ObjectPath.of(ObjectKind.SEQUENCE, sequence);
        }
        String type = lookup.typeKey(name);
        return type == null ? null : ObjectPath.of(ObjectKind.TYPE, type);
    }
}
