package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.DropObject;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.Separation;
import io.github.schemacompat.schema.NamespaceElement;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.Objects;

/** Schemas of a database: CREATE, DROP, and new names with all that is in them. */
final class NamespaceReplay {
    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final Journal journal;
    private final TableEdits edits;
    private final Falling falling;
    private final Renaming renaming;

    NamespaceReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.falling = parts.falling();
        this.renaming = parts.renaming();
    }

    void create(Span span, String name, CreateMode mode) {
        String key = names.key(name);
        if (workspace.addNamespace(key)) {
            journal.created(span, ObjectPath.of(ObjectKind.SCHEMA, key), new NamespaceElement(name));
        } else if (mode == CreateMode.CREATE) {
            journal.doesNotApply(span, name, "schema " + name + " exists already");
        }
    }

    void drop(DropObject operation) {
        String name = operation.name().name();
        String key = names.key(name);
        ObjectPath path = ObjectPath.of(ObjectKind.SCHEMA, key);
        if (workspace.removeNamespace(key)) {
            journal.dropped(operation.span(), path, new NamespaceElement(name), null);
        }
        if (operation.cascade() || dialect.separation() == Separation.DELIMITERS) {
            falling.dropAllIn(name, operation.span(), path);
        }
    }

    boolean rename(Span span, String from, String to) {
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
}
