package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.TypeChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Compares the columns of a released table with what they are now. */
final class TableComparison {
    private final String key;
    private final String name;
    private final Table before;
    private final Table current;
    private final TrackedTable tracked;
    private final Provenance provenance;
    private final Map<String, UserType> releasedTypes;
    private final Map<String, UserType> types;
    private final Dialect dialect;
    private final Phase phase;
    private final List<Difference> differences = new ArrayList<>();

    TableComparison(
            String key,
            Table before,
            Table current,
            TrackedTable tracked,
            Provenance provenance,
            Schema released,
            Schema state,
            Dialect dialect,
            Phase phase) {
        this.key = key;
        this.name = ObjectNames.written(before.name(), dialect);
        this.before = before;
        this.current = current;
        this.tracked = tracked;
        this.provenance = provenance;
        this.releasedTypes = released.types();
        this.types = state.types();
        this.dialect = dialect;
        this.phase = phase;
    }

    List<Difference> differences() {
        for (Column column : before.columns()) {
            released(column);
        }
        places();
        return differences;
    }

    private void released(Column old) {
        String oldKey = dialect.key(old.name());
        String currentKey = tracked.currentColumn(oldKey);
        Column now = currentKey == null ? null : column(current, currentKey);
        if (now == null || currentKey == null) {
            SchemaChange lost = tracked.lostColumns.get(oldKey);
            if (lost == null && before.assumed()) {
                // known only from a script that has not run yet
                return;
            }
            add(
                    DifferenceKind.COLUMN_DROPPED,
                    old,
                    column(current, oldKey),
                    null,
                    lost == null ? Trail.of(tracked) : lost.origin(),
                    tracked.trail,
                    lost instanceof SchemaChange.Dropped dropped ? dropped.cause() : null);
            return;
        }
        List<SchemaChange> trail = Objects.requireNonNull(tracked.columns.get(currentKey)).trail;
        String currentTable = tracked.key == null ? key : tracked.key;
        ObjectPath newPath = ObjectPath.column(currentTable, currentKey);
        Origin renaming = currentKey.equals(oldKey) ? null : renaming(trail);
        if (renaming != null) {
            add(DifferenceKind.COLUMN_RENAMED, old, now, newPath, renaming, trail, null);
        }
        compare(old, now, newPath, trail, renaming);
    }

    private @Nullable Origin renaming(List<SchemaChange> trail) {
        Origin origin = null;
        for (SchemaChange change : trail) {
            if (change instanceof SchemaChange.Renamed) {
                origin = change.origin();
            }
        }
        return origin == null ? Trail.of(tracked) : origin;
    }

    /** @param renaming where the column got another name; what the same clause does to it besides belongs to that */
    private void compare(
            Column old, Column now, ObjectPath newPath, List<SchemaChange> trail, @Nullable Origin renaming) {
        List<Step> steps = new ArrayList<>();
        boolean toldAnew = isToldAnew(old, now);
        if (old.nullable() != now.nullable()
                && !(toldAnew && now.identity() != Identity.NONE)
                && !followsFromKeyOrNumbering(old, now)) {
            steps.add(
                    old.nullable()
                            ? new Step(
                                    DifferenceKind.COLUMN_MADE_REQUIRED,
                                    (a, b) -> (a == null || a.nullable()) && !b.nullable())
                            : new Step(
                                    DifferenceKind.COLUMN_MADE_NULLABLE,
                                    (a, b) -> a != null && !a.nullable() && b.nullable()));
        }
        if (!toldAnew) {
            compareMore(old, now, steps);
            if (mayHaveLostNull(old, now, trail)) {
                steps.add(new Step(DifferenceKind.COLUMN_DEFAULT_DROPPED, (a, b) -> b.equals(a)));
            }
        }
        for (Step step : steps) {
            Origin origin = Trail.of(trail, step.made());
            if (origin == null) {
                origin = Trail.last(trail);
            }
            ObjectPath path = ObjectPath.column(key, dialect.key(old.name()));
            boolean byTheSameClause =
                    origin != null && renaming != null && origin.span().equals(renaming.span());
            add(
                    step.kind(),
                    old,
                    now,
                    newPath.equals(path) ? null : newPath,
                    origin == null ? Trail.of(tracked) : origin,
                    trail,
                    byTheSameClause ? path : null);
        }
    }

    /** In MySQL a column without a default has NULL for one, which DROP DEFAULT takes away; the model can't tell. */
    private static boolean mayHaveLostNull(Column old, Column now, List<SchemaChange> trail) {
        return old.nullable()
                && now.nullable()
                && old.defaultValue() == null
                && now.defaultValue() == null
                && !trail.isEmpty()
                && trail.get(trail.size() - 1) instanceof SchemaChange.Altered last
                && last.before() instanceof Column before
                && before.equals(last.after());
    }

    /** What a key or numbering that comes or goes does to NULL is told with that. */
    private boolean followsFromKeyOrNumbering(Column old, Column now) {
        if (old.nullable()) {
            return now.nullableItself() && now.identity() != Identity.NONE;
        }
        PrimaryKey primaryKey = before.primaryKey();
        boolean inKey = primaryKey != null
                && primaryKey.columns().stream()
                        .anyMatch(each -> dialect.key(each).equals(dialect.key(old.name())));
        return old.nullableItself() && (inKey || old.identity() != Identity.NONE);
    }

