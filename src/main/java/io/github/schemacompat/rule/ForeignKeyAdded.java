package io.github.schemacompat.rule;

import io.github.schemacompat.directive.HonoredKind;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that old releases write can be refused for want of a parent. */
final class ForeignKeyAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "foreign-key-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A foreign key over columns of a released table can refuse what a supported release writes or deletes.",
                    "The release that is still running knows no such rule: its writes without a matching parent row, or its deletes of the parent, are refused.",
                    "Add the column nullable and the foreign key over it, or add the key when every supported release keeps the rule by itself.")
            .silentWhen(
                    "Its columns are new and NULL when they are left out.",
                    "Every supported release has the mark `honors foreign key` for the columns.",
                    "It isn't enforced (NOT ENFORCED, DISABLE). NOT VALID and WITH NOCHECK are: they refuse new rows.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        String table = difference.path().owner();
        Table current = situation.currentTable(table);
        if (current == null || !(difference.after() instanceof ForeignKey key)) {
            return Optional.empty();
        }
        ForeignKey old = difference.before() instanceof ForeignKey before ? before : null;
        boolean sameTarget = old != null && sameTarget(old, key, situation);
        if (old != null && sameTarget) {
            return actionsChanged(difference, old, key, situation);
        }
        List<Break> breaks = situation.breaks(
                ObjectPath.table(table),
                Users.WRITERS,
                contract -> !contract.honors(
                                HonoredKind.FOREIGN_KEY,
                                table,
                                key.columns().stream()
                                        .map(situation.dialect()::key)
                                        .toList())
                        && binds(key, new NewColumns(contract, table, current, situation), situation));
        if (breaks.isEmpty()) {
            return holdingOn(difference, current, key, situation);
        }
        QualifiedName name = situation.tableName(table);
        String constraint = key.name();
        Optional<String> notEnforced = constraint == null || isReleased(constraint, situation.releasedTable(table))
                ? Optional.empty()
                : situation
                        .dialect()
                        .fixSql()
                        .addForeignKeyNotEnforced(
                                current.name(),
                                constraint,
                                key.columns(),
                                situation.currentName(key.references()),
                                key.referencedColumns());
        String later = "Enforce it when every supported release writes only values that have a parent row";
        return Optional.of(new Verdict(
                INFO.severity(),
                (old == null ? "Foreign key " : "Foreign key with another target: ") + difference.name() + " ("
                        + String.join(", ", key.columns()) + ") to "
                        + situation.written(situation.currentName(key.references())) + (old == null ? " is added" : ""),
                "Writes of " + Users.releases(breaks) + " to " + name + " without a matching row are refused.",
                notEnforced
                        .map(sql -> Fix.of(later + "; until then it can stand unenforced:", sql))
                        .orElse(later + "."),
                breaks));
    }

    /** Rows of a table that a release has deprecated are there still, and the release deletes none of them. */
    private static Optional<Verdict> holdingOn(
            Difference difference, Table current, ForeignKey key, Situation situation) {
        String table = difference.path().owner();
        String parent = situation.provenance().releasedTable(key.references());
        if (parent == null
                || !ReferentialActions.restrictsDelete(key)
                || !key.columns().stream().allMatch(column -> isFilledInOldRows(table, current, column, situation))) {
            return Optional.empty();
        }
        List<Break> breaks =
                situation.breaks(ObjectPath.table(parent), Users.WRITERS, contract -> contract.hasDeprecated(table));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        String name = situation.written(situation.tableName(parent));
        return Optional.of(new Verdict(
                INFO.severity(),
                "Foreign key " + difference.name() + " of a deprecated table holds on to rows of " + name,
                "Deletes of " + Users.releases(breaks) + " from " + name
                        + " are refused where its rows refer to them, and nobody deletes these.",
                "Let it cascade (ON DELETE CASCADE), or leave it out.",
                breaks));
    }

    private static boolean isFilledInOldRows(String table, Table current, String name, Situation situation) {
        Column column = situation.column(current, situation.dialect().key(name));
        return situation.provenance().releasedColumn(table, name) != null
                || column != null
                        && OmittedValue.of(
                                                column,
                                                situation.dialect(),
                                                situation.state().types())
                                        .kind()
                                == OmittedValue.Kind.CONSTANT;
    }

    private static boolean isReleased(String constraint, @Nullable Table released) {
        return released != null && released.foreignKeys().stream().anyMatch(key -> constraint.equals(key.name()));
    }

    private static boolean sameTarget(ForeignKey old, ForeignKey now, Situation situation) {
        String target = situation.provenance().releasedTable(now.references());
        return old.references().equals(target == null ? now.references() : target)
                && (old.referencedColumns().size() == now.referencedColumns().size()
                        || old.referencedColumns().isEmpty()
                        || now.referencedColumns().isEmpty())
                && !old.referencedColumns().stream()
                        .anyMatch(column -> !now.referencedColumns().isEmpty()
                                && now.referencedColumns().stream().noneMatch(column::equalsIgnoreCase)
                                && target != null
                                && (column.equals(situation.provenance().releasedColumn(target, column))
                                        || isUntold(target, column, situation)));
    }

    /** Whether it is a column of a table that no script made, of which nothing else is known. */
    private static boolean isUntold(String table, String column, Situation situation) {
        Table released = situation.releasedTable(table);
        return released != null
                && released.assumed()
                && situation.column(released, situation.dialect().key(column)) == null;
    }

    /** The rows have to have a parent already; what changes is what becomes of them with the parent. */
    private static Optional<Verdict> actionsChanged(
            Difference difference, ForeignKey old, ForeignKey now, Situation situation) {
        List<Break> breaks = situation.breaks(ObjectPath.table(difference.path().owner()), Users.WRITERS);
        boolean deletes = !ConstraintComparison.sameAction(old.onDelete(), now.onDelete());
        boolean updates = !ConstraintComparison.sameAction(old.onUpdate(), now.onUpdate());
        boolean refusedBefore = (!deletes || refuses(old.onDelete())) && (!updates || refuses(old.onUpdate()));
        boolean refusesMore = deletes && refuses(now.onDelete()) || updates && refuses(now.onUpdate());
        if (breaks.isEmpty() || !deletes && !updates) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                refusesMore ? Severity.ERROR : Severity.WARNING,
                "Foreign key " + difference.name() + " is changed: "
                        + (deletes ? instead("DELETE", now.onDelete(), old.onDelete()) : "")
                        + (deletes && updates ? ", " : "")
                        + (updates ? instead("UPDATE", now.onUpdate(), old.onUpdate()) : ""),
                (deletes ? updates ? "Deletes and updates" : "Deletes" : "Updates") + " of " + Users.releases(breaks)
                        + (refusesMore
                                ? " that relied on it are refused."
                                : refusedBefore
                                        ? " that were refused change more rows than they know of."
                                        : " do something else to the rows that hang on it."),
                "Leave the foreign key as it is until no supported release relies on it.",
                breaks));
    }

    private static String instead(String event, String now, String old) {
        return "ON " + event + " " + now.toUpperCase(Locale.ROOT) + " instead of " + old.toUpperCase(Locale.ROOT);
    }

    private static boolean refuses(String action) {
        return action.equals("no action") || action.equals("restrict");
    }

    /** Whether a row that the release writes has to have a parent. */
    private static boolean binds(ForeignKey key, NewColumns added, Situation situation) {
        for (String column : key.columns()) {
            OmittedValue omitted = added.omitted(situation.dialect().key(column));
            if (omitted != null && omitted.kind() != OmittedValue.Kind.CONSTANT) {
                return false;
            }
        }
        return true;
    }
}
