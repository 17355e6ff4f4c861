package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A released column loses its default. */
final class ColumnDefaultDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "column-default-dropped",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A column that a supported release may leave out loses its default.",
                    "The release that is still running leaves the column out and relies on the default: its INSERTs are refused, or store NULL.",
                    "Keep the default; a MODIFY, CHANGE or ALTER COLUMN has to repeat it where the engine drops it otherwise.")
            .silentWhen(
                    "The column still gets a value when it is left out: a serial becomes an identity.",
                    "A MODIFY, CHANGE or ALTER COLUMN repeats the default, or the engine keeps it by itself.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        if (!(difference.before() instanceof Column before) || !(difference.after() instanceof Column after)) {
            return Optional.empty();
        }
        boolean gaveValue = OmittedValue.of(
                                before,
                                situation.dialect(),
                                situation.released().types())
                        .kind()
                != OmittedValue.Kind.NULL;
        boolean givesValue =
                OmittedValue.of(after, situation.dialect(), situation.state().types())
                                .kind()
                        != OmittedValue.Kind.NULL;
        List<Break> breaks = new ArrayList<>(situation.breaks(difference.path(), Users.WRITERS));
        if (!after.nullable()) {
            breaks.addAll(situation.breaksLeavingOut(difference.path()));
        }
        String value = before.defaultValue();
        if (!gaveValue || givesValue || breaks.isEmpty() || value == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                after.nullable() ? Severity.WARNING : Severity.ERROR,
                difference.sentence() + " " + value,
                "INSERTs of " + Users.releases(breaks) + " that leave it out "
                        + (after.nullable() ? "store NULL where they stored " + value + "." : "are refused."),
                situation
                        .dialect()
                        .fixSql()
                        .setDefault(situation.tableName(difference.path().owner()), before, value)
                        .map(sql -> Fix.of("Keep the default:", sql))
                        .orElse("Keep the default: repeat it where the table is made anew."),
                breaks));
    }
}
