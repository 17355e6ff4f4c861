package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A released column is gone, or its values are. */
final class ColumnDropped implements DifferenceRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo(
                        "column-dropped",
                        Family.COMPAT,
                        Severity.ERROR,
                        "A column that a supported release uses is dropped, made invisible, lost in a rebuild, or dropped and"
                                + " added again.",
                        "The release that is still running names the column in its queries and writes: they fail, and the"
                                + " values are lost.",
                        "Keep the column until no supported release uses it, and drop it in a later release.")
                .silentWhen(
                        "Every supported release has deprecated the column. With `deprecate reads` only its writers count.",
                        "No release has the column.");
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        String message = difference.sentence();
        if (difference.after() != null && difference.kind() == DifferenceKind.COLUMN_DROPPED) {
            message += situation.provenance().rebuilt(difference.path().owner()) == null
                    ? " and added again: its values are lost"
                    : ": the copy that takes the table's place has it, but not its values";
        }
        String twin = renamedTo(difference, situation);
        String why = "Queries and writes of " + Users.releases(breaks) + " that name it fail"
                + (difference.kind() == DifferenceKind.COLUMN_HIDDEN
                        ? " where they use SELECT * or write without a column list."
                        : ", and its values are lost.");
        String fix =
                "Leave the column in this release. " + Retirement.of(difference.path(), difference.name(), situation);
        if (twin != null) {
            why += " It looks like a rename to " + twin + ".";
            fix = "Keep " + difference.name() + " beside " + twin
                    + ", write both columns in the new release, and copy the old values. "
                    + Retirement.of(difference.path(), difference.name(), situation);
        }
        return Optional.of(new Verdict(info().severity(), message, why, fix, breaks));
    }

    /** The one new column of the same type in the same table, if there is just one. */
    private static @Nullable String renamedTo(Difference difference, Situation situation) {
        Table current = situation.currentTable(difference.path().owner());
        if (current == null || difference.after() != null || !(difference.before() instanceof Column gone)) {
            return null;
        }
        String twin = null;
        for (Column column : current.columns()) {
            boolean isNew =
                    situation.provenance().releasedColumn(difference.path().owner(), column.name()) == null;
            if (isNew && column.type().equals(gone.type())) {
                if (twin != null) {
                    return null;
                }
                twin = column.name();
            }
        }
        return twin;
    }
}
