package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import java.util.List;
import java.util.Optional;

/** A released column holds something else. */
final class ColumnTypeChanged implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-type-changed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A column that a supported release uses gets a type of another family.",
                    "The release that is still running reads and writes another type than it expects: values are converted, refused, or mean something else.",
                    "Add a column of the new type beside the old one, let the new release write both, and drop the old column when no supported release uses it.")
            .silentWhen("The two types are one for this engine (`int` and `integer`).");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()
                || !(difference.before() instanceof Column before)
                || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        Column beside = before.withName(after.name() + "_2")
                .withType(after.type())
                .withCharset(after.charset(), after.collation())
                .withIdentity(Identity.NONE)
                .withGenerated(null);
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + ": " + Collations.instead(before, after),
                "Queries and writes of " + Users.releases(breaks) + " expect " + before.type()
                        + ": values are converted, refused, or mean something else.",
                Fix.of(
                        "Leave the type as it is and add a column of the new type beside it:",
                        situation
                                .dialect()
                                .fixSql()
                                .addNullableColumn(
                                        situation.tableName(difference.path().owner()), beside)),
                breaks));
    }
}
