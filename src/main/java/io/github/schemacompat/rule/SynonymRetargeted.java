package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A released synonym stands for something else. */
final class SynonymRetargeted implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "synonym-retargeted",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A synonym that a supported release uses points at another object.",
                    "The release that is still running reads and writes another object than it was built for.",
                    "Create another synonym, and let the old one go when no supported release uses it.")
            .silentWhen("It follows its object, which is renamed or moved in the same phase.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.ALL);
        if (breaks.isEmpty()
                || !(difference.before() instanceof Synonym before)
                || !(difference.after() instanceof Synonym after)) {
            return Optional.empty();
        }
        String old = key(before, situation);
        String now = key(after, situation);
        boolean sameDatabase = database(before).equalsIgnoreCase(database(after));
        if (sameDatabase && before.database() != null && now.equals(old)) {
            return Optional.empty();
        }
        if (sameDatabase && now.equals(situation.provenance().currentTable(old))) {
            // the table has another name, and the synonym follows it
            return Optional.empty();
        }
        boolean sameColumns = hasColumns(
                situation.state().tables().get(now),
                situation.released().tables().get(old),
                situation);
        return Optional.of(new Verdict(
                sameColumns ? Severity.WARNING : INFO.severity(),
                difference.sentence() + ": at " + written(after, situation) + " instead of "
                        + written(before, situation),
                sameColumns
                        ? "Statements of " + Users.releases(breaks) + " find the same columns, but other rows."
                        : "Statements of " + Users.releases(breaks)
                                + " that name it meet another object than they were built for.",
                "Leave the synonym as it is and create another one.",
                breaks));
    }

    private static String database(Synonym synonym) {
        String database = synonym.database();
        return database == null ? "" : database;
    }

    private static String written(Synonym synonym, Situation situation) {
        String target = situation.written(synonym.target());
        String database = synonym.database();
        if (database == null) {
            return target;
        }
        return situation.dialect().is(Dialect.SQL_SERVER) ? database + "." + target : target + "@" + database;
    }

    private static String key(Synonym synonym, Situation situation) {
        return situation.dialect().key(synonym.target(), situation.dialect().defaultSchema());
    }

    private static boolean hasColumns(@Nullable Table now, @Nullable Table old, Situation situation) {
        return now != null
                && old != null
                && old.columns().stream().allMatch(column -> {
                    Column same = situation.column(now, situation.dialect().key(column.name()));
                    return same != null && same.type().equals(column.type());
                });
    }
}
