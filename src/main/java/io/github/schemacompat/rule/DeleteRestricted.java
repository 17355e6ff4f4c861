package io.github.schemacompat.rule;

import io.github.schemacompat.directive.HonoredKind;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Rows of a released table may no longer be deletable. */
final class DeleteRestricted implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "delete-restricted",
                    Family.COMPAT,
                    Severity.INFO,
                    "A new foreign key without CASCADE or SET NULL points at a table from which a supported release may delete.",
                    "The release that is still running doesn't know the rows that hang on its own, and may not be able to delete (or truncate) them.",
                    "Use ON DELETE CASCADE or SET NULL where the new rows mean nothing without the old one.")
            .silentWhen(
                    "The foreign key has ON DELETE CASCADE or SET NULL.",
                    "The parent is new.",
                    "Every supported release has the mark `honors foreign key` for the columns: it deletes no parent that has children.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        if (!(difference.after() instanceof ForeignKey key) || !ReferentialActions.restrictsDelete(key)) {
            return Optional.empty();
        }
        String parent = situation.provenance().releasedTable(key.references());
        if (parent == null) {
            return Optional.empty();
        }
        List<Break> breaks = situation.breaks(
                ObjectPath.table(parent), Users.WRITERS, contract -> !honors(contract, difference, key, situation));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                "A new foreign key of " + situation.written(owner(difference, situation)) + " holds on to rows of "
                        + situation.written(situation.tableName(parent)),
                "Deletes of " + Users.releases(breaks) + " from " + situation.written(situation.tableName(parent))
                        + " may be refused where new rows hang on the old ones.",
                "Use ON DELETE CASCADE or SET NULL if the new rows mean nothing without the old one.",
                breaks));
    }

    /** Who never violates the key deletes no parent that has children either. */
    private static boolean honors(ContractOf contract, Difference difference, ForeignKey key, Situation situation) {
        return contract.honors(
                HonoredKind.FOREIGN_KEY,
                difference.path().owner(),
                key.columns().stream().map(situation.dialect()::key).toList());
    }

    private static QualifiedName owner(Difference difference, Situation situation) {
        ObjectPath table = difference.newPath();
        return table == null ? situation.tableName(difference.path().owner()) : situation.currentName(table.owner());
    }
}
