package io.github.schemacompat.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a kind of difference. {@link #of} is the one place where a kind gets its rules or the reason why it is
 * compatible; it doesn't compile while a kind is missing.
 *
 * @param rules the rules that judge it, the more specific ones first: the first that finds something speaks
 * @param compatibleBecause the reason why no rule has to, or null
 */
record Judgement(List<DifferenceRule> rules, @Nullable String compatibleBecause) {
    private static final Judgement NOT_JUDGED_YET = new Judgement(List.of(), null);

    Judgement {
        rules = List.copyOf(rules);
    }

    /** Whether nobody says anything about it: it is counted in the summary. */
    boolean isMissing() {
        return rules.isEmpty() && compatibleBecause == null;
    }

    private static Judgement by(DifferenceRule... rules) {
        return new Judgement(List.of(rules), null);
    }

    private static Judgement compatible(String because) {
        return new Judgement(List.of(), because);
    }

    static Judgement of(DifferenceKind kind) {
        return switch (kind) {
            case SCHEMA_DROPPED -> NOT_JUDGED_YET;
            case TABLE_DROPPED -> by(new TableDropped());
            case TABLE_RENAMED -> NOT_JUDGED_YET;
            case COLUMN_ADDED -> NOT_JUDGED_YET;
            case COLUMN_INSERTED -> NOT_JUDGED_YET;
            case COLUMN_DROPPED, COLUMN_HIDDEN -> by(new ColumnDropped());
            case COLUMN_SHOWN -> NOT_JUDGED_YET;
            case COLUMN_RENAMED -> NOT_JUDGED_YET;
            case COLUMN_REORDERED -> NOT_JUDGED_YET;
            case COLUMN_MADE_REQUIRED -> NOT_JUDGED_YET;
            case COLUMN_MADE_NULLABLE -> NOT_JUDGED_YET;
            case COLUMN_DEFAULT_ADDED -> compatible("who left the column out got NULL or an error before");
            case COLUMN_DEFAULT_DROPPED -> NOT_JUDGED_YET;
            case COLUMN_DEFAULT_CHANGED -> NOT_JUDGED_YET;
            case COLUMN_TYPE_LONGER, COLUMN_TYPE_WIDENED -> NOT_JUDGED_YET;
            case COLUMN_TYPE_NARROWED -> NOT_JUDGED_YET;
            case COLUMN_TYPE_CHANGED -> NOT_JUDGED_YET;
            case COLUMN_COLLATION_CHANGED -> NOT_JUDGED_YET;
            case COLUMN_MADE_GENERATED -> NOT_JUDGED_YET;
            case COLUMN_MADE_PLAIN -> NOT_JUDGED_YET;
            case COLUMN_EXPRESSION_CHANGED -> NOT_JUDGED_YET;
            case COLUMN_IDENTITY_CHANGED -> NOT_JUDGED_YET;
            case COLUMN_ON_UPDATE_CHANGED -> NOT_JUDGED_YET;
            case ENUM_VALUE_REMOVED -> NOT_JUDGED_YET;
            case ENUM_VALUE_RENAMED -> NOT_JUDGED_YET;
            case ENUM_VALUE_ADDED, ENUM_VALUES_REORDERED -> NOT_JUDGED_YET;
            case KEY_ADDED -> NOT_JUDGED_YET;
            case PRIMARY_KEY_DROPPED -> NOT_JUDGED_YET;
            case UNIQUE_DROPPED -> NOT_JUDGED_YET;
            case INDEX_ADDED -> compatible("an index changes no result");
            case INDEX_DROPPED -> NOT_JUDGED_YET;
            case FOREIGN_KEY_ADDED, FOREIGN_KEY_CHANGED -> NOT_JUDGED_YET;
            case FOREIGN_KEY_DROPPED -> NOT_JUDGED_YET;
            case DELETE_RESTRICTED -> NOT_JUDGED_YET;
            case CHECK_ADDED, CHECK_CHANGED -> NOT_JUDGED_YET;
            case CHECK_DROPPED, EXCLUSION_DROPPED -> NOT_JUDGED_YET;
            case EXCLUSION_ADDED -> NOT_JUDGED_YET;
            case VIEW_ADDED -> NOT_JUDGED_YET;
            case VIEW_DROPPED -> NOT_JUDGED_YET;
            case VIEW_RENAMED -> NOT_JUDGED_YET;
            case VIEW_EDITED -> NOT_JUDGED_YET;
            case ROUTINE_ADDED -> NOT_JUDGED_YET;
            case ROUTINE_DROPPED -> NOT_JUDGED_YET;
            case ROUTINE_RENAMED -> NOT_JUDGED_YET;
            case ROUTINE_EDITED -> NOT_JUDGED_YET;
            case TRIGGER_FUNCTION_EDITED -> NOT_JUDGED_YET;
            case TRIGGER_ADDED, TRIGGER_ENABLED -> NOT_JUDGED_YET;
            case TRIGGER_EDITED -> NOT_JUDGED_YET;
            case TRIGGER_DISABLED, TRIGGER_DROPPED -> NOT_JUDGED_YET;
            case SEQUENCE_DROPPED, SEQUENCE_RENAMED -> NOT_JUDGED_YET;
            case SEQUENCE_CHANGED -> NOT_JUDGED_YET;
            case TYPE_DROPPED, TYPE_RENAMED -> NOT_JUDGED_YET;
            case TYPE_EDITED -> NOT_JUDGED_YET;
            case DOMAIN_CONSTRAINT_ADDED -> NOT_JUDGED_YET;
            case DOMAIN_CONSTRAINT_DROPPED -> compatible("every old value still fits");
            case SYNONYM_DROPPED -> NOT_JUDGED_YET;
            case SYNONYM_RETARGETED -> NOT_JUDGED_YET;
            case PRIVILEGE_GRANTED -> compatible("nobody loses a right");
            case PRIVILEGE_REVOKED -> NOT_JUDGED_YET;
            case ROW_SECURITY_ENABLED -> NOT_JUDGED_YET;
            case ROW_SECURITY_DISABLED -> compatible("old releases see at least the rows that they saw");
            case TABLE_TRUNCATED -> NOT_JUDGED_YET;
            case PARTITION_DROPPED -> NOT_JUDGED_YET;
            case ROWS_DELETED -> NOT_JUDGED_YET;
            case ROWS_OVERWRITTEN -> NOT_JUDGED_YET;
            case ROWS_TOUCHED ->
                compatible("rows are changed on purpose, a WHERE or the release's own column limits them");
        };
    }
}
