package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the release being built no longer writes is still demanded by the database. */
final class DeprecatedStillRequired implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "deprecated-still-required",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A column is deprecated, but the database still demands a value for it; or a deprecated table still blocks"
                            + " deletes from another one.",
                    "The release that deprecates a column leaves it out when it writes: its own INSERTs are refused.",
                    "Make the column nullable or give it a default in the release that deprecates it.")
            .silentWhen(
                    "The column is nullable or has a default by the end of the pre scripts.",
                    "The column is part of no key, check or foreign key that a row without it would violate.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        Table table = situation.currentTable(difference.path().owner());
        if (table == null || difference.phase() != Phase.PRE) {
            return Optional.empty();
        }
        if (difference.after() instanceof Column column) {
            // who doesn't write the table at all is asked for no value
            boolean written = table.marks().deprecated() == null;
            String demand = written ? demand(difference.path().owner(), table, column, situation) : null;
            return demand == null
                    ? Optional.empty()
                    : Optional.of(new Verdict(
                            INFO.severity(),
                            "Column " + difference.name() + " is deprecated, but " + demand,
                            Users.capitalized(situation.builtName()) + " no longer writes the column: its INSERTs are"
                                    + " refused.",
                            fix(table, column, demand, situation),
                            List.of(Users.WRITERS.of(situation.built().release()))));
        }
        List<String> parents = blocked(table, situation);
        return parents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        INFO.severity(),
                        "Table " + difference.name() + " is deprecated, but its foreign keys still block deletes from "
                                + Users.list(parents),
                        Users.capitalized(situation.builtName()) + " no longer deletes rows of " + difference.name()
                                + ": its deletes of their parents are refused.",
                        "Drop the foreign keys, or let them cascade, in the release that deprecates the table.",
                        List.of(Users.WRITERS.of(situation.built().release()))));
    }

    private static String fix(Table table, Column column, String demand, Situation situation) {
        return demand.equals(NOT_NULL)
                ? Fix.of(
                        "Make it nullable in this release, before the new instances start:",
                        situation.dialect().fixSql().makeNullable(table.name(), column))
                : "Drop what demands it in this release, before the new instances start.";
    }

    private static final String NOT_NULL = "it is NOT NULL and has no default";

    /** Why a row without the column is refused, or null. */
    private static @Nullable String demand(String released, Table table, Column column, Situation situation) {
        String key = situation.dialect().key(column.name());
        PrimaryKey primary = table.primaryKey();
        OmittedValue omitted = situation.isFilled(released, key, "insert")
                ? OmittedValue.FILLED
                : OmittedValue.of(column, situation.dialect(), situation.state().types());
        boolean unique = omitted.kind() == OmittedValue.Kind.UNIQUE;
        if (primary != null && names(primary.columns(), key, situation) && !unique) {
            return "it is part of the primary key";
        }
        if (!column.nullable() && omitted.kind() == OmittedValue.Kind.NULL) {
            return NOT_NULL;
        }
        for (TableKey each : TableKey.of(table)) {
            boolean equal = omitted.kind() == OmittedValue.Kind.CONSTANT
                    || omitted.kind() == OmittedValue.Kind.NULL && each.nullsEqual() && each.where() == null;
            if (equal && names(each.columns(), key, situation)) {
                return "rows that leave it out have equal values in a unique key over it";
            }
        }
        String literal = omitted.literal();
        Condition.Value value = literal == null
                ? Condition.Value.NULL
                : Condition.Value.of(new ConditionParser(literal, situation.dialect()).literal());
        boolean told = omitted.kind() == OmittedValue.Kind.NULL || literal != null;
        for (Check check : table.checks()) {
            boolean refused = told
                    && check.enforced()
                    && !check.exclusion()
                    && Condition.parse(check.expression(), situation.dialect())
                            .outcomes(Map.of(key, value))
                            .equals(Set.of(Condition.Truth.FALSE));
            if (refused) {
                return "a check refuses rows that leave it out: " + check.expression();
            }
        }
        return null;
    }

    private static boolean names(List<String> columns, String key, Situation situation) {
        return columns.stream()
                .anyMatch(each ->
                        situation.dialect().key(TableKey.columnName(each)).equals(key));
    }

    /** The tables in use from which the deprecated one blocks deletes. */
    private static List<String> blocked(Table table, Situation situation) {
        Set<String> parents = new TreeSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (ReferentialActions.restrictsDelete(key)) {
                addDeleted(key.references(), situation, new TreeSet<>(), parents);
            }
        }
        parents.remove(situation.written(table.name()));
        return List.copyOf(parents);
    }

    /** Adds the table, or, if it is deprecated, those with whose rows its own are deleted. */
    private static void addDeleted(String key, Situation situation, Set<String> seen, Set<String> deleted) {
        Table table = situation.state().tables().get(key);
        if (table == null || !seen.add(key)) {
            return;
        }
        if (table.marks().deprecated() == null) {
            deleted.add(situation.written(table.name()));
            return;
        }
        table.foreignKeys().stream()
                .filter(each -> each.onDelete().equals("cascade"))
                .forEach(each -> addDeleted(each.references(), situation, seen, deleted));
    }
}
