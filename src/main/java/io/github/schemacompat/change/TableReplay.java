package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.CreateTable;
import io.github.schemacompat.ddl.Operation.SelectInto;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import java.util.List;

/** New tables: CREATE TABLE and SELECT INTO. */
final class TableReplay {
    private final ReplayParts parts;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Falling falling;
    private final Queries queries;
    private final LiveViews liveViews;
    private final TableCopy copies;
    private final IndexReplay indexes;
    private final RowReplay rows;

    TableReplay(ReplayParts parts) {
        this.parts = parts;
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.falling = parts.falling();
        this.queries = parts.queries();
        this.liveViews = parts.liveViews();
        this.copies = new TableCopy(parts);
        this.indexes = new IndexReplay(parts);
        this.rows = new RowReplay(parts);
    }

    void create(CreateTable operation) {
        String key = keyOfNew(operation.name(), operation.temporary());
        Table present = workspace.table(key);
        if (present != null && !present.assumed()) {
            if (operation.mode() == CreateMode.OR_REPLACE) {
                falling.dropTable(key, operation.span(), true, null);
            } else {
                if (operation.mode() == CreateMode.CREATE && !Workspace.isTemporary(key)) {
                    lookup.exists(operation.span(), ObjectKind.TABLE, operation.name());
                }
                return;
            }
        }
        if (operation.mode() == CreateMode.IF_NOT_EXISTS && present == null && workspace.view(key) != null) {
            return;
        }
        QualifiedName name = Workspace.isTemporary(key) ? operation.name() : names.full(operation.name());
        workspace.put(key, Table.of(name, List.of()));
        // a new table is told of once, as a whole
        List<SchemaChange> following = journal.collect(() -> {
            new NewTable(parts, copies, indexes, rows, key, operation).fill();
            edits.completeReferences(key);
            liveViews.takeColumns(key, operation.span());
            liveViews.takeTypes(key, operation.span());
        });
        Table made = edits.table(key);
        journal.created(operation.span(), Lookup.tablePath(key), made);
        following.stream()
                .filter(change -> !change.path().owner().equals(key) || change instanceof SchemaChange.RowsCopied)
                .forEach(journal::add);
    }

    void selectInto(SelectInto operation) {
        String key = keyOfNew(operation.name(), operation.temporary());
        if (workspace.table(key) != null && !Workspace.isTemporary(key)) {
            lookup.exists(operation.span(), ObjectKind.TABLE, operation.name());
            return;
        }
        QualifiedName name = Workspace.isTemporary(key) ? operation.name() : names.full(operation.name());
        List<Column> columns = queries.selected(operation.query()).stream()
                .map(each -> NewTable.kept(engine, each))
                .toList();
        List<QualifiedName> sources = queries.sources(operation.query());
        workspace.put(key, Table.of(name, columns).withAssumed(columns.isEmpty()));
        journal.created(operation.span(), Lookup.tablePath(key), edits.table(key));
        rows.copied(operation.span(), key, sources);
    }

    private String keyOfNew(QualifiedName name, boolean temporary) {
        return temporary || name.name().startsWith("#") ? Workspace.temporary(names.key(name.name())) : names.key(name);
    }
}
