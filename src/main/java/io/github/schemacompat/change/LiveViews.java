package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.Span;
import java.util.List;

/** Views that engines read anew when what they read changes: their columns change along. */
final class LiveViews {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Journal journal;
    private final Queries queries;

    LiveViews(Dialect dialect, Workspace workspace, Names names, Journal journal, Queries queries) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.names = names;
        this.journal = journal;
        this.queries = queries;
    }

    /** Views that take all columns of the relation have its present ones, and so have those that take all of theirs. */
    void takeColumns(String relation, Span span) {
        if (dialect.viewStar() != ViewStar.LIVE) {
            return;
        }
        for (String viewKey : workspace.viewsOver(relation)) {
            ViewState state = workspace.view(viewKey);
            if (state != null && replace(viewKey, state, queries.refreshed(queries.resolved(state)), span)) {
                takeColumns(viewKey, span);
            }
        }
    }

    /** Columns of views that are columns of the relation are of their present types. */
    void takeTypes(String relation, Span span) {
        if (!engine.viewsFollowTypes()) {
            return;
        }
        for (String viewKey : workspace.viewsOver(relation)) {
            ViewState state = workspace.view(viewKey);
            View view = state == null ? null : queries.resolved(state);
            List<ViewColumn> columns = view == null ? null : view.columns();
            if (state == null || columns == null) {
                continue;
            }
            View after = view.withColumns(
                    columns.stream().map(each -> typed(each, relation)).toList());
            if (replace(viewKey, state, after, span)) {
                takeTypes(viewKey, span);
            }
        }
    }

    /** Where the view's text keeps old names, what answers to them now is what it reads. */
    private ViewColumn typed(ViewColumn column, String changed) {
        String follows = column.follows();
        if (follows == null) {
            return column;
        }
        String relation = dialect.viewsKeepOldNames() ? Workspace.ownerTable(follows) : changed;
        List<ViewColumn> present =
                new NamedRelation(relation, workspace.table(relation), workspace.view(relation)).all(queries::resolved);
        for (ViewColumn each : present) {
            if ((relation + "." + QualifiedName.quoted(names.key(each.name()))).equals(follows)) {
                boolean ofTable = workspace.table(relation) != null;
                return column.withType(each.type() == null ? null : queries.typeInView(each.type(), ofTable));
            }
        }
        // a name in quotes that is no column is a text
        boolean text = engine == Engine.SQLITE && follows.startsWith(relation + ".");
        return text ? column.withType(ColumnType.of("")) : column;
    }

    private boolean replace(String key, ViewState state, View after, Span span) {
        View before = state.view();
        if (after.equals(before)) {
            return false;
        }
        workspace.put(key, new ViewState(after));
        journal.altered(span, ObjectPath.of(ObjectKind.VIEW, key), before, after);
        return true;
    }
}
