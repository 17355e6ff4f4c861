package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the keys, foreign keys, checks and indexes of a released table with what they are now. */
final class ConstraintComparison {
    private static final String NEW = "new ";

    private final String key;
    private final String name;
    private final Table before;
    private final Table current;
    private final TrackedTable tracked;
    private final Provenance provenance;
    private final Dialect dialect;
    private final Phase phase;
    private final List<Difference> differences = new ArrayList<>();

    ConstraintComparison(
            String key,
            Table before,
            Table current,
            TrackedTable tracked,
            Provenance provenance,
            Dialect dialect,
            Phase phase) {
        this.key = key;
        this.name = ObjectNames.written(before.name(), dialect);
        this.before = before;
        this.current = current;
        this.tracked = tracked;
        this.provenance = provenance;
        this.dialect = dialect;
        this.phase = phase;
    }

    List<Difference> differences() {
        keys();
        indexes();
        foreignKeys();
        checks();
        return differences;
    }

    // ---- what makes rows unique

    private void keys() {
        List<TableKey> old = TableKey.of(before);
        List<TableKey> now = TableKey.of(current);
        List<List<String>> shrunk = new ArrayList<>();
        for (TableKey added : now) {
            List<String> columns = released(added.columns());
            if (old.stream().noneMatch(known -> sameKey(known, added, columns))) {
                shrunk.add(columns);
                add(DifferenceKind.KEY_ADDED, added.element(), null, added.element(), making(added.element()), null);
            }
        }
        for (TableKey gone : old) {
            List<String> columns = folded(gone.columns());
            boolean stays = now.stream()
                    .anyMatch(known -> new HashSet<>(released(known.columns())).equals(new HashSet<>(columns))
                            && (known.where() == null || known.where().equals(gone.where())));
            // a key that lost columns is stricter, which is said already
            if (!stays && shrunk.stream().noneMatch(columns::containsAll)) {
                SchemaChange.Dropped dropped = Trail.dropping(tracked.trail, gone.element());
                add(
                        gone.element().kind() == ObjectKind.PRIMARY_KEY
                                ? DifferenceKind.PRIMARY_KEY_DROPPED
                                : DifferenceKind.UNIQUE_DROPPED,
                        gone.element(),
                        gone.element(),
                        null,
                        dropped == null ? Trail.of(tracked) : dropped.origin(),
                        cause(dropped, columns));
            }
        }
    }

    private boolean sameKey(TableKey known, TableKey added, List<String> columns) {
        String where = afterRenames(known.where());
        return new HashSet<>(folded(known.columns())).equals(new HashSet<>(columns))
                && (where == null || where.equals(added.where()))
                && (known.nullsEqual() || !added.nullsEqual());
    }

    /**
     * What lost a column fell with it, also if the script had to take it away itself before the engine let the column
     * go.
     */
    private @Nullable ObjectPath cause(SchemaChange.@Nullable Dropped dropped, List<String> columns) {
        if (dropped != null && dropped.cause() != null) {
            return dropped.cause();
        }
        for (String column : columns) {
            if (tracked.lostColumns.containsKey(column)) {
                return ObjectPath.column(key, column);
            }
        }
        return null;
    }

    // ---- plain indexes

    private void indexes() {
        for (Index index : current.indexes()) {
            if (!index.unique() && before.indexes().stream().noneMatch(old -> sameIndex(old, index))) {
                add(DifferenceKind.INDEX_ADDED, index, null, index, making(index), null);
            }
        }
        for (Index index : before.indexes()) {
            boolean served = current.indexes().stream().anyMatch(now -> sameIndex(index, now) || serves(index, now))
                    || isOrdered(index) && TableKey.of(current).stream().anyMatch(now -> serves(index, now));
            boolean named = current.indexes().stream()
                    .anyMatch(now -> dialect.key(now.name()).equals(dialect.key(index.name())));
            if (!index.unique() && !(served && named)) {
                SchemaChange.Dropped dropped = Trail.dropping(tracked.trail, index);
                Origin renamed = Trail.renaming(provenance.touching(pathNow(index)));
                Origin last = renamed == null ? Trail.of(tracked) : renamed;
                add(
                        served ? DifferenceKind.INDEX_REPLACED : DifferenceKind.INDEX_DROPPED,
                        index,
                        index,
                        null,
                        dropped == null ? last : dropped.origin(),
                        cause(dropped, folded(index.columns())));
            }
        }
    }

    private ObjectPath pathNow(Index index) {
        return new ObjectPath(ObjectKind.INDEX, String.valueOf(tracked.key), dialect.key(index.name()));
    }

    private boolean sameIndex(Index old, Index now) {
        return folded(old.columns()).equals(released(now.columns()))
                && old.method().equals(now.method())
                && Objects.equals(afterRenames(old.where()), now.where());
    }

