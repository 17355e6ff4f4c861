package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What views and triggers use goes along with what is renamed, where the engine keeps them parsed. */
final class UsesRenaming {
    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final TableEdits edits;
    private final Queries queries;
    private final Bodies bodies;
    private boolean referencesFollow = true;

    UsesRenaming(Dialect dialect, Workspace workspace, Names names, TableEdits edits, Queries queries, Bodies bodies) {
        this.dialect = dialect;
        this.workspace = workspace;
        this.names = names;
        this.edits = edits;
        this.queries = queries;
        this.bodies = bodies;
    }

    /** Whether foreign keys and views name a renamed table by its new name. */
    void setReferencesFollow(boolean follow) {
        referencesFollow = follow;
    }

    boolean referencesFollow() {
        return referencesFollow;
    }

    /** Where views are kept parsed, they follow; their query has to be read first, with the old names. */
    void follow(String relation, String newRelation, @Nullable String column, @Nullable String newName) {
        if (!dialect.viewsFollowRenames() || !referencesFollow) {
            return;
        }
        if (dialect.triggersFollowRenames()) {
            triggersFollow(relation, newRelation, column, newName);
        }
        for (String viewKey : workspace.viewsOver(relation)) {
            ViewState state = workspace.view(viewKey);
            if (state == null) {
                continue;
            }
            View view = queries.resolved(state);
            TreeSet<String> uses = new TreeSet<>();
            for (String used : view.uses()) {
                uses.add(renamedUse(used, relation, newRelation, column, newName == null ? null : names.key(newName)));
            }
            List<ViewColumn> columns = view.columns();
            View following = columns == null
                    ? view
                    : view.withColumns(columns.stream()
                            .map(each -> following(each, relation, newRelation, column, newName))
                            .toList());
            workspace.put(viewKey, new ViewState(following.withUses(uses)));
            viewsOverFollow(viewKey, columns, following.columns());
        }
    }

    /** What a view calls otherwise now, those that read from it may call so too. */
    private void viewsOverFollow(String viewKey, @Nullable List<ViewColumn> before, @Nullable List<ViewColumn> after) {
        for (int i = 0; before != null && after != null && i < before.size(); i++) {
            String name = after.get(i).name();
            if (!before.get(i).name().equals(name)) {
                follow(viewKey, viewKey, names.key(before.get(i).name()), name);
            }
        }
    }

    private void triggersFollow(
            String relation, String newRelation, @Nullable String column, @Nullable String newName) {
        queries.readTriggers(bodies);
        String newColumn = newName == null ? null : names.key(newName);
        for (String triggerKey : Workspace.sortedKeys(workspace.triggers())) {
            Trigger trigger = Objects.requireNonNull(workspace.trigger(triggerKey), triggerKey);
            TreeSet<String> uses = new TreeSet<>();
            for (String used : trigger.uses()) {
                boolean ofRow = column != null && newRelation.equals(trigger.table()) && used.startsWith(Trigger.ROW);
                uses.add(
                        ofRow
                                ? renamedUse(used, Trigger.ROW, Trigger.ROW, column, newColumn)
                                : renamedUse(used, relation, newRelation, column, newColumn));
            }
            if (!uses.equals(trigger.uses())) {
                workspace.put(triggerKey, trigger.withUses(uses));
            }
        }
    }

    /** Where a view's text is read anew each time, columns that have no name of their own get the new one. */
    private ViewColumn following(
            ViewColumn output, String relation, String newRelation, @Nullable String column, @Nullable String newName) {
        String star = output.star();
        String follows = output.follows();
        boolean readAnew = dialect.viewStar() == ViewStar.LIVE;
        boolean renamed = readAnew
                && column != null
                && newName != null
                && !output.ownName()
                && (relation + "." + QualifiedName.quoted(column)).equals(follows);
        // elsewhere the text of the view still says the old name of a column, or even that of a table
        boolean kept = follows == null || dialect.viewsKeepOldNames() || column != null && !readAnew;
        return new ViewColumn(
                renamed ? newName : output.name(),
                output.type(),
                relation.equals(star) ? newRelation : star,
                kept
                        ? follows
                        : renamedUse(
                                follows, relation, newRelation, column, newName == null ? null : names.key(newName)),
                output.ownName());
    }

    private String renamedUse(
            String used, String relation, String newRelation, @Nullable String column, @Nullable String newColumn) {
        if (column != null) {
            boolean same = newColumn != null && used.equals(relation + "." + QualifiedName.quoted(column));
            return same ? relation + "." + QualifiedName.quoted(newColumn) : used;
        }
        if (used.equals(relation)) {
            return newRelation;
        }
        return isColumn(used, relation, newRelation) ? newRelation + used.substring(relation.length()) : used;
    }

    /** What begins with its name may as well be a table of a schema that has this name, or a column of one. */
    private boolean isColumn(String used, String relation, String newRelation) {
        if (!used.startsWith(relation + ".")) {
            return false;
        }
        QualifiedName behind = QualifiedName.parse(used.substring(relation.length() + 1));
        if (behind.schema() != null) {
            return false;
        }
        Table table = workspace.table(newRelation);
        return table != null && edits.column(table, behind.name()) != null
                || workspace.table(used) == null && workspace.view(used) == null;
    }
}
