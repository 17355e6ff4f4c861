package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the released views and routines, left as they are, that the other differences make fail or shift. Each follows
 * from the difference that does it: where that is a break itself, it is told there.
 */
final class DependentComparison {
    private final Schema released;
    private final Schema state;
    private final Provenance provenance;
    private final Dialect dialect;
    private final Phase phase;
    private final List<Difference> found = new ArrayList<>();

    DependentComparison(Schema released, Schema state, Provenance provenance, Dialect dialect, Phase phase) {
        this.released = released;
        this.state = state;
        this.provenance = provenance;
        this.dialect = dialect;
        this.phase = phase;
    }

    List<Difference> of(List<Difference> differences) {
        for (Difference difference : differences) {
            switch (difference.kind()) {
                case TABLE_DROPPED,
                        TABLE_RENAMED,
                        COLUMN_DROPPED,
                        COLUMN_RENAMED,
                        VIEW_DROPPED,
                        VIEW_RENAMED,
                        ROUTINE_DROPPED,
                        ROUTINE_RENAMED -> gone(difference);
                case COLUMN_ADDED -> grown(difference);
                default -> {
                    // nothing that a definition names is gone or has another place
                }
            }
        }
        if (dialect.viewsFollowRenames() && !dialect.dropIsRestricted()) {
            strayed();
        }
        return found;
    }

    /** Views that went along when their table was renamed, and stayed with that name when the table was dropped. */
    private void strayed() {
        for (Map.Entry<String, View> view : state.views().entrySet()) {
            View before = released.views().get(view.getKey());
            if (before == null) {
                continue;
            }
            for (String used : view.getValue().uses()) {
                ObjectPath table = ObjectPath.table(used);
                List<SchemaChange> trail = provenance.touching(table);
                boolean dropped = !trail.isEmpty() && trail.get(trail.size() - 1) instanceof SchemaChange.Dropped;
                if (dropped && !before.uses().contains(used) && !isThere(table)) {
                    found.add(new Difference(
                            DifferenceKind.DEPENDENT_INVALIDATED,
                            ObjectPath.of(ObjectKind.VIEW, view.getKey()),
                            ObjectNames.written(before.name(), dialect),
                            before,
                            null,
                            null,
                            trail.get(trail.size() - 1).origin(),
                            trail,
                            phase,
                            table));
                }
            }
        }
    }

    private void gone(Difference gone) {
        ObjectPath path = gone.path();
        if (isThere(path)) {
            return;
        }
        String used = path.member() == null ? path.owner() : path.owner() + "." + path.member();
        for (Map.Entry<String, View> view : state.views().entrySet()) {
            View before = released.views().get(view.getKey());
            if (before != null
                    && before.definition().equals(view.getValue().definition())
                    && view.getValue().uses().contains(used)) {
                add(ObjectPath.of(ObjectKind.VIEW, view.getKey()), before, null, gone);
            }
        }
        routinesUsing(used, null, gone);
    }

    /** Whether something answers to the name again. */
    private boolean isThere(ObjectPath path) {
        String member = path.member();
        Table table = state.tables().get(path.owner());
        if (member != null) {
            return table != null
                    && table.columns().stream()
                            .anyMatch(column -> dialect.key(column.name()).equals(member));
        }
        return table != null
                || state.views().containsKey(path.owner())
                || state.synonyms().containsKey(path.owner())
                || state.routines().containsKey(path.owner());
    }

    private void grown(Difference added) {
        String table = provenance.currentTable(added.path().owner());
        if (table == null || !(added.after() instanceof Column column)) {
            return;
        }
        String name = Dependence.onName(table, column, dialect);
        routinesUsing(name, column, added);
        routinesUsing(table + ".*", column, added);
        if (!dialect.viewsLookNamesUpAgain()) {
            return;
        }
        for (Map.Entry<String, View> view : state.views().entrySet()) {
            View before = released.views().get(view.getKey());
            List<ViewColumn> columns = view.getValue().columns();
            boolean same =
                    before != null && before.definition().equals(view.getValue().definition());
            if (same && view.getValue().uses().contains(name)) {
                add(ObjectPath.of(ObjectKind.VIEW, view.getKey()), before, column, added);
            } else if (dialect == Dialect.SQL_SERVER
                    && before != null
                    && columns != null
                    && isShifted(columns, table, column)) {
                add(ObjectPath.of(ObjectKind.VIEW, view.getKey()), before, column, added);
            }
        }
    }

    /** Whether columns follow those of the table's star, which doesn't know the new one. */
    private boolean isShifted(List<ViewColumn> columns, String table, Column added) {
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (table.equals(columns.get(i).star())) {
                last = i;
                if (dialect.key(columns.get(i).name()).equals(dialect.key(added.name()))) {
                    return false;
                }
            }
        }
        return last >= 0 && last < columns.size() - 1;
    }

    private void routinesUsing(String used, @Nullable Column added, Difference cause) {
        for (Map.Entry<String, Routine> routine : state.routines().entrySet()) {
            Routine before = released.routines().get(routine.getKey());
            SortedSet<String> uses = routine.getValue().uses();
            boolean same = before != null
                    && before.definition().equals(routine.getValue().definition());
            if (before == null || !same || !uses.contains(used)) {
                continue;
            }
            if (!before.isTriggerFunction()) {
                add(ObjectPath.of(ObjectKind.ROUTINE, routine.getKey()), before, added, cause);
                continue;
            }
            for (Map.Entry<String, Trigger> trigger : released.triggers().entrySet()) {
                String table = trigger.getValue().table();
                if (routine.getKey().equals(trigger.getValue().function())
                        && table != null
                        && state.triggers().containsKey(trigger.getKey())) {
                    ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, table, trigger.getKey());
                    add(path, trigger.getValue(), added, cause);
                }
            }
        }
    }

    private void add(ObjectPath path, SchemaElement before, @Nullable Column added, Difference cause) {
        String name = before instanceof Trigger trigger
                ? ObjectNames.written(trigger.name(), dialect)
                : ObjectNames.of(released, path, dialect);
        found.add(new Difference(
                DifferenceKind.DEPENDENT_INVALIDATED,
                path,
                name,
                before,
                added,
                null,
                cause.origin(),
                cause.trail(),
                cause.phase(),
                cause.path()));
    }
}