    /** Whether a larger index finds all that the old one found: it begins with the same columns. */
    private boolean serves(Index old, Index now) {
        List<String> columns = folded(old.columns());
        List<String> others = released(now.columns());
        boolean inAnyOrder =
                old.method().equals("gin") || old.method().equals("fulltext") && dialect.is(Dialect.SQL_SERVER);
        boolean holds = isOrdered(old) ? begins(others, columns) : inAnyOrder && others.containsAll(columns);
        return holds
                && old.method().equals(now.method())
                && (now.where() == null || now.where().equals(afterRenames(old.where())));
    }

    private boolean serves(Index old, TableKey now) {
        return begins(released(now.columns()), folded(old.columns()))
                && (now.where() == null || now.where().equals(afterRenames(old.where())));
    }

    private static boolean begins(List<String> columns, List<String> beginning) {
        return columns.size() >= beginning.size()
                && columns.subList(0, beginning.size()).equals(beginning);
    }

    private static boolean isOrdered(Index index) {
        return index.method().equals("btree");
    }

    // ---- foreign keys

    private void foreignKeys() {
        List<ForeignKey> left = new ArrayList<>(before.foreignKeys());
        List<ForeignKey> enforced =
                before.foreignKeys().stream().filter(ForeignKey::enforced).toList();
        List<ForeignKey> added = new ArrayList<>();
        for (ForeignKey now : current.foreignKeys()) {
            ForeignKey same = find(left, now, true);
            if (same == null) {
                ForeignKey twin = now.enforced() ? find(enforced, now, true) : null;
                if (twin == null) {
                    added.add(now);
                } else if (!isBehind(twin, now)) {
                    compare(twin, now);
                }
                continue;
            }
            left.remove(same);
            compare(same, now);
        }
        for (ForeignKey now : added) {
            if (!now.enforced()) {
                continue;
            }
            ForeignKey replaced = find(left, now, false);
            if (replaced != null) {
                left.remove(replaced);
                add(DifferenceKind.FOREIGN_KEY_CHANGED, now, replaced, now, making(now), null);
            } else {
                add(DifferenceKind.FOREIGN_KEY_ADDED, now, null, now, making(now), null);
            }
        }
        for (ForeignKey gone : left) {
            SchemaChange.Dropped dropped = Trail.dropping(tracked.trail, gone);
            add(
                    DifferenceKind.FOREIGN_KEY_DROPPED,
                    gone,
                    gone,
                    null,
                    dropped == null ? Trail.of(tracked) : dropped.origin(),
                    cause(dropped, folded(gone.columns())));
        }
    }

    /** Whether the old key stands still, and has dealt with the rows before the new one asks for them. */
    private boolean isBehind(ForeignKey old, ForeignKey now) {
        return dialect.olderForeignKeysActFirst()
                && now.onDelete().equals("no action")
                && now.onUpdate().equals("no action")
                && current.foreignKeys().stream()
                        .anyMatch(each -> each != now
                                && each.enforced()
                                && old.equals(find(List.of(old), each, true))
                                && sameAction(old.onDelete(), each.onDelete())
                                && sameAction(old.onUpdate(), each.onUpdate()));
    }

    private void compare(ForeignKey old, ForeignKey now) {
        if (!old.enforced() && now.enforced()) {
            add(DifferenceKind.FOREIGN_KEY_ADDED, now, null, now, making(now), null);
        } else if (old.enforced() && !now.enforced()) {
            add(DifferenceKind.FOREIGN_KEY_DROPPED, now, old, null, making(now), null);
        } else if (!sameAction(old.onDelete(), now.onDelete()) || !sameAction(old.onUpdate(), now.onUpdate())) {
            add(DifferenceKind.FOREIGN_KEY_CHANGED, now, old, now, making(now), null);
        }
    }

    static boolean sameAction(String one, String other) {
        return action(one).equals(action(other));
    }

    /** RESTRICT is NO ACTION that can't be put off: the writer is refused either way. */
    private static String action(String action) {
        return action.equals("restrict") ? "no action" : action;
    }

    private @Nullable ForeignKey find(List<ForeignKey> keys, ForeignKey now, boolean sameTarget) {
        List<String> columns = released(now.columns());
        String target = provenance.releasedTable(now.references());
        for (ForeignKey old : keys) {
            boolean sameColumns = folded(old.columns()).equals(columns);
            boolean same = old.references().equals(target == null ? now.references() : target)
                    && sameReferenced(old, now, target);
            if (sameColumns && (same || !sameTarget)) {
                return old;
            }
        }
        return null;
    }

    private boolean sameReferenced(ForeignKey old, ForeignKey now, @Nullable String target) {
        if (old.referencedColumns().isEmpty() || now.referencedColumns().isEmpty() || target == null) {
            return true;
        }
        List<String> columns = new ArrayList<>();
        for (String column : now.referencedColumns()) {
            String released = provenance.releasedColumn(target, column);
            String untold = provenance.tellsOfColumn(target, column) ? NEW + dialect.key(column) : dialect.key(column);
            columns.add(released == null ? untold : released);
        }
        return folded(old.referencedColumns()).equals(columns);
    }

