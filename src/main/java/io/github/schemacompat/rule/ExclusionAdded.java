package io.github.schemacompat.rule;

import io.github.schemacompat.directive.HonoredKind;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows that old releases write can be refused by an exclusion constraint. */
final class ExclusionAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "exclusion-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "An exclusion constraint on a released table can refuse what a supported release writes.",
                    "The release that is still running knows no such rule: its writes can be refused.",
                    "Add the constraint when every supported release keeps the rule by itself.")
            .silentWhen(
                    "It is about new columns that are NULL when they are left out.",
                    "It asks for other values in the columns of a key, whose rows differ in them already.",
                    "The table is new.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        String table = difference.path().owner();
        Table current = situation.currentTable(table);
        if (current == null || !(difference.after() instanceof Check check)) {
            return Optional.empty();
        }
        List<Break> breaks = situation.breaks(ObjectPath.table(table), Users.WRITERS, contract -> {
            boolean honored = contract.honors(
                    HonoredKind.CHECK,
                    table,
                    check.columns().stream().map(situation.dialect()::key).toList());
            NewColumns added = new NewColumns(contract, table, current, situation);
            return !honored
                    && !containsKey(check, table, situation)
                    && check.columns().stream()
                            .noneMatch(
                                    column -> added.isNull(situation.dialect().key(column)));
        });
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Writes of " + Users.releases(breaks) + " that clash with other rows are refused.",
                "Add it when every supported release keeps the rule by itself.",
                breaks));
    }

    /** Whether rows that it refuses would have the same values in a key that the table has had before. */
    private static boolean containsKey(Check check, String table, Situation situation) {
        Table released = situation.released().tables().get(table);
        if (released == null) {
            return false;
        }
        Set<String> equal = new HashSet<>();
        for (String column : check.columns()) {
            String written = Pattern.quote(situation.dialect().quote(column)) + "|" + Pattern.quote(column);
            if (Pattern.compile("[(,]\\s*(" + written + ")\\s+with\\s*=\\s*[,)]", Pattern.CASE_INSENSITIVE)
                    .matcher(check.expression())
                    .find()) {
                equal.add(situation.dialect().key(column));
            }
        }
        return TableKey.of(released).stream()
                .filter(key -> key.where() == null)
                .anyMatch(key -> key.columns().stream()
                        .map(column -> situation.dialect().key(TableKey.columnName(column)))
                        .map(column -> situation.provenance().currentColumn(table, column))
                        .allMatch(equal::contains));
    }
}
