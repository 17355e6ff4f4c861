package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table that a release doesn't know, or has deprecated: what they hold in the rows that it writes. */
final class NewColumns {
    private final Map<String, OmittedValue> omitted = new HashMap<>();
    private final Situation situation;
    private final List<Column> columns;

    /** Columns by current key that came after the release. */
    private final Set<String> added = new HashSet<>();

    /** Columns by current key that the release always writes: it was refused if it didn't. */
    private final Set<String> written = new HashSet<>();

    /**
     * @param contract of the release
     * @param table the table's released key
     * @param current the table as it is now
     */
    NewColumns(ContractOf contract, String table, Table current, Situation situation) {
        this.situation = situation;
        this.columns = current.columns();
        for (Column column : current.columns()) {
            String key = situation.dialect().key(column.name());
            String released = situation.provenance().releasedColumn(table, column.name());
            if (released == null) {
                added.add(key);
            }
            if (released == null || !contract.knowsColumn(table, released) || contract.leavesOut(table, released)) {
                OmittedValue value = OmittedValue.of(
                        column, situation.dialect(), situation.state().types());
                boolean filled = value.kind() == OmittedValue.Kind.NULL && situation.isFilled(table, key, "insert");
                omitted.put(key, filled ? OmittedValue.FILLED : value);
            } else {
                Column known = contract.column(table, released);
                boolean demanded = known != null
                        && OmittedValue.isDemanded(
                                known, situation.dialect(), situation.state().types());
                if (demanded) {
                    written.add(key);
                }
            }
        }
    }

    /** What the release's rows hold in a column by its current key; null if the release knows the column. */
    @Nullable
    OmittedValue omitted(String column) {
        return omitted.get(column);
    }

    /** Whether it is a new column that is NULL in the release's rows. */
    boolean isNull(String column) {
        OmittedValue value = omitted.get(column);
        return value != null && value.kind() == OmittedValue.Kind.NULL;
    }

    /**
     * Whether a check can refuse what the release writes. If it names a column that the release knows, the release may
     * also update rows in which others filled the new columns.
     *
     * @param old the check whose place it takes, or null: what that refused is no loss
     */
    boolean refuses(Check check, @Nullable Check old) {
        Condition condition = Condition.parse(check.expression(), situation.dialect());
        if (old != null && relaxes(condition, old)) {
            return false;
        }
        Map<String, Condition.Value> row = new HashMap<>();
        boolean known = false;
        for (Column column : columns) {
            String key = situation.dialect().key(column.name());
            known |= !omitted.containsKey(key) && mentions(check, key);
            if (!column.nullable() || written.contains(key)) {
                row.put(key, Condition.Value.SOME);
            }
        }
        Set<Condition.Truth> outcomes = known ? condition.outcomes(row) : outcomes(check.expression());
        return outcomes.contains(Condition.Truth.FALSE);
    }

    /**
     * Whether all that isn't known is what the check makes of defaults: the engine held it against them already if the table
     * had rows when the columns were added, so that hardly anybody writes one that it refuses.
     */
    boolean leavesDefaultsOpen(Check check) {
        List<OmittedValue> values = check.columns().stream()
                .map(name -> omitted.getOrDefault(situation.dialect().key(name), OmittedValue.FILLED))
                .toList();
        return !values.isEmpty()
                && check.columns().stream().map(situation.dialect()::key).allMatch(added::contains)
                && values.stream().allMatch(OmittedValue::isOfDefault)
                && outcomes(check.expression()).contains(Condition.Truth.TRUE);
    }

    private boolean relaxes(Condition condition, Check old) {
        Condition before = Condition.parse(old.expression(), situation.dialect());
        return condition.relaxes(before)
                || condition.relaxes(
                        before,
                        old.columns().stream().map(situation.dialect()::key).toList(),
                        omittedValues());
    }

    private boolean mentions(Check check, String key) {
        return check.columns().stream()
                .anyMatch(name -> situation.dialect().key(name).equals(key));
    }

    /** What a condition can come to for the rows that the release writes. */
    Set<Condition.Truth> outcomes(String condition) {
        return Condition.parse(condition, situation.dialect()).outcomes(omittedValues());
    }

    private boolean isRequired(String key) {
        return columns.stream()
                .anyMatch(column -> !column.nullable()
                        && situation.dialect().key(column.name()).equals(key));
    }

    private Map<String, Condition.Value> omittedValues() {
        Map<String, Condition.Value> row = new HashMap<>();
        omitted.forEach((column, value) -> {
            String literal = value.literal();
            if (value.kind() == OmittedValue.Kind.NULL) {
                row.put(column, Condition.Value.NULL);
            } else if (literal == null && (value.present() || isRequired(column))) {
                row.put(column, Condition.Value.SOME);
            } else if (literal != null) {
                row.put(column, Condition.Value.of(new ConditionParser(literal, situation.dialect()).literal()));
            }
        });
        return row;
    }
}