    // ---- checks

    private void checks() {
        List<Check> left = new ArrayList<>(before.checks());
        List<Check> added = new ArrayList<>();
        for (Check now : current.checks()) {
            Check same = left.stream()
                    .filter(old -> old.exclusion() == now.exclusion()
                            && now.expression().equals(afterRenames(old.expression())))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                added.add(now);
                continue;
            }
            left.remove(same);
            if (!same.enforced() && now.enforced()) {
                add(addedKind(now), now, null, now, making(now), null);
            } else if (same.enforced() && !now.enforced()) {
                add(droppedKind(now), now, same, null, making(now), null);
            }
        }
        for (Check now : added) {
            if (!now.enforced()) {
                continue;
            }
            // a check that takes in new columns as well takes the place of the old one
            List<String> columns = released(now.columns()).stream()
                    .filter(column -> !column.startsWith(NEW))
                    .toList();
            Check replaced = left.stream()
                    .filter(old -> !now.exclusion()
                            && !old.exclusion()
                            && old.enforced()
                            && !columns.isEmpty()
                            && new HashSet<>(folded(old.columns())).equals(new HashSet<>(columns)))
                    .findFirst()
                    .orElse(null);
            if (replaced == null) {
                add(addedKind(now), now, null, now, making(now), null);
            } else {
                left.remove(replaced);
                add(DifferenceKind.CHECK_CHANGED, now, replaced, now, making(now), null);
            }
        }
        for (Check gone : left) {
            if (gone.enforced()) {
                SchemaChange.Dropped dropped = Trail.dropping(tracked.trail, gone);
                add(
                        droppedKind(gone),
                        gone,
                        gone,
                        null,
                        dropped == null ? Trail.of(tracked) : dropped.origin(),
                        cause(dropped, folded(gone.columns())));
            }
        }
    }

    private static DifferenceKind addedKind(Check check) {
        return check.exclusion() ? DifferenceKind.EXCLUSION_ADDED : DifferenceKind.CHECK_ADDED;
    }

    private static DifferenceKind droppedKind(Check check) {
        return check.exclusion() ? DifferenceKind.EXCLUSION_DROPPED : DifferenceKind.CHECK_DROPPED;
    }

    // ---- names

    /** An expression as it reads after the renames of the table's columns; null stays null. */
    private @Nullable String afterRenames(@Nullable String old) {
        String expression = old;
        if (expression == null) {
            return null;
        }
        for (Column column : before.columns()) {
            String key = dialect.key(column.name());
            String now = tracked.currentColumn(key);
            if (now == null || now.equals(key)) {
                continue;
            }
            Column renamed = current.columns().stream()
                    .filter(candidate -> dialect.key(candidate.name()).equals(now))
                    .findFirst()
                    .orElse(null);
            if (renamed != null) {
                String name = expression.equals(expression.toLowerCase(Locale.ROOT))
                        ? renamed.name().toLowerCase(Locale.ROOT)
                        : renamed.name();
                expression = Pattern.compile("\\b" + Pattern.quote(column.name()) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(expression)
                        .replaceAll(Matcher.quoteReplacement(name));
            }
        }
        return expression;
    }

    /** The released keys of columns that are named as they are now. */
    private List<String> released(List<String> names) {
        List<String> keys = new ArrayList<>();
        for (String column : names) {
            String columnKey = dialect.key(TableKey.columnName(column));
            TrackedColumn known = tracked.columns.get(columnKey);
            if (known == null) {
                keys.add(columnKey);
            } else {
                keys.add(known.releasedKey == null ? NEW + columnKey : known.releasedKey);
            }
        }
        return keys;
    }

    private List<String> folded(List<String> names) {
        List<String> keys = new ArrayList<>();
        for (String column : names) {
            String name = TableKey.columnName(column);
            String expression = name.startsWith("(") ? afterRenames(name) : name;
            keys.add(dialect.key(expression == null ? name : expression));
        }
        return keys;
    }

    private @Nullable Origin making(SchemaElement element) {
        Origin origin = Trail.making(tracked.trail, element);
        return origin == null ? Trail.of(tracked) : origin;
    }

    private void add(
            DifferenceKind kind,
            SchemaElement named,
            @Nullable SchemaElement old,
            @Nullable SchemaElement now,
            @Nullable Origin origin,
            @Nullable ObjectPath cause) {
        String own = TableKey.nameOf(named);
        List<String> columns = TableKey.columnsOf(named);
        differences.add(new Difference(
                kind,
                new ObjectPath(named.kind(), key, own == null ? String.join(",", folded(columns)) : dialect.key(own)),
                ObjectNames.constraint(name, own, columns),
                old,
                now,
                null,
                origin,
                tracked.trail,
                phase,
                cause));
    }
}
