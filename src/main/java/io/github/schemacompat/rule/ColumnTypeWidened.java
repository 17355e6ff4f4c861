package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import java.util.List;
import java.util.Optional;

/** A released column can hold more than it did. */
final class ColumnTypeWidened implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-type-widened",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A column that a supported release reads gets a wider type; every old value fits.",
                    "The release that is still running may meet values that don't fit its own types; SQL Server's drivers refuse to read a wider number as the old type.",
                    "Write no value that the old type can't hold until no supported release reads the column.")
            .silentWhen("The same type under another name.", "No release has the column.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS);
        if (breaks.isEmpty()
                || !(difference.before() instanceof Column before)
                || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        Dialect dialect = situation.dialect();
        boolean longer = difference.kind() == DifferenceKind.COLUMN_TYPE_LONGER;
        boolean alike = dialect.readsAlike(before.type(), after.type());
        boolean refused = dialect.is(Dialect.SQL_SERVER) && !longer && !alike;
        return Optional.of(new Verdict(
                longer ? Severity.INFO : refused ? Severity.ERROR : Severity.WARNING,
                difference.sentence() + ": " + after.type() + " instead of " + before.type(),
                "Readers of " + Users.releases(breaks) + " " + effect(longer, alike, refused),
                refused
                        ? Fix.of(
                                "Add a column of the new type beside it:",
                                dialect.fixSql()
                                        .addNullableColumn(
                                                situation.tableName(
                                                        difference.path().owner()),
                                                before.withName(after.name() + "_2")
                                                        .withType(after.type())
                                                        .withIdentity(Identity.NONE)
                                                        .withGenerated(null)))
                        : "Write no value that the old type can't hold until no supported release reads the column.",
                breaks));
    }

    private static String effect(boolean longer, boolean alike, boolean refused) {
        if (longer) {
            return "may meet longer values than they know.";
        }
        if (alike) {
            return "read it as before, but for READTEXT and TEXTPTR, which take the old type only.";
        }
        return refused
                ? "that fetch it as the old type fail, as GetInt32 does on a bigint."
                : "may meet values that don't fit their types.";
    }
}