    /** A statement says all of a column of which nothing is known but that it was there: most may be as it was. */
    private boolean isToldAnew(Column old, Column now) {
        return before.assumed() && old.type().isUnknown() && !now.type().isUnknown();
    }

    private void compareMore(Column old, Column now, List<Step> steps) {
        if (!DefaultValues.same(old.defaultValue(), now.defaultValue())
                && !isLabelThatIsGone(old.defaultValue(), now)) {
            steps.add(new Step(
                    defaultKind(old, now),
                    (a, b) -> a != null && !DefaultValues.same(a.defaultValue(), b.defaultValue())));
        }
        DifferenceKind typeKind = typeKind(old, now);
        boolean charsetIsNarrower = typeKind != null && old.type().equals(now.type());
        if (charsetIsNarrower) {
            steps.add(new Step(typeKind, (a, b) -> a != null && !Collations.same(a, b)));
        } else if (typeKind != null) {
            steps.add(new Step(typeKind, (a, b) -> a != null && !a.type().equals(b.type())));
        }
        if (!charsetIsNarrower && !Collations.same(old, now)) {
            steps.add(new Step(DifferenceKind.COLUMN_COLLATION_CHANGED, (a, b) -> a != null && !Collations.same(a, b)));
        }
        if (!Objects.equals(old.generated(), now.generated())) {
            steps.add(new Step(
                    generatedKind(old, now), (a, b) -> a != null && !Objects.equals(a.generated(), b.generated())));
        }
        if (old.identity() != now.identity()) {
            steps.add(new Step(
                    DifferenceKind.COLUMN_IDENTITY_CHANGED, (a, b) -> a != null && a.identity() != b.identity()));
        }
        if (!DefaultValues.same(old.onUpdate(), now.onUpdate())) {
            steps.add(new Step(
                    DifferenceKind.COLUMN_ON_UPDATE_CHANGED,
                    (a, b) -> a != null && !DefaultValues.same(a.onUpdate(), b.onUpdate())));
        }
        if (old.invisible() != now.invisible()) {
            steps.add(new Step(
                    now.invisible() ? DifferenceKind.COLUMN_HIDDEN : DifferenceKind.COLUMN_SHOWN,
                    (a, b) -> a != null && a.invisible() != b.invisible()));
        }
        if (old.marks().deprecated() == null && now.marks().deprecated() != null) {
            steps.add(new Step(
                    DifferenceKind.COLUMN_DEPRECATED,
                    (a, b) -> (a == null || a.marks().deprecated() == null)
                            && b.marks().deprecated() != null));
        }
    }

    /** A way in which a column differs, and how to tell the change that did it. */
    private record Step(DifferenceKind kind, BiPredicate<@Nullable Column, Column> made) {}

    /** A default that was a label of an enum goes with the label, which is told of where the type is judged. */
    private boolean isLabelThatIsGone(@Nullable String oldDefault, Column now) {
        UserType type = types.get(now.type().name());
        return oldDefault != null
                && now.defaultValue() != null
                && type != null
                && type.typeKind().equals("enum")
                && type.labels().stream()
                        .noneMatch(label -> DefaultValues.same(DefaultValues.string(label), oldDefault));
    }

    private static DifferenceKind defaultKind(Column old, Column now) {
        if (old.defaultValue() == null) {
            return DifferenceKind.COLUMN_DEFAULT_ADDED;
        }
        return now.defaultValue() == null
                ? DifferenceKind.COLUMN_DEFAULT_DROPPED
                : DifferenceKind.COLUMN_DEFAULT_CHANGED;
    }

    private static DifferenceKind generatedKind(Column old, Column now) {
        if (old.generated() == null) {
            return DifferenceKind.COLUMN_MADE_GENERATED;
        }
        return now.generated() == null ? DifferenceKind.COLUMN_MADE_PLAIN : DifferenceKind.COLUMN_EXPRESSION_CHANGED;
    }

    private @Nullable DifferenceKind typeKind(Column old, Column now) {
        if (old.generated() != null && now.generated() == null || old.generated() == null && now.generated() != null) {
            // SQL Server works out the type of a computed column; that it is computed says enough
            return null;
        }
        if (EnumLabels.areInline(old.type(), now.type())) {
            return EnumLabels.kind(old.type().arguments(), now.type().arguments(), false);
        }
        if (isRenamedType(old.type().name(), now.type().name())) {
            // what a column of it holds is the same
            return null;
        }
        TypeChange change = dialect.typeChange(withoutDomain(old, now), now);
        return switch (change) {
            case SAME -> null;
            case LONGER -> DifferenceKind.COLUMN_TYPE_LONGER;
            case WIDENED -> DifferenceKind.COLUMN_TYPE_WIDENED;
            case NARROWED -> DifferenceKind.COLUMN_TYPE_NARROWED;
            case CHANGED -> DifferenceKind.COLUMN_TYPE_CHANGED;
        };
    }

