package io.github.schemacompat.rule;

import io.github.schemacompat.directive.HonoredKind;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that old releases write can be refused by a check. */
final class CheckAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "check-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A check constraint on a released table can refuse what a supported release writes.",
                    "The release that is still running knows no such rule: its writes can be refused.",
                    "Add the check when every supported release keeps the rule by itself.")
            .silentWhen(
                    "It relaxes an existing check: a longer list, a wider range.",
                    "It names only new columns, and lets pass what they get when they are left out: UNKNOWN passes, as `LIKE`, a regular expression or a function of NULL is.",
                    "Every supported release has the mark `honors check` for the columns, or `populate` where it asks for a value only.",
                    "It isn't enforced.");

    private static final Pattern PADDED = Pattern.compile("(?:bp|n)?char|(?:national )?character|graphic|binary");

    /** What a domain calls the column in its checks. */
    private static final Pattern VALUE = Pattern.compile("\\bvalue\\b", Pattern.CASE_INSENSITIVE);

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
        Check old = difference.before() instanceof Check before ? before : null;
        Predicate<ContractOf> refuses = contract -> !contract.honors(
                        HonoredKind.CHECK,
                        table,
                        check.columns().stream().map(situation.dialect()::key).toList())
                && !isOfItsDomain(check, contract.table(table), situation)
                && !followsFromAnother(check, contract.table(table), situation)
                && !asksForPromisedValues(check, contract, table, current, situation)
                && new NewColumns(contract, table, current, situation).refuses(check, old);
        Predicate<ContractOf> defaultsOpen =
                contract -> new NewColumns(contract, table, current, situation).leavesDefaultsOpen(check);
        ObjectPath path = ObjectPath.table(table);
        List<Break> breaks = new ArrayList<>(situation.breaks(path, Users.WRITERS, refuses.and(defaultsOpen.negate())));
        List<Break> open = situation.breaks(path, Users.WRITERS, refuses.and(defaultsOpen));
        for (ContractOf contract : situation.contracts()) {
            if (contract.hasDeprecated(table) && refusesDeletes(check, table, current, contract, situation)) {
                breaks.add(Users.WRITERS.of(contract.release()));
            }
        }
        if (breaks.isEmpty()) {
            return open.isEmpty() || isOfItsType(check) ? Optional.empty() : Optional.of(open(difference, check, open));
        }
        String constraint = check.name();
        Optional<String> notEnforced = constraint == null || isReleased(constraint, situation.releasedTable(table))
                ? Optional.empty()
                : situation.dialect().fixSql().addCheckNotEnforced(current.name(), constraint, check.expression());
        String later = "Enforce it when every supported release keeps the rule by itself";
        return Optional.of(new Verdict(
                INFO.severity(),
                "Check constraint " + difference.name()
                        + (difference.before() == null ? " is added: " : " is tightened: ") + check.expression(),
                "Writes of " + Users.releases(breaks) + " that don't meet it are refused.",
                notEnforced
                        .map(sql -> Fix.of(later + "; until then it can stand unenforced:", sql))
                        .orElse(later + "."),
                breaks));
    }

    /** What MariaDB's JSON asks of its own default. */
    private static boolean isOfItsType(Check check) {
        return check.ofColumn() != null && check.expression().startsWith("json_valid(");
    }

    private static Verdict open(Difference difference, Check check, List<Break> breaks) {
        return new Verdict(
                Severity.WARNING,
                "Check constraint " + difference.name()
                        + " is added, and nobody can tell whether the default of its column passes: "
                        + check.expression(),
                "If it doesn't, writes of " + Users.releases(breaks) + " that leave the column out are refused.",
                "See that the default passes the check: a row that is inserted without the column tells.",
                breaks);
    }

    /** Whether the release's own checks let no row pass that it refuses. */
    private static boolean followsFromAnother(Check check, @Nullable Table released, Situation situation) {
        if (released == null || check.columns().stream().anyMatch(column -> isPadded(column, released, situation))) {
            return false;
        }
        Condition condition = Condition.parse(check.expression(), situation.dialect());
        return released.checks().stream()
                .filter(own -> own.enforced() && !own.exclusion())
                .anyMatch(own -> condition.relaxes(Condition.parse(own.expression(), situation.dialect())));
    }

    /** A CHAR holds more than was written. */
    private static boolean isPadded(String name, Table released, Situation situation) {
        Column column = situation.column(released, situation.dialect().key(name));
        return column == null || PADDED.matcher(column.type().name()).matches();
    }

    /** Whether it refuses nothing of a release that gives the columns their values which it has promised. */
    private static boolean asksForPromisedValues(
            Check check, ContractOf contract, String table, Table current, Situation situation) {
        Table released = contract.table(table);
        if (released == null) {
            return false;
        }
        Map<String, Condition.Value> row = released.columns().stream()
                .filter(column -> column.marks().populated() != null)
                .filter(column -> !isSetToNull(column, table, current, contract, situation))
                .collect(Collectors.toMap(
                        column -> situation.dialect().key(column.name()), column -> Condition.Value.SOME));
        return !row.isEmpty()
                && !Condition.parse(check.expression(), situation.dialect())
                        .outcomes(row)
                        .contains(Condition.Truth.FALSE);
    }

    /** Whether it refuses what deletes of other rows make of those that the release no longer writes itself. */
    private static boolean refusesDeletes(
            Check check, String table, Table current, ContractOf contract, Situation situation) {
        Condition condition = Condition.parse(check.expression(), situation.dialect());
        return check.columns().stream()
                .map(situation.dialect()::key)
                .anyMatch(key -> ReferentialActions.settingToNull(current, key, situation).stream()
                                .anyMatch(contract.connectedRows()::deletesRowsOf)
                        && condition.outcomes(Map.of(key, Condition.Value.NULL)).contains(Condition.Truth.FALSE));
    }

    private static boolean isSetToNull(
            Column column, String table, Table current, ContractOf contract, Situation situation) {
        String now =
                situation.provenance().currentColumn(table, situation.dialect().key(column.name()));
        return now != null
                && ReferentialActions.settingToNull(current, now, situation).stream()
                        .anyMatch(contract.connectedRows()::deletesRowsOf);
    }

    /** Whether the column's domain had it before: H2 gives the columns of a dropped domain what it was made of. */
    private static boolean isOfItsDomain(Check check, @Nullable Table released, Situation situation) {
        if (released == null || check.columns().size() != 1) {
            return false;
        }
        String name = check.columns().get(0);
        Column column = situation.column(released, situation.dialect().key(name));
        UserType domain = column == null
                ? null
                : situation.released().types().get(column.type().name());
        return domain != null
                && domain.checks().stream()
                        .map(Check::expression)
                        .flatMap(condition -> Stream.of(
                                        name, situation.dialect().quote(name))
                                .map(written -> VALUE.matcher(condition).replaceAll(Matcher.quoteReplacement(written))))
                        .anyMatch(check.expression()::equalsIgnoreCase);
    }

    private static boolean isReleased(String constraint, @Nullable Table released) {
        return released != null && released.checks().stream().anyMatch(check -> constraint.equals(check.name()));
    }
}
