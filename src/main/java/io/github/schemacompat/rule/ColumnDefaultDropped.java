package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        OmittedValue given = OmittedValue.of(
                before, situation.dialect(), situation.released().types());
        OmittedValue now =
                OmittedValue.of(after, situation.dialect(), situation.state().types());
        String table = difference.path().owner();
        boolean withoutAny =
                !isEnum(after) && !getsTheTime(before, given, situation) && isLeftWithoutAny(difference, situation);
        boolean filled =
                !withoutAny && situation.isFilled(table, situation.dialect().key(after.name()), "insert");
        boolean refused = !filled && !after.nullable() || withoutAny;
        List<Break> breaks = new ArrayList<>(situation.breaks(
                difference.path(),
                Users.WRITERS,
                contract -> contract.marks(difference.path()).populated() == null));
        breaks.addAll(
                refused ? situation.breaksLeavingOut(difference.path()) : situation.breaksComputing(difference.path()));
        boolean lostNull = withoutAny && before.nullable() && before.defaultValue() == null;
        String value = lostNull ? "NULL" : before.defaultValue();
        if (!lostNull && given.kind() == OmittedValue.Kind.NULL || breaks.isEmpty() || value == null) {
            return Optional.empty();
        }
        if (now.kind() != OmittedValue.Kind.NULL) {
            return isOther(given, now) ? Optional.of(other(difference, breaks, value, now)) : Optional.empty();
        }
        return Optional.of(new Verdict(
                refused ? Severity.ERROR : Severity.WARNING,
                difference.sentence() + " " + value,
                "INSERTs of " + Users.releases(breaks) + " that leave it out "
                        + (refused
                                ? "are refused."
                                : "store " + (filled ? "what a trigger gives them" : "NULL") + " where they stored "
                                        + value + "."),
                situation
                        .dialect()
                        .fixSql()
                        .setDefault(situation.tableName(table), before, value)
                        .map(sql -> Fix.of("Keep the default:", sql))
                        .orElse("Keep the default: repeat it where the table is made anew."),
                breaks));
    }

    /**
     * After DROP DEFAULT MySQL wants a value, although NULL is one; a column that is defined anew gets NULL. MariaDB asks for
     * none where a trigger might give it.
     */
    private static boolean isLeftWithoutAny(Difference difference, Situation situation) {
        boolean mysql =
                situation.dialect().is(Dialect.MYSQL) || situation.dialect().is(Dialect.MARIADB);
        Origin origin = difference.origin();
        List<SchemaChange> trail = difference.trail();
        boolean waits = situation.dialect().is(Dialect.MARIADB)
                && situation
                        .triggersBefore(difference.path().owner(), "insert")
                        .findAny()
                        .isPresent();
        return mysql
                && !waits
                && origin != null
                && (trail.isEmpty()
                        || trail.get(trail.size() - 1).origin().span().equals(origin.span()))
                && dropsDefault(new Lexer(situation.dialect()).tokens(origin.span()));
    }

    /** MariaDB asks for no value of a TIMESTAMP that may be NULL where the default was the time. */
    private static boolean getsTheTime(Column column, OmittedValue given, Situation situation) {
        return situation.dialect().is(Dialect.MARIADB)
                && column.nullable()
                && column.type().name().equalsIgnoreCase("timestamp")
                && given.kind() == OmittedValue.Kind.EXPRESSION
                && given.present();
    }

    /** MySQL finds something for it by itself: NULL, or the first label where that isn't allowed. */
    private static boolean isEnum(Column column) {
        return column.type().name().equalsIgnoreCase("enum");
    }

    private static boolean dropsDefault(List<Token> clause) {
        return IntStream.range(1, clause.size())
                .anyMatch(i -> clause.get(i - 1).is("drop") && clause.get(i).is("default"));
    }

    /** MySQL gives the first label of an ENUM that demands a value and has no default. */
    private static boolean isOther(OmittedValue given, OmittedValue now) {
        return now.literal() != null && !now.literal().equals(given.literal());
    }

    private static Verdict other(Difference difference, List<Break> breaks, String value, OmittedValue now) {
        return new Verdict(
                Severity.WARNING,
                difference.sentence() + " " + value,
                "INSERTs of " + Users.releases(breaks) + " that leave it out store " + now.literal()
                        + " where they stored " + value + ".",
                "Let the new release write the value itself, and leave the default as it is.",
                breaks);
    }
}
