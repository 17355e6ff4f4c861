package io.github.schemacompat.rule;

import io.github.schemacompat.directive.Spelling;
import java.util.List;
import java.util.Set;

/** The catalogue. */
public final class Rules {
    /** Every rule, in the order of the catalogue. */
    public static final List<Rule> ALL = List.of(
            new SchemaDropped(),
            new SchemaRenamed(),
            new TableDropped(),
            new TableRenamed(),
            new ColumnDropped(),
            new ColumnRenamed(),
            new ColumnReordered(),
            new ColumnInserted(),
            new RequiredColumnAdded(),
            new ColumnMadeRequired(),
            new ColumnDefaultDropped(),
            new ColumnDefaultChanged(),
            new ColumnMadeNullable(),
            new ColumnTypeNarrowed(),
            new ColumnTypeChanged(),
            new ColumnTypeWidened(),
            new ColumnCollationChanged(),
            new ColumnMadeGenerated(),
            new ColumnMadePlain(),
            new ColumnExpressionChanged(),
            new IdentityChanged(),
            new EnumValueRemoved(),
            new EnumValueRenamed(),
            new EnumValuesReordered(),
            new EnumValueAdded(),
            new UniqueAdded(),
            new ForeignKeyAdded(),
            new DeleteRestricted(),
            new CheckAdded(),
            new ExclusionAdded(),
            new DomainConstraintAdded(),
            new ConstraintDropped(),
            new PrimaryKeyDropped(),
            new UniqueDropped(),
            new IndexDropped(),
            new ViewDropped(),
            new ViewRenamed(),
            new ViewEdited(),
            new RoutineDropped(),
            new RoutineRenamed(),
            new RoutineEdited(),
            new RoutineSignatureChanged(),
            new RoutineOverloadAmbiguous(),
            new BrieflyMissing(),
            new TransientlyBroken(),
            new TypeEdited(),
            new TypeDropped(),
            new TriggerAdded(),
            new TriggerEdited(),
            new TriggerDropped(),
            new SequenceDropped(),
            new SequenceChanged(),
            new SynonymDropped(),
            new SynonymRetargeted(),
            new PrivilegeRevoked(),
            new GrantsLost(),
            new RowSecurityAdded(),
            new TableNeedsReorg(),
            new DependentInvalidated(),
            new VersionGap(),
            new VersionSuperseded(),
            new VersionUnused(),
            new DeprecatedTooLate(),
            new DeprecatedStillRequired(),
            new PostInPre(),
            new VersionRetiredEarly(),
            new TableTruncated(),
            new RowsDeleted(),
            new RowsOverwritten(),
            new PartitionDropped(),
            new ReleasedScriptEdited(),
            new ReleasedScriptRemoved(),
            new ScriptOutOfOrder(),
            new DuplicateVersion(),
            new ScriptDoesNotApply(),
            new ScriptNotReadable(),
            new StatementNotUnderstood(),
            new DynamicSql(),
            new ReadingsDiffer(),
            new SuppressionUnused(),
            new SuppressionExpired(),
            new DirectiveInvalid());

    /** Rules about what could not be read; they are never silent. */
    public static final Set<String> READING = Set.of(
            "statement-not-understood",
            "dynamic-sql",
            "readings-differ",
            "script-not-readable",
            "script-does-not-apply");

    private Rules() {}

    /**
     * The rule of an id.
     *
     * @throws UnknownRuleException with the nearest ids if there is none
     */
    public static Rule byId(String id) {
        for (Rule rule : ALL) {
            if (rule.info().id().equals(id)) {
                return rule;
            }
        }
        throw new UnknownRuleException(id, nearest(id));
    }

    private static List<String> nearest(String id) {
        String written = id.replace('_', '-').replace(' ', '-');
        return Spelling.nearest(
                written, ALL.stream().map(rule -> rule.info().id()).toList());
    }
}
