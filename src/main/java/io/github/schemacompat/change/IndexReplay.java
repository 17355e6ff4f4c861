package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.Operation.CreateIndex;
import io.github.schemacompat.ddl.Operation.DropIndex;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Indexes of tables and views: CREATE, DROP, and switching them off. */
final class IndexReplay {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Definitions definitions;
    private final DisabledKeys disabledKeys;
    private final Falling falling;

    IndexReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
        this.disabledKeys = parts.disabledKeys();
        this.falling = parts.falling();
    }

    void create(CreateIndex operation) {
        String viewKey = lookup.viewKey(operation.table());
        ViewState state = viewKey == null ? null : workspace.view(viewKey);
        if (viewKey != null && state != null && lookup.tableKey(operation.table()) == null) {
            View view = state.view();
            Index index = definitions.index(Table.of(view.name(), List.of()), operation.index());
            state.set(view.withIndexes(TableEdits.with(view.indexes(), index)));
            workspace.put(viewKey, state);
            journal.created(
                    operation.span(), new ObjectPath(ObjectKind.INDEX, viewKey, names.key(index.name())), index);
            return;
        }
        String key = lookup.tableToChange(operation.span(), operation.table(), false);
        if (key != null) {
            add(key, operation.span(), operation.index(), operation.mode());
        }
    }

    /** Adds an index of a table that is being made. */
    void addNew(String key, IndexDefinition index) {
        edits.addIndex(key, index.span(), definitions.index(withoutIndexOfKey(key, index), index));
    }

    /** What the engine made for a foreign key goes before the index gets its name. */
    private Table withoutIndexOfKey(String key, IndexDefinition definition) {
        if (engine.foreignKeyMakesIndex()) {
            List<String> columns =
                    definitions.index(edits.table(key), definition).columns();
            workspace.foreignKeyIndexes().covered(key, definition.span(), columns, edits);
        }
        return edits.table(key);
    }

    void add(String key, Span span, IndexDefinition definition, CreateMode mode) {
        Table table = edits.table(key);
        if (mode != CreateMode.IF_NOT_EXISTS || present(key, table, String.valueOf(definition.name())) == null) {
            table = withoutIndexOfKey(key, definition);
        }
        Index index = definitions.index(table, definition);
        Index present = present(key, table, index.name());
        if (present == null && !otherwisePresent(key, table, index.name())) {
            edits.addIndex(key, span, index);
        } else if (present != null && mode == CreateMode.OR_REPLACE) {
            edits.alterIndex(key, span, present, index);
        } else if (mode == CreateMode.CREATE && !Workspace.isTemporary(key)) {
            journal.doesNotApply(span, index.name(), "index " + index.name() + " exists already");
        }
    }

    private @Nullable Index present(String key, Table table, String name) {
        return edits.first(table.indexes(), each -> edits.same(each.name(), name));
    }

    /** Whether a key of this table, or an index of another one where names are shared, has the name. */
    private boolean otherwisePresent(String key, Table table, String name) {
        if (engine.uniqueIsIndex() && table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name))) {
            return true;
        }
        if (workspace.foreignKeyIndexes().isCalled(key, name)) {
            return true;
        }
        if (dialect.indexesNamedPerTable()) {
            return false;
        }
        for (String owner : workspace.havingMember(name)) {
            Table other = workspace.table(owner);
            if (other != null
                    && !owner.equals(key)
                    && names.same(
                            String.valueOf(other.name().schema()),
                            String.valueOf(table.name().schema()))
                    && present(owner, other, name) != null) {
                return true;
            }
        }
        return false;
    }

    void drop(DropIndex operation) {
        QualifiedName table = operation.table();
        String name = operation.index().name();
        if (table != null) {
            String viewKey = lookup.tableKey(table) == null ? lookup.viewKey(table) : null;
            if (viewKey != null) {
                dropOfView(viewKey, operation.span(), name);
                return;
            }
            String key = lookup.tableToChange(operation.span(), table, operation.ifExists());
            if (key != null) {
                drop(key, operation.span(), name, operation.ifExists());
            }
            return;
        }
        boolean found = false;
        for (String owner : workspace.havingMember(name)) {
            Table holder = workspace.table(owner);
            if (holder == null) {
                found |= dropOfView(owner, operation.span(), name);
                continue;
            }
            boolean inSchema = operation.index().schema() == null
                    || names.same(
                            operation.index().schema(),
                            String.valueOf(holder.name().schema()));
            if (inSchema && hasIndex(holder, name)) {
                Index index = edits.first(holder.indexes(), each -> edits.same(each.name(), name));
                drop(owner, operation.span(), name, operation.ifExists());
                if (index != null && operation.cascade()) {
                    dropLeaningOn(owner, index, operation.span());
                }
                found = true;
                break;
            }
        }
        if (!found) {
            lookup.missing(operation.span(), ObjectKind.INDEX, operation.index(), operation.ifExists());
        }
    }

    /** Foreign keys lean on a unique index as they do on a key, unless there is another one that serves them. */
    private void dropLeaningOn(String key, Index index, Span span) {
        Table table = edits.table(key);
        PrimaryKey primaryKey = table.primaryKey();
        boolean served = primaryKey != null && isOver(index, primaryKey.columns())
                || table.uniqueKeys().stream().anyMatch(each -> isOver(index, each.columns()))
                || table.indexes().stream().anyMatch(each -> isKey(each) && isOver(index, each.columns()));
        if (isKey(index) && !served) {
            ObjectPath path = new ObjectPath(ObjectKind.INDEX, key, names.key(index.name()));
            falling.dropReferencing(key, ascending(index.columns()), span, true, path);
        }
    }

    private static boolean isKey(Index index) {
        return index.unique() && index.where() == null;
    }

    private boolean isOver(Index index, List<String> columns) {
        List<String> own = ascending(index.columns());
        List<String> others = ascending(columns);
        return own.size() == others.size() && others.stream().allMatch(each -> edits.holds(own, each));
    }

    private static List<String> ascending(List<String> columns) {
        return columns.stream().map(each -> each.replaceFirst(" desc$", "")).toList();
    }

    void drop(String key, Span span, String name, boolean ifExists) {
        Table table = edits.table(key);
        Index index = edits.first(table.indexes(), each -> edits.same(each.name(), name));
        if (index != null) {
            edits.dropIndex(key, span, index, null);
            return;
        }
        UniqueKey unique = edits.first(table.uniqueKeys(), each -> edits.same(each.name(), name));
        if (unique != null && engine.keysAreIndexes()) {
            edits.dropUnique(key, span, unique, null);
            return;
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (engine == Engine.MYSQL && primaryKey != null && name.equalsIgnoreCase("PRIMARY")) {
            edits.dropPrimaryKey(key, span, primaryKey, null);
            return;
        }
        boolean implicit = workspace.foreignKeyIndexes().drop(key, name);
        if (!disabledKeys.drop(key, disabledKeys.named(table, name)) && !ifExists && !implicit) {
            lookup.unknownMember(span, table, ObjectKind.INDEX, name);
        }
    }

    /** What is rebuilt was there, whether a script says so or not; an index of a view refuses nothing that counts here. */
    void setEnabled(Operation.SetIndexEnabled operation) {
        boolean ofView = lookup.tableKey(operation.table()) == null && lookup.viewKey(operation.table()) != null;
        String key = ofView ? null : lookup.tableToChange(operation.span(), operation.table(), operation.enabled());
        String name = operation.index();
        if (key != null
                && !disabledKeys.setIndexEnabled(key, operation.span(), name, operation.enabled())
                && !operation.enabled()) {
            lookup.unknownMember(operation.span(), edits.table(key), ObjectKind.INDEX, name);
        }
    }

    private boolean hasIndex(Table table, String name) {
        return table.indexes().stream().anyMatch(each -> edits.same(each.name(), name))
                || engine.keysAreIndexes()
                        && table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name));
    }

    private boolean dropOfView(String viewKey, Span span, String name) {
        ViewState state = workspace.view(viewKey);
        Index index = state == null ? null : edits.first(state.view().indexes(), each -> edits.same(each.name(), name));
        if (state == null || index == null) {
            return false;
        }
        state.set(state.view().withIndexes(TableEdits.without(state.view().indexes(), index)));
        workspace.put(viewKey, state);
        journal.dropped(span, new ObjectPath(ObjectKind.INDEX, viewKey, names.key(index.name())), index, null);
        return true;
    }
}
