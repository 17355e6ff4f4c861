package io.github.schemacompat.rule;

import io.github.schemacompat.directive.HonoredKind;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.sql.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that old releases write can be refused as duplicates. */
final class UniqueAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "unique-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A unique constraint, unique index or primary key over columns of a released table can refuse what a supported release writes.",
                    "The release that is still running knows no such rule: its INSERTs and UPDATEs can be refused as duplicates.",
                    "Make it a plain index, let every release keep the rule by itself, and make it unique when all supported releases do.")
            .silentWhen(
                    "The key contains an existing key: what is unique in fewer columns is unique in more.",
                    "It has a new column that no two rows share when it is left out, or NULL where the engine doesn't compare NULLs.",
                    "A filter leaves out what an old release writes.",
                    "Every supported release has the mark `honors unique` for the columns.");

    /** Functions of a text that are the same for texts that differ in their case only. */
    private static final List<String> CASES = List.of("lower", "lcase", "upper", "ucase");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        String table = difference.path().owner();
        TableKey key = TableKey.of(difference.after());
        Table before = situation.releasedTable(table);
        Table current = situation.currentTable(table);
        if (key == null || before == null || current == null) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        for (String column : key.columns()) {
            columns.add(situation.dialect().key(TableKey.columnName(column)));
        }
        if (containsKey(before, withExpressions(columns, current, situation), table, key, situation)) {
            return Optional.empty();
        }
        List<Break> breaks = situation.breaks(
                ObjectPath.table(table),
                Users.WRITERS,
                contract -> !contract.honors(HonoredKind.UNIQUE, table, columns)
                        && collides(
                                contract,
                                new NewColumns(contract, table, current, situation),
                                columns,
                                key,
                                situation));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                "Table " + situation.written(before.name()) + " refuses duplicates in ("
                        + String.join(", ", key.written()) + ") from now on",
                "INSERTs and UPDATEs of " + Users.releases(breaks) + " that write the same values twice are refused.",
                fix(before, current, columns, key, breaks, situation),
                breaks));
    }

    private static String fix(
            Table before, Table current, List<String> columns, TableKey key, List<Break> breaks, Situation situation) {
        String general = "Make it a plain index, and unique when every supported release keeps the rule by itself.";
        String index = TableKey.nameOf(key.element());
        List<String> empty = new ArrayList<>();
        for (ContractOf contract : situation.contracts()) {
            NewColumns added = new NewColumns(contract, situation.releasedKey(before), current, situation);
            empty.addAll(columns.stream().filter(added::isNull).toList());
        }
        if (empty.isEmpty() || !key.nullsEqual() || index == null || breaks.isEmpty()) {
            return general;
        }
        return Fix.of(
                "Let rows pass that have no value there:",
                situation.dialect().fixSql().addUniqueForValues(before.name(), index, key.columns()));
    }

    /** Whether rows that the release writes can have equal values in the key. */
    private static boolean collides(
            ContractOf contract, NewColumns added, List<String> columns, TableKey key, Situation situation) {
        boolean nullsEqual = key.nullsEqual()
                || situation.dialect().nullsEqualBesideValues()
                        && !columns.stream().allMatch(added::isNull);
        for (String column : columns) {
            OmittedValue omitted = added.omitted(column);
            if (omitted == null || omitted.kind() == OmittedValue.Kind.CONSTANT) {
                continue;
            }
            if (omitted.kind() != OmittedValue.Kind.NULL || !nullsEqual) {
                return false;
            }
        }
        String where = key.where();
        return where == null || added.outcomes(where).contains(Condition.Truth.TRUE);
    }

    /** The columns, and what those that are generated are made of. */
    private static List<String> withExpressions(List<String> columns, Table table, Situation situation) {
        List<String> all = new ArrayList<>(columns);
        for (String name : columns) {
            Column column = situation.column(table, name);
            if (column != null && column.generated() != null) {
                all.add(column.generated());
            }
        }
        return all;
    }

    /** Whether rows are unique in part of the columns already. */
    private static boolean containsKey(
            Table before, List<String> columns, String table, TableKey key, Situation situation) {
        for (TableKey known : TableKey.of(before)) {
            boolean filtered = known.where() != null && !known.where().equals(key.where());
            boolean nullsMind = key.nullsEqual() && !known.nullsEqual() && !notNull(before, known, situation);
            List<String> now = new ArrayList<>();
            for (String column : known.columns()) {
                String name = situation.dialect().key(TableKey.columnName(column));
                String current = situation.provenance().currentColumn(table, name);
                now.add(current == null ? name : current);
            }
            if (!filtered
                    && !nullsMind
                    && now.stream().allMatch(column -> isPart(column, columns, before, situation))) {
                return true;
            }
        }
        return false;
    }

    /** Whether rows that differ in the column differ in one of these as well. */
    private static boolean isPart(String column, List<String> columns, Table table, Situation situation) {
        if (columns.contains(column)) {
            return true;
        }
        Column known = situation.column(table, column);
        String written = NormalForm.ofName(situation.dialect(), column);
        return known != null
                && situation.dialect().ignoresCase(known)
                && CASES.stream()
                        .anyMatch(function -> columns.contains(function + "(" + written + ")")
                                || columns.contains("(" + function + "(" + written + "))"));
    }

    private static boolean notNull(Table table, TableKey key, Situation situation) {
        return key.columns().stream().allMatch(name -> {
            Column column = situation.column(table, situation.dialect().key(TableKey.columnName(name)));
            return column != null && !column.nullable();
        });
    }
}
