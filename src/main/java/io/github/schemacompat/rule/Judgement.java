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
            case SCHEMA_DROPPED -> by(new SchemaDropped());
            case SCHEMA_RENAMED -> by(new SchemaRenamed());
            case TABLE_DROPPED -> by(new TableDropped());
            case TABLE_RENAMED -> by(new TableRenamed());
            case TABLE_DEPRECATED, COLUMN_DEPRECATED -> by(new DeprecatedStillRequired());
            case COLUMN_ADDED -> by(new RequiredColumnAdded());
            case COLUMN_INSERTED -> by(new ColumnInserted());
            case COLUMN_DROPPED, COLUMN_HIDDEN -> by(new ColumnDropped());
            case COLUMN_SHOWN -> by(new ColumnInserted());
            case COLUMN_RENAMED -> by(new ColumnRenamed());
            case COLUMN_REORDERED -> by(new ColumnReordered());
            case COLUMN_MADE_REQUIRED -> by(new ColumnMadeRequired(), new RequiredColumnAdded());
            case COLUMN_MADE_NULLABLE -> by(new ColumnMadeNullable());
            case COLUMN_DEFAULT_ADDED -> compatible("who left the column out got NULL or an error before");
            case COLUMN_DEFAULT_DROPPED -> by(new ColumnDefaultDropped());
            case COLUMN_DEFAULT_CHANGED -> by(new ColumnDefaultChanged());
            case COLUMN_TYPE_LONGER, COLUMN_TYPE_WIDENED -> by(new ColumnTypeWidened());
            case COLUMN_TYPE_NARROWED -> by(new ColumnTypeNarrowed());
            case COLUMN_TYPE_CHANGED -> by(new ColumnTypeChanged());
            case COLUMN_COLLATION_CHANGED -> by(new ColumnCollationChanged());
            case COLUMN_MADE_GENERATED -> by(new ColumnMadeGenerated());
            case COLUMN_MADE_PLAIN -> by(new ColumnMadePlain());
            case COLUMN_EXPRESSION_CHANGED -> by(new ColumnExpressionChanged());
            case COLUMN_IDENTITY_CHANGED -> by(new IdentityChanged());
            case COLUMN_ON_UPDATE_CHANGED -> by(new ColumnDefaultChanged());
            case ENUM_VALUE_REMOVED -> by(new EnumValueRemoved());
            case ENUM_VALUE_RENAMED -> by(new EnumValueRenamed());
            case ENUM_VALUE_ADDED -> by(new EnumValueAdded());
            case ENUM_VALUES_REORDERED -> by(new EnumValuesReordered());
            case KEY_ADDED -> by(new UniqueAdded());
            case PRIMARY_KEY_DROPPED -> by(new PrimaryKeyDropped());
            case UNIQUE_DROPPED -> by(new UniqueDropped());
            case INDEX_ADDED -> compatible("an index changes no result");
            case INDEX_DROPPED, INDEX_REPLACED -> by(new IndexDropped());
            case FOREIGN_KEY_ADDED, FOREIGN_KEY_CHANGED -> by(new ForeignKeyAdded(), new DeleteRestricted());
            case FOREIGN_KEY_DROPPED -> by(new ConstraintDropped());
            case DELETE_RESTRICTED -> by(new DeleteRestricted());
            case CHECK_ADDED, CHECK_CHANGED -> by(new CheckAdded());
            case CHECK_DROPPED, EXCLUSION_DROPPED -> by(new ConstraintDropped());
            case EXCLUSION_ADDED -> by(new ExclusionAdded());
            case VIEW_ADDED -> by(new VersionGap());
            case VIEW_DROPPED -> by(new ViewDropped());
            case VIEW_RENAMED -> by(new ViewRenamed());
            case VIEW_EDITED -> by(new ViewEdited());
            case ROUTINE_ADDED -> by(new RoutineOverloadAmbiguous(), new VersionGap());
            case GRANTS_LOST -> by(new GrantsLost());
            case BRIEFLY_MISSING -> by(new BrieflyMissing());
            case ROUTINE_DROPPED -> by(new RoutineDropped());
            case ROUTINE_RENAMED -> by(new RoutineRenamed());
            case ROUTINE_EDITED -> by(new RoutineSignatureChanged(), new RoutineEdited());
            case TRIGGER_FUNCTION_EDITED -> by(new TriggerEdited());
            case TRIGGER_ADDED, TRIGGER_ENABLED -> by(new TriggerAdded());
            case TRIGGER_EDITED -> by(new TriggerEdited());
            case TRIGGER_DISABLED, TRIGGER_DROPPED -> by(new TriggerDropped());
            case SEQUENCE_DROPPED, SEQUENCE_RENAMED -> by(new SequenceDropped());
            case SEQUENCE_CHANGED, NUMBERING_RESTARTED -> by(new SequenceChanged());
            case TYPE_ADDED -> by(new VersionGap());
            case TYPE_DROPPED, TYPE_RENAMED -> by(new TypeDropped());
            case TYPE_EDITED -> by(new TypeEdited());
            case DOMAIN_CONSTRAINT_ADDED -> by(new DomainConstraintAdded());
            case DOMAIN_CONSTRAINT_DROPPED -> compatible("every old value still fits");
            case SYNONYM_DROPPED -> by(new SynonymDropped());
            case SYNONYM_RETARGETED -> by(new SynonymRetargeted());
            case PRIVILEGE_GRANTED -> compatible("nobody loses a right");
            case PRIVILEGE_REVOKED -> by(new PrivilegeRevoked());
            case REORG_NEEDED -> by(new TableNeedsReorg());
            case ROW_SECURITY_ENABLED, ROW_POLICIES_CHANGED -> by(new RowSecurityAdded());
            case TABLE_MADE_READ_ONLY -> by(new TableDropped());
            case TABLE_MADE_WRITABLE -> compatible("old releases can do at least what they could");
            case ROW_SECURITY_DISABLED -> compatible("old releases see at least the rows that they saw");
            case DEPENDENT_INVALIDATED -> by(new DependentInvalidated());
            case TABLE_TRUNCATED -> by(new TableTruncated());
            case PARTITION_DROPPED, PARTITION_DETACHED -> by(new PartitionDropped());
            case ROWS_DELETED -> by(new RowsDeleted());
            case ROWS_OVERWRITTEN -> by(new RowsOverwritten());
            case ROWS_TOUCHED ->
                compatible("rows are changed on purpose, a WHERE or the release's own column limits them");
        };
    }
}
