package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.CreateView;
import io.github.schemacompat.ddl.Operation.RefreshModule;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.sql.NormalForm;
import java.util.List;
import java.util.TreeSet;

/** Views: CREATE, and having the engine read one anew. */
final class ViewReplay {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final LiveViews liveViews;
    private final Queries queries;
    private final Creation creation;

    ViewReplay(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.liveViews = parts.liveViews();
        this.queries = parts.queries();
        this.creation = new Creation(parts);
    }

    void create(CreateView operation) {
        String found = operation.mode() == CreateMode.ALTER ? lookup.viewKey(operation.name()) : null;
        String key = found == null ? names.key(operation.name()) : found;
        key = operation.temporary()
                ? Workspace.temporary(names.key(operation.name().name()))
                : key;
        ViewState present = workspace.view(key);
        boolean taken = present != null || workspace.table(key) != null;
        if (creation.refused(operation.span(), ObjectKind.VIEW, operation.name(), operation.mode(), taken)) {
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
}
