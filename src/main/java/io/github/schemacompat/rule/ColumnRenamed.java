package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.FixSql;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A released column goes by another name. */
final class ColumnRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-renamed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A column that a supported release uses gets another name.",
                    "The release that is still running names the column by its old name: those statements fail.",
                    "Add a new column beside the old one, let the new release write both, copy the old values, and drop the old column when no supported release uses it.")
            .silentWhen(
                    "The old name is there again at the end of the phase as a column that is worked out from the new one: then only writers break.",
                    "The old name is there again as a plain column with a backfill and a trigger that keeps both alike.",
                    "No release has the column, or it is renamed there and back.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        Table current = situation.currentTable(difference.path().owner());
        String member = Objects.requireNonNull(difference.path().member());
        if (!(difference.before() instanceof Column before) || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        Column oldName = situation.column(current, member);
        boolean computed = oldName != null && oldName.generated() != null;
        if (oldName != null && isKeptAlike(difference.path().owner(), member, after, situation)) {
            return Optional.empty();
        }
        List<Break> breaks = situation.breaks(difference.path(), computed ? Users.WRITERS : Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        QualifiedName table = situation.tableName(difference.path().owner());
        FixSql sql = situation.dialect().fixSql();
        boolean nameIsTaken = situation.column(
                        situation.releasedTable(difference.path().owner()),
                        situation.dialect().key(after.name()))
                != null;
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " to " + after.name(),
                computed
                        ? "Its old name can still be read, but writes of " + Users.releases(breaks) + " to it fail."
                        : "Queries and writes of " + Users.releases(breaks) + " that name " + before.name() + " fail.",
                nameIsTaken
                        ? "Leave both names as they are: a column that changes its meaning needs a new name."
                        : Fix.of(
                                "Add " + after.name() + " beside " + before.name()
                                        + " instead, write both in the new release, and drop the old column when no supported"
                                        + " release uses it any more:",
                                sql.addCopyOfColumn(
                                        table,
                                        before.withName(after.name())
                                                .withIdentity(Identity.NONE)
                                                .withGenerated(null),
                                        before.name())),
                breaks));
    }

    /**
     * Whether the old name is there again as a plain column whose rows were filled, and a trigger sets both columns on
     * every INSERT and UPDATE.
     */
    private static boolean isKeptAlike(String table, String oldName, Column renamed, Situation situation) {
        String current = situation.provenance().currentTable(table);
        List<String> both = List.of(oldName, situation.dialect().key(renamed.name()));
        boolean synced = situation.state().triggers().values().stream()
                .filter(trigger -> trigger.enabled()
                        && trigger.table() != null
                        && trigger.table().equals(current)
                        && trigger.effect().sets().containsAll(both))
                .anyMatch(trigger -> trigger.events().containsAll(List.of("insert", "update")));
        return synced && situation.provenance().isBackfilled(table, oldName);
    }
}
