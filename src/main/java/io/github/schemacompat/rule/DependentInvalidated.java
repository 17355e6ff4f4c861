package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.TypeChange;
import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A released view, routine, trigger or synonym fails or shifts because of a change that is legal in itself. */
final class DependentInvalidated implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "dependent-invalidated",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A view, routine, trigger or synonym that a supported release uses names something that is gone or has another type or lost its values, or counts on the number of a table's columns.",
                    "The change is allowed in itself, but the release that is still running uses it by way of the view, routine, trigger or synonym, which fails or gives out the wrong columns.",
                    "Let what depends on it go first: retire the view or routine, or publish it anew under the next versioned name.")
            .silentWhen(
                    "The engine lets views follow a rename (PostgreSQL, SQLite), though not the bodies of routines.",
                    "A column that no supported release uses gets a narrower type that holds all its rows.",
                    "The view or routine is dropped or published anew in the same phase, and judged by that.",
                    "Every supported release has deprecated the view or routine.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        ObjectKind kind = difference.path().kind();
        Users users = switch (kind) {
            case VIEW -> Users.READERS_AND_WRITERS;
            case TRIGGER -> Users.WRITERS;
            case SYNONYM -> Users.ALL;
            default -> Users.CALLERS;
        };
        List<Break> breaks = situation.breaks(difference.path(), users);
        ObjectPath cause = difference.cause();
        if (breaks.isEmpty() || cause == null) {
            return Optional.empty();
        }
        if (difference.after() == null
                && !situation.released().tables().containsKey(cause.owner())
                && (kind == ObjectKind.VIEW || kind == ObjectKind.TRIGGER)
                && cause.kind() == ObjectKind.TABLE
                && !situation.released().views().containsKey(cause.owner())) {
            return Optional.of(verdict(
                    difference.sentence() + ": it followed a table to the name " + cause.owner() + ", which is gone",
                    "It fails for " + Users.releases(breaks) + ".",
                    "Make the new table under another name, copy the rows, drop the old table, and then give the new one its name.",
                    breaks));
        }
        String what = ObjectNames.of(situation.released(), cause, situation.dialect());
        if (!(difference.after() instanceof Column column)) {
            String otherName = kind == ObjectKind.VIEW ? otherName(difference, cause, situation) : null;
            if (otherName != null) {
                return Optional.of(verdict(
                        difference.sentence() + ": it shows column " + what + " by its name, which is " + otherName
                                + " now",
                        "Queries of " + Users.releases(breaks)
                                + " through it that name the column fail, and SELECT * gives it another name.",
                        "Keep the name until no supported release uses " + difference.name() + ".",
                        breaks));
            }
            return Optional.of(verdict(
                    difference.sentence() + ": it "
                            + (kind == ObjectKind.VIEW && isShownByStar(difference, cause, situation)
                                    ? "shows "
                                    : "names ")
                            + cause.kind().label() + " " + what + ", which "
                            + (cause.member() == null
                                            && situation.state().views().containsKey(cause.owner())
                                    ? "no longer works"
                                    : "is gone"),
                    kind == ObjectKind.TRIGGER
                            ? "Every write that fires it fails, also from " + Users.releases(breaks) + "."
                            : "It fails for " + Users.releases(breaks) + ".",
                    kind == ObjectKind.TRIGGER
                            ? "Write the trigger anew without " + what + ", before that goes."
                            : "Keep " + what + " until no supported release uses " + difference.name() + ".",
                    breaks));
        }
        Column released = releasedColumn(cause, situation);
        if (released != null && released.type().equals(column.type())) {
            return Optional.of(verdict(
                    difference.sentence() + ": it shows column " + what
                            + " or computes with it, which has lost its values",
                    "Queries of " + Users.releases(breaks) + " through it get none of the values that there were.",
                    "Keep the column until no supported release uses " + difference.name() + ".",
                    breaks));
        }
        if (released != null) {
            boolean holdsAll = situation.dialect().typeChange(released, column) == TypeChange.WIDENED;
            return Optional.of(new Verdict(
                    holdsAll && !situation.dialect().is(Dialect.SQL_SERVER) ? Severity.WARNING : INFO.severity(),
                    difference.sentence() + ": it " + (kind == ObjectKind.VIEW ? "shows" : "uses") + " column " + what
                            + (kind == ObjectKind.VIEW ? " or computes with it, which is " : ", which is ")
                            + column.type() + " instead of " + released.type(),
                    kind == ObjectKind.TRIGGER
                            ? "Writes of " + Users.releases(breaks)
                                    + " that fire it fail where a value doesn't fit the new type."
                            : "Queries of " + Users.releases(breaks) + " through it expect the old type.",
                    "Keep the type until no supported release uses " + difference.name() + ".",
                    breaks));
        }
        String table = situation.written(situation.tableName(cause.owner()));
        String current = situation.provenance().currentTable(cause.owner());
        SortedSet<String> uses = Dependence.uses(difference.before());
        boolean takenForOwn = current != null
                && (uses.contains(Dependence.onName(current, column, situation.dialect()))
                        || uses.contains(Dependence.onName(Trigger.ROW, column, situation.dialect())));
        if (takenForOwn) {
            return Optional.of(verdict(
                    difference.sentence() + ": it writes " + column.name() + " without a table, and " + table
                            + " has a column of that name now",
                    "The name is ambiguous, or means another column: it fails for " + Users.releases(breaks)
                            + ", or gives out other values.",
                    kind == ObjectKind.TRIGGER
                            ? "Give the new column another name, or write the trigger anew first, with the table before every column."
                            : "Give the new column another name, or publish " + difference.name()
                                    + " under the next versioned name first, with the table before every column.",
                    breaks));
        }
        if (kind == ObjectKind.VIEW) {
            return Optional.of(verdict(
                    difference.sentence() + ": its * of " + table + " doesn't know the new column " + column.name()
                            + ", and the columns behind it shift",
                    Users.capitalized(Users.releases(breaks)) + " reads one column's values under another one's name.",
                    Fix.of(
                            "Publish a view that names its columns; a refresh at once keeps this one right:",
                            "EXEC sp_refreshview '" + difference.name().replace("'", "''") + "';"),
                    breaks));
        }
        if (kind == ObjectKind.TRIGGER) {
            return Optional.of(verdict(
                    difference.sentence() + ": an INSERT in it counts on the columns of " + table
                            + ", and there is a new column " + column.name(),
                    "The INSERT has too few values or too many, and with it fails every write that fires the trigger: "
                            + Users.releases(breaks) + " can't write.",
                    "Write the trigger anew with a list of columns, before the column is added.",
                    breaks));
        }
        return Optional.of(verdict(
                difference.sentence() + ": it inserts into " + table
                        + " without a column list, and there is a new column " + column.name(),
                "Its INSERT has too few values: it fails for " + Users.releases(breaks) + ".",
                "Publish it under the next versioned name with a column list first, and add the column when no supported release uses the old one.",
                breaks));
    }

    /** What a released column is called now that a view calls as its table does, or null. */
    private static @Nullable String otherName(Difference difference, ObjectPath cause, Situation situation) {
        Column column = releasedColumn(cause, situation);
        boolean shows = difference.before() instanceof View view
                && view.columns() != null
                && view.columns().stream().anyMatch(each -> Dependence.shows(each, cause, situation.dialect()));
        return column != null && shows && situation.dialect().viewStar() == ViewStar.LIVE
                ? situation.currentName(cause.owner(), column)
                : null;
    }

    /** Whether a view of the engine that has no names of its own for the columns of a table showed it. */
    private static boolean isShownByStar(Difference difference, ObjectPath cause, Situation situation) {
        return cause.member() != null
                && situation.dialect().viewStar() == ViewStar.LIVE
                && difference.before() instanceof View view
                && view.columns() != null
                && view.columns().stream().anyMatch(each -> cause.owner().equals(each.star()));
    }

    /** The column of that path, unless it is a new one. */
    private static @Nullable Column releasedColumn(ObjectPath path, Situation situation) {
        Table table = situation.released().tables().get(path.owner());
        if (table != null && path.member() != null) {
            for (Column column : table.columns()) {
                if (situation.dialect().key(column.name()).equals(path.member())) {
                    return column;
                }
            }
        }
        return null;
    }

    private static Verdict verdict(String message, String why, String fix, List<Break> breaks) {
        return new Verdict(INFO.severity(), message, why, fix, breaks);
    }
}
