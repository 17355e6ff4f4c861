package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Optional;

/** Rows come in that old releases don't expect. */
final class ConstraintDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "constraint-dropped",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A check, exclusion constraint or foreign key of a table that a supported release uses is dropped.",
                    "Newer releases may write rows that the one that is still running can't handle; with ON DELETE CASCADE its writers rely on it.",
                    "Write no row that would break the old rule until no supported release relies on it.")
            .silentWhen(
                    "It is there again at the end of the phase, over the same columns: then the difference is judged.",
                    "A relaxed check, and CHECK (c IS NOT NULL) once the column is NOT NULL.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty() || isSaidByColumn(difference, situation)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Newer releases may write rows that " + Users.releases(breaks) + " can't handle.",
                "Write no row that would break the old rule until no supported release relies on it.",
                breaks));
    }

    /** CHECK (c IS NOT NULL) has done its work once the column is NOT NULL. */
    private static boolean isSaidByColumn(Difference difference, Situation situation) {
        Table table = situation.currentTable(difference.path().owner());
        if (table == null || !(difference.before() instanceof Check check)) {
            return false;
        }
        Condition dropped = Condition.parse(check.expression(), situation.dialect());
        return table.columns().stream()
                .filter(column -> !column.nullable())
                .map(column -> situation.dialect().quote(column.name()) + " IS NOT NULL")
                .anyMatch(
                        notNull -> Condition.parse(notNull, situation.dialect()).equals(dropped));
    }
}
