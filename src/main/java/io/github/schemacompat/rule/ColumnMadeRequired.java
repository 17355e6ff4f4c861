package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A released column no longer takes NULL. */
final class ColumnMadeRequired implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-made-required",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A nullable column that a supported release writes is made NOT NULL, also by a primary key.",
                    "The release that is still running may write NULL, or leave the column out: those writes are refused.",
                    "Let the releases write a value first; make the column NOT NULL when every supported release does.")
            .silentWhen(
                    "Every supported release has the mark `populate` for the column.",
                    "Every supported release already has a check that the column is not NULL.",
                    "No release has the column: for a new column see `required-column-added`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        String table = difference.path().owner();
        String member = difference.path().member();
        if (member == null || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        String key = situation.dialect().key(after.name());
        if (situation.isFilled(table, key, "insert", "update")) {
            return Optional.empty();
        }
        boolean demanded = OmittedValue.isDemanded(
                        after, situation.dialect(), situation.state().types())
                && !situation.isFilled(table, key, "insert");
        Table current = situation.currentTable(table);
        Set<String> parents = current == null ? Set.of() : ReferentialActions.settingToNull(current, key, situation);
        List<Break> breaks = new ArrayList<>();
        boolean known = false;
        boolean deletes = false;
        for (ContractOf contract : situation.contracts()) {
            Column column = contract.column(table, member);
            if (column != null && column.nullable() && !fills(contract, table, column, situation)) {
                known = true;
                breaks.add(Users.WRITERS.of(contract.release()));
            } else if (contract.leavesOut(table, member) && demanded) {
                known = true;
                breaks.add(Users.WRITERS.of(contract.release()));
            } else if (contract.table(table) != null && !contract.knowsColumn(table, member) && demanded) {
                breaks.add(Users.WRITERS.of(contract.release()));
            } else if (contract.schema().tables().containsKey(table)
                    && parents.stream().anyMatch(contract.connectedRows()::deletesRowsOf)) {
                known = true;
                deletes = true;
                breaks.add(Users.WRITERS.of(contract.release()));
            }
        }
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                sentence(difference, after, situation),
                deletes
                        ? "Its foreign key sets it to NULL when a row that it refers to is deleted: "
                                + Users.releases(breaks) + " can't delete those rows any longer."
                        : "Writes of " + Users.releases(breaks) + " that leave it NULL"
                                + (demanded ? " or leave it out" : "") + " are refused.",
                deletes
                        ? "Leave it nullable, or drop the foreign key first."
                        : "Leave it nullable in this release; make it NOT NULL when every supported release says"
                                + " '-- schema-compat: populate " + difference.name() + " because …'.",
                breaks));
    }

    private static String sentence(Difference difference, Column after, Situation situation) {
        Table released = situation.releasedTable(difference.path().owner());
        boolean unknown = released != null
                && released.assumed()
                && difference.before() instanceof Column before
                && before.type().isUnknown()
                && !after.type().isUnknown();
        return difference.sentence() + (unknown ? ", and no script says whether it was before" : "");
    }

    /** Whether the release always writes a value: it says so, or a check of its own holds it to that. */
    private static boolean fills(ContractOf contract, String table, Column column, Situation situation) {
        if (column.marks().populated() != null) {
            return true;
        }
        Table owner = contract.table(table);
        Map<String, Condition.Value> row = Map.of(situation.dialect().key(column.name()), Condition.Value.NULL);
        return owner != null
                && owner.checks().stream()
                        .anyMatch(check -> check.enforced()
                                && !check.exclusion()
                                && Condition.parse(check.expression(), situation.dialect())
                                        .outcomes(row)
                                        .equals(Set.of(Condition.Truth.FALSE)));
    }
}
