package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares views: what they give, whatever their text. */
final class ViewComparison {
    private final Schema released;
    private final Schema state;
    private final Dialect dialect;
    private final Provenance provenance;
    private final ObjectDifferences found;

    ViewComparison(Schema released, Schema state, Dialect dialect, Provenance provenance, ObjectDifferences found) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.provenance = provenance;
        this.found = found;
    }

    void compare() {
        Set<String> known = new HashSet<>(released.views().keySet());
        for (Map.Entry<String, View> entry : released.views().entrySet()) {
            View before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.VIEW, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            View now = state.views().get(entry.getKey());
            if (now != null) {
                if (!before.definition().equals(now.definition()) || columnsMoved(before, now, path)) {
                    found.add(DifferenceKind.VIEW_EDITED, path, name, before, now, null, defined(path, before, now));
                }
                continue;
            }
            ObjectPath target = provenance.movedTo(path);
            View moved = target == null ? null : state.views().get(target.owner());
            if (moved != null && target != null) {
                known.add(target.owner());
            }
            found.gone(DifferenceKind.VIEW_DROPPED, DifferenceKind.VIEW_RENAMED, path, name, before, moved, target);
        }
        for (Map.Entry<String, View> entry : state.views().entrySet()) {
            if (!known.contains(entry.getKey())) {
                ObjectPath path = ObjectPath.of(ObjectKind.VIEW, entry.getKey());
                View view = entry.getValue();
                found.add(
                        DifferenceKind.VIEW_ADDED,
                        path,
                        ObjectNames.written(view.name(), dialect),
                        null,
                        view,
                        null,
                        found.made(path));
            }
        }
    }

    /** The change that gave the view its text; a refresh behind it changes nothing but columns. */
    private @Nullable Origin defined(ObjectPath path, View before, View now) {
        List<SchemaChange> trail = provenance.touching(path);
        for (int i = trail.size() - 1; i >= 0 && !before.definition().equals(now.definition()); i--) {
            if (trail.get(i) instanceof SchemaChange.Created
                    || trail.get(i) instanceof SchemaChange.Altered altered
                            && altered.before() instanceof View old
                            && altered.after() instanceof View edited
                            && !old.definition().equals(edited.definition())) {
                return trail.get(i).origin();
            }
        }
        return found.made(path);
    }

    /** Whether the same text was resolved anew to other columns; what follows from a column's own change isn't it. */
    private boolean columnsMoved(View before, View now, ObjectPath path) {
        List<ViewColumn> old = before.columns();
        List<ViewColumn> current = now.columns();
        return old != null
                && current != null
                && !names(old).equals(names(current))
                && !followed(old).equals(names(current))
                && !provenance.touching(path).isEmpty();
    }

    /** The names that the columns have if nothing but what became of the tables' own columns is to be seen. */
    private List<String> followed(List<ViewColumn> columns) {
        List<String> names = new ArrayList<>();
        for (ViewColumn column : columns) {
            String key = dialect.key(column.name());
            String star = column.star();
            if (star != null && released.tables().containsKey(star)) {
                key = provenance.currentColumn(star, key);
            }
            if (key != null) {
                names.add(key);
            }
        }
        return names;
    }

    private List<String> names(List<ViewColumn> columns) {
        return columns.stream().map(column -> dialect.key(column.name())).toList();
    }
}
