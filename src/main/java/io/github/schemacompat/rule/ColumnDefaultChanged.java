package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A released column gets another default. */
final class ColumnDefaultChanged implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-default-changed",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A column that a supported release may leave out gets another default.",
                    "The release that is still running leaves the column out and stores a value that it doesn't expect.",
                    "Let the new release write the value itself, and leave the default as it is.")
            .silentWhen(
                    "A first default: who left the column out got NULL or an error before.",
                    "The same default in other words.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        boolean onUpdate = difference.kind() == DifferenceKind.COLUMN_ON_UPDATE_CHANGED;
        // who writes a value into each row may leave it out of an UPDATE
        List<Break> breaks = new ArrayList<>(situation.breaks(
                difference.path(),
                Users.WRITERS,
                contract -> onUpdate || contract.marks(difference.path()).populated() == null));
        breaks.addAll(situation.breaksComputing(difference.path()));
        if (breaks.isEmpty()
                || !(difference.before() instanceof Column before)
                || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        if (onUpdate) {
            return Optional.of(new Verdict(
                    INFO.severity(),
                    difference.sentence() + ": " + said(after.onUpdate()) + " instead of " + said(before.onUpdate()),
                    "UPDATEs of " + Users.releases(breaks) + " that leave it out store another value.",
                    "Let the new release write the value itself, and leave ON UPDATE as it is.",
                    breaks));
        }
        boolean numbered = OmittedValue.of(
                                        before,
                                        situation.dialect(),
                                        situation.released().types())
                                .kind()
                        == OmittedValue.Kind.UNIQUE
                && OmittedValue.of(after, situation.dialect(), situation.state().types())
                                .kind()
                        == OmittedValue.Kind.UNIQUE;
        if (numbered) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + ": " + after.defaultValue() + " instead of " + before.defaultValue(),
                "INSERTs of " + Users.releases(breaks) + " that leave it out store the new value.",
                "Let the new release write the value itself, and leave the default as it is.",
                breaks));
    }

    private static String said(@Nullable String value) {
        return value == null ? "none" : value;
    }
}
