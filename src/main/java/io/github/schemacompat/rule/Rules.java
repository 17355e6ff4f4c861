package io.github.schemacompat.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
            new RowSecurityAdded(),
            new VersionGap(),
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
            new DynamicSql());

    /** Rules about what could not be read; they are never silent. */
    public static final Set<String> READING =
            Set.of("statement-not-understood", "dynamic-sql", "script-not-readable", "script-does-not-apply");

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
        String wanted = id.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        Map<String, Integer> distances = new TreeMap<>();
        for (Rule rule : ALL) {
            String known = rule.info().id();
            int distance = distance(wanted, known);
            if (distance <= Math.max(2, known.length() / 3)) {
                distances.put(known, distance);
            }
        }
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(3)
                .toList();
    }

    /** How many characters have to be changed, added or left out (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