    /** The old column with the type that its domain is made of, where all that it loses is conditions. */
    private Column withoutDomain(Column old, Column now) {
        UserType domain = releasedTypes.get(old.type().name());
        boolean onlyConditions = domain != null
                && !old.type().name().equals(now.type().name())
                && domain.defaultValue() == null
                && (!domain.notNull() || !now.nullable());
        ColumnType base = onlyConditions ? domain.baseType() : null;
        return base == null ? old : old.withType(base);
    }

    private boolean isRenamedType(String old, String now) {
        ObjectPath renamed = provenance.movedTo(ObjectPath.of(ObjectKind.TYPE, old));
        return renamed != null && renamed.owner().equals(now);
    }

    /** New columns, and released ones that stand elsewhere among themselves. */
    private void places() {
        List<Column> now = current.columns();
        List<String> releasedOrder = before.columns().stream()
                .map(column -> dialect.key(column.name()))
                .toList();
        List<Integer> order = new ArrayList<>();
        List<Column> survivors = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Column column = now.get(i);
            TrackedColumn known = tracked.columns.get(dialect.key(column.name()));
            String releasedKey = known == null ? null : known.releasedKey;
            if (releasedKey != null) {
                order.add(releasedOrder.indexOf(releasedKey));
                survivors.add(column);
            } else if (!releasedOrder.contains(dialect.key(column.name())) || renamedAway(column)) {
                boolean inserted = !before.assumed()
                        && now.subList(i + 1, now.size()).stream().anyMatch(this::isReleased);
                added(column, known == null ? tracked.trail : known.trail, inserted);
            }
        }
        // nobody knows the order of columns of a table that no script made
        List<Integer> inOrder = before.assumed() ? order : longestAscending(order);
        Set<String> moved = new LinkedHashSet<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            if (!inOrder.contains(order.get(i))) {
                Column column = survivors.get(i);
                TrackedColumn known = Objects.requireNonNull(tracked.columns.get(dialect.key(column.name())));
                Origin origin = Trail.last(known.trail);
                if (origin == null) {
                    origin = Trail.of(tracked);
                }
                String place = origin == null ? "" : origin.span().toString() + " " + origin.order();
                moved.add(place);
                if (origin != null) {
                    origins.put(place, origin);
                }
            }
        }
        for (String place : moved) {
            differences.add(new Difference(
                    DifferenceKind.COLUMN_REORDERED,
                    ObjectPath.table(key),
                    name,
                    before,
                    current,
                    null,
                    origins.get(place),
                    tracked.trail,
                    phase,
                    null));
        }
    }

    /** Whether the released column of this name lives on under another one. */
    private boolean renamedAway(Column column) {
        return tracked.currentColumn(dialect.key(column.name())) != null;
    }

    private boolean isReleased(Column column) {
        TrackedColumn known = tracked.columns.get(dialect.key(column.name()));
        return known != null && known.releasedKey != null;
    }

    private void added(Column column, List<SchemaChange> trail, boolean inserted) {
        Origin origin = Trail.of(
                trail,
                (a, b) -> OmittedValue.isDemanded(b, dialect, types)
                        && (a == null || !OmittedValue.isDemanded(a, dialect, types)));
        if (origin == null) {
            origin = trail.isEmpty() ? Trail.of(tracked) : trail.get(0).origin();
        }
        ObjectPath path = ObjectPath.column(key, dialect.key(column.name()));
        String full = ObjectNames.member(name, column.name());
        differences.add(new Difference(
                DifferenceKind.COLUMN_ADDED, path, full, null, column, null, origin, trail, phase, null));
        if (inserted) {
            Origin place = trail.isEmpty() ? Trail.of(tracked) : trail.get(0).origin();
            differences.add(new Difference(
                    DifferenceKind.COLUMN_INSERTED, path, full, null, column, null, place, trail, phase, null));
        }
    }

    /** The most numbers that can stay where they are. */
    private static List<Integer> longestAscending(List<Integer> numbers) {
        int[] length = new int[numbers.size()];
        int[] previous = new int[numbers.size()];
        int best = -1;
        for (int i = 0; i < numbers.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (numbers.get(j) < numbers.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) {
                best = i;
            }
        }
        List<Integer> result = new ArrayList<>();
        for (int i = best; i >= 0; i = previous[i]) {
            result.add(numbers.get(i));
        }
        return result;
    }

    private @Nullable Column column(Table table, String columnKey) {
        for (Column column : table.columns()) {
            if (dialect.key(column.name()).equals(columnKey)) {
                return column;
            }
        }
        return null;
    }

    private void add(
            DifferenceKind kind,
            Column old,
            @Nullable Column now,
            @Nullable ObjectPath newPath,
            @Nullable Origin origin,
            List<SchemaChange> trail,
            @Nullable ObjectPath cause) {
        differences.add(new Difference(
                kind,
                ObjectPath.column(key, dialect.key(old.name())),
                ObjectNames.member(name, old.name()),
                old,
                now,
                newPath,
                origin,
                trail,
                phase,
                cause));
    }
}
