package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.TypeChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the released views, routines, triggers and synonyms, left as they are, that the other differences make fail or shift. Each follows
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
                case VIEW_EDITED -> narrowed(difference);
                case COLUMN_ADDED -> grown(difference);
                case COLUMN_TYPE_CHANGED, COLUMN_TYPE_NARROWED, COLUMN_TYPE_WIDENED -> retyped(difference);
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

    /** Views and triggers that went along when a table was renamed, and stayed with that name when it was dropped. */
    private void strayed() {
        state.views().forEach((key, view) -> {
            View before = released.views().get(key);
            if (before != null) {
                strayed(ObjectPath.of(ObjectKind.VIEW, key), before, view.uses(), before.uses());
            }
        });
        state.triggers().forEach((key, trigger) -> {
            Trigger before = released.triggers().get(key);
            String table = before == null ? null : before.table();
            if (before != null && table != null && dialect.triggersFollowRenames()) {
                strayed(new ObjectPath(ObjectKind.TRIGGER, table, key), before, trigger.uses(), before.uses());
            }
        });
    }

    private void strayed(ObjectPath path, SchemaElement before, SortedSet<String> uses, SortedSet<String> usedBefore) {
        for (String used : uses) {
            ObjectPath table = ObjectPath.table(used);
            List<SchemaChange> trail = provenance.touching(table);
            boolean dropped = !trail.isEmpty() && trail.get(trail.size() - 1) instanceof SchemaChange.Dropped;
            if (dropped && !usedBefore.contains(used) && !isThere(table)) {
                Difference strayed = new Difference(
                        DifferenceKind.DEPENDENT_INVALIDATED,
                        path,
                        nameOf(path, before),
                        before,
                        null,
                        null,
                        trail.get(trail.size() - 1).origin(),
                        trail,
                        phase,
                        table);
                found.add(strayed);
                if (path.kind() == ObjectKind.VIEW) {
                    failing(Set.of(path.owner()), path, strayed, new HashSet<>(Set.of(path.owner())));
                }
            }
        }
    }

    private String nameOf(ObjectPath path, SchemaElement element) {
        return element instanceof Trigger trigger
                ? ObjectNames.trigger(released, trigger, path.owner(), dialect)
                : ObjectNames.of(released, path, dialect);
    }

    private void gone(Difference gone) {
        ObjectPath path = gone.path();
        if (isThere(path)) {
            if (gone.kind() == DifferenceKind.COLUMN_RENAMED) {
                // views whose text has the new name don't go back to the old one
                failing(Set.of(), path, gone, new HashSet<>());
            } else if (gone.kind() == DifferenceKind.COLUMN_DROPPED && gone.after() instanceof Column column) {
                shownAs(use(path), String.valueOf(path.member()), column, gone, new HashSet<>());
                computing(gone, column);
            }
            return;
        }
        Set<String> used = namesOf(path);
        failing(used, path, gone, new HashSet<>());
        if (path.member() == null) {
            synonymsFor(path.owner(), gone);
        }
        if (dialect.bodiesKeepTheirMeaning()) {
            return;
        }
        routinesUsing(use(path), null, gone);
        triggersUsing(used, Trigger.ROW + "." + path.member(), null, gone);
    }

    private static String use(ObjectPath path) {
        return path.member() == null ? path.owner() : path.owner() + "." + path.member();
    }

    /** What is gone, as it was named when its table was released and as those name it who followed that to another name. */
    private Set<String> namesOf(ObjectPath path) {
        String table = provenance.currentTable(path.owner());
        return path.member() == null || table == null
                ? Set.of(use(path))
                : new TreeSet<>(List.of(use(path), use(path.withOwner(table))));
    }

    /** Synonyms are left behind by what they stand for. */
    private void synonymsFor(String target, Difference gone) {
        for (Map.Entry<String, Synonym> entry : state.synonyms().entrySet()) {
            Synonym before = released.synonyms().get(entry.getKey());
            if (before != null
                    && before.database() == null
                    && before.target().equals(entry.getValue().target())
                    && dialect.key(before.target(), dialect.defaultSchema()).equals(target)) {
                add(ObjectPath.of(ObjectKind.SYNONYM, entry.getKey()), before, null, gone);
            }
        }
    }

    /**
     * The views that name what is gone, and those that read these; and the views that no longer show a column by its name.
     *
     * @param used the names of what is gone
     * @param seen keys of the views that were found before
     */
    private void failing(Set<String> used, ObjectPath path, Difference gone, Set<String> seen) {
        for (Map.Entry<String, View> view : state.views().entrySet()) {
            String key = view.getKey();
            View before = released.views().get(key);
            if (before == null || !before.definition().equals(view.getValue().definition())) {
                continue;
            }
            SortedSet<String> uses = (dialect.viewsKeepOldNames() ? before : view.getValue()).uses();
            boolean names = used.stream().anyMatch(uses::contains);
            Set<String> lost = names ? Set.of() : shownNoLonger(before, view.getValue(), path);
            if ((names || !lost.isEmpty()) && seen.add(key)) {
                ObjectPath found = ObjectPath.of(ObjectKind.VIEW, key);
                add(found, before, null, gone, cause(path));
                if (names) {
                    failing(Set.of(key), found, gone, seen);
                }
                for (String column : lost) {
                    ObjectPath shown = ObjectPath.column(key, column);
                    failing(Set.of(use(shown)), shown, gone, seen);
                }
            }
        }
    }

    /** What a view doesn't show any longer although its text is the same, it doesn't show since it has changed itself. */
    private ObjectPath cause(ObjectPath path) {
        View view = path.member() == null ? null : released.views().get(path.owner());
        View now = state.views().get(path.owner());
        return view != null && (now == null || view.definition().equals(now.definition()))
                ? ObjectPath.of(ObjectKind.VIEW, path.owner())
                : path;
    }

    /** A view was defined anew without a column that others read from it. */
    private void narrowed(Difference edited) {
        if (!(edited.before() instanceof View before)
                || !(edited.after() instanceof View after)
                || before.columns() == null
                || after.columns() == null) {
            return;
        }
        Set<String> present = new HashSet<>();
        after.columns().forEach(column -> present.add(dialect.key(column.name())));
        Set<String> seen = new HashSet<>(Set.of(edited.path().owner()));
        for (ViewColumn column : before.columns()) {
            String key = dialect.key(column.name());
            if (!present.contains(key)) {
                ObjectPath gone = ObjectPath.column(edited.path().owner(), key);
                failing(Set.of(use(gone)), gone, edited, seen);
                if (!dialect.bodiesKeepTheirMeaning()) {
                    routinesUsing(use(gone), null, edited);
                }
            }
        }
    }

    /** The keys of those columns of a view that it had from this column, and has no longer by their names. */
    private Set<String> shownNoLonger(View before, View now, ObjectPath column) {
        List<ViewColumn> old = before.columns();
        List<ViewColumn> present = now.columns();
        Set<String> lost = new TreeSet<>();
        if (column.member() != null && old != null && present != null) {
            for (ViewColumn each : old) {
                String key = dialect.key(each.name());
                boolean isShown = Dependence.shows(each, column, dialect);
                if (isShown
                        && present.stream()
                                .noneMatch(other -> dialect.key(other.name()).equals(key))) {
                    lost.add(key);
                }
            }
        }
        return lost;
    }

    /** What shows or computes with a column has another type now, whoever else uses that column. */
    private void retyped(Difference retyped) {
        ObjectPath path = retyped.path();
        if (!(retyped.before() instanceof Column old)
                || !(retyped.after() instanceof Column column)
                || retyped.kind() == DifferenceKind.COLUMN_TYPE_NARROWED
                        && new NarrowedType(old.type(), column.type()).keepsValues()) {
            return;
        }
        shownAs(path.owner() + "." + path.member(), String.valueOf(path.member()), column, retyped, new HashSet<>());
        computing(retyped, column);
    }

    /** Routines and triggers take and give values of the old type. */
    private void computing(Difference retyped, Column column) {
        ObjectPath path = retyped.path();
        if (retyped.before() instanceof Column old && dialect.typeChange(old, column) == TypeChange.CHANGED) {
            routinesUsing(use(path), column, retyped);
            triggersUsing(namesOf(path), Trigger.ROW + "." + path.member(), column, retyped);
        }
    }

    /**
     * The views that use a column, and those that use what these show it as.
     *
     * @param seen keys of the views that were found before
     */
    private void shownAs(String used, String name, Column column, Difference retyped, Set<String> seen) {
        for (Map.Entry<String, View> view : released.views().entrySet()) {
            String key = view.getKey();
            View now = state.views().get(key);
            View before = view.getValue();
            if (now != null
                    && before.definition().equals(now.definition())
                    && before.uses().contains(used)
                    && seen.add(key)) {
                add(ObjectPath.of(ObjectKind.VIEW, key), before, column, retyped);
                shownAs(key + "." + name, name, column, retyped, seen);
            }
        }
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
        // of a view over what nobody knows nobody can say that it answers
        View view = state.views().get(path.owner());
        return table != null
                || view != null && view.columns() != null
                || state.synonyms().containsKey(path.owner())
                || state.routines().containsKey(path.owner());
    }

    private void grown(Difference added) {
        String table = provenance.currentTable(added.path().owner());
        if (table == null || !(added.after() instanceof Column column)) {
            return;
        }
        String name = Dependence.onName(table, column, dialect);
        if (!dialect.bodiesKeepTheirMeaning()) {
            routinesUsing(name, column, added);
            routinesUsing(table + ".*", column, added);
            triggersUsing(Set.of(name), Dependence.onName(Trigger.ROW, column, dialect), column, added);
            triggersUsing(Set.of(table + ".*"), Trigger.ROW + ".*", column, added);
        }
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
            } else if (dialect.is(Dialect.SQL_SERVER)
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
                    && !before.isTriggerFunction()
                    && before.definition().equals(routine.getValue().definition());
            if (same && uses.contains(used) && !(isNumber(used) && growTogether(uses, null))) {
                add(ObjectPath.of(ObjectKind.ROUTINE, routine.getKey()), before, added, cause);
            }
        }
    }

    /**
     * What a trigger does fails with every write to its table, whether it is edited or not.
     *
     * @param used uses in the state
     * @param ofRow the same as a use of the rows of the released table that the difference is about
     */
    private void triggersUsing(Set<String> used, String ofRow, @Nullable Column added, Difference cause) {
        for (Map.Entry<String, Trigger> entry : released.triggers().entrySet()) {
            Trigger before = entry.getValue();
            String table = before.table();
            Trigger now = state.triggers().get(currentKey(entry.getKey(), table));
            if (now == null || table == null || !now.enabled()) {
                continue;
            }
            SortedSet<String> uses = new TreeSet<>(now.uses());
            Routine function = state.routines().get(String.valueOf(now.function()));
            if (function != null) {
                uses.addAll(function.uses());
            }
            boolean fails = used.stream().anyMatch(uses::contains)
                    || table.equals(cause.path().owner()) && uses.contains(ofRow);
            if (fails && !(used.stream().allMatch(DependentComparison::isNumber) && growTogether(uses, table))) {
                add(new ObjectPath(ObjectKind.TRIGGER, table, entry.getKey()), before, added, cause);
            }
        }
    }

    /** Where a trigger's name belongs to its table, it went along with that. */
    private String currentKey(String triggerKey, @Nullable String table) {
        String tableNow = table == null ? null : provenance.currentTable(table);
        boolean moved = tableNow != null && dialect.triggersNamedPerTable() && triggerKey.startsWith(table + ".");
        return moved ? tableNow + triggerKey.substring(String.valueOf(table).length()) : triggerKey;
    }

    private static boolean isNumber(String used) {
        return used.endsWith(".*");
    }

    /**
     * Whether all the tables whose columns are counted, two at least, have got equally many new ones; or at most as many as
     * each table that takes longer rows.
     */
    private boolean growTogether(SortedSet<String> uses, @Nullable String ownTable) {
        SortedSet<Integer> counted = growth(uses, ".*", ownTable);
        SortedSet<Integer> takers = growth(uses, ".+", ownTable);
        if (!takers.isEmpty()) {
            return counted.last() <= takers.first();
        }
        return counted.size() == 1
                && uses.stream().filter(DependentComparison::isNumber).count() > 1;
    }

    /** By how many columns the tables of the uses that end like this have grown. */
    private SortedSet<Integer> growth(SortedSet<String> uses, String ending, @Nullable String ownTable) {
        SortedSet<Integer> growth = new TreeSet<>();
        for (String use : uses) {
            if (use.endsWith(ending)) {
                String key = use.substring(0, use.length() - ending.length());
                growth.add(growth(key.equals(Trigger.ROW) ? String.valueOf(ownTable) : releasedTable(key)));
            }
        }
        return growth;
    }

    private String releasedTable(String key) {
        String before = provenance.releasedTable(key);
        return before == null ? key : before;
    }

    private int growth(String releasedTable) {
        Table before = released.tables().get(releasedTable);
        Table now = state.tables().get(String.valueOf(provenance.currentTable(releasedTable)));
        return before == null || now == null
                ? 0
                : now.columns().size() - before.columns().size();
    }

    private void add(ObjectPath path, SchemaElement before, @Nullable Column added, Difference cause) {
        add(path, before, added, cause, cause.path());
    }

    /** @param nearest of what it follows from, what it depends on itself */
    private void add(
            ObjectPath path, SchemaElement before, @Nullable Column added, Difference cause, ObjectPath nearest) {
        found.add(new Difference(
                DifferenceKind.DEPENDENT_INVALIDATED,
                path,
                nameOf(path, before),
                before,
                added,
                null,
                cause.origin(),
                cause.trail(),
                cause.phase(),
                nearest));
    }
}
