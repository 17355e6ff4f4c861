package io.github.schemacompat.fidelity;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds the replay of random histories against the engine that took them, all in one database that is emptied between. */
final class RandomHistories implements AutoCloseable {
    private final RealEngine engine;
    private final Grammar grammar;
    private final String namesQuery;
    private Database database;
    private int statements;

    RandomHistories(RealEngine engine) throws SQLException {
        this.engine = engine;
        this.grammar = Grammar.of(engine.dialect());
        this.database = engine.newDatabase();
        this.namesQuery = engine.prepared(database, grammar.names());
    }

    /**
     * A history that the replay gets wrong, with the fewest statements.
     *
     * @param faults what is wrong, a line each
     */
    record Failure(long seed, RandomHistory history, List<String> faults) {
        String text(RealEngine engine) {
            return "seed " + seed + " on " + engine.dialect().displayName() + "\n" + String.join("\n", faults) + "\n"
                    + history.text(engine);
        }
    }

    /** Those of so many histories that the replay gets wrong, from this seed on; at most so many. Known ones are left out. */
    List<Failure> failures(long firstSeed, int histories, int most, Set<Long> known) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + histories && failures.size() < most; seed++) {
            if (known.contains(seed)) {
                continue;
            }
            database = engine.cleared(database);
            RandomHistory history = RandomHistory.make(engine, grammar, namesQuery, database, seed);
            statements += history.size();
            if (!faults(history).isEmpty()) {
                // what was refused may have left something behind where DDL is not undone
                RandomHistory again = taken(history.scripts());
                if (!faults(again).isEmpty()) {
                    failures.add(shrunk(seed, again));
                }
            }
        }
        return failures;
    }

    /** How many statements the engine took. */
    int statements() {
        return statements;
    }

    /** What the replay says differently than the database, which is that of this history, or complains about. */
    private List<String> faults(RandomHistory history) throws SQLException {
        List<MigrationScript> scripts = history.migrations(engine);
        Replayed replayed = History.replay(Schema.EMPTY, scripts, engine.dialect(), ReplayOptions.DEFAULT);
        engine.beginScript(database);
        List<String> faults = new ArrayList<>(Comparison.lines(replayed.problems()));
        Facts model = SchemaFacts.of(replayed.schema(), engine.spelling(database));
        faults.addAll(engine.withoutTraces(model)
                .differences(
                        "the model",
                        engine.withoutTraces(engine.catalog(database)),
                        engine.dialect().displayName()));
        return faults;
    }

    /** Leaves out whatever is not needed for something to be wrong, the larger parts first. */
    private Failure shrunk(long seed, RandomHistory history) throws SQLException {
        RandomHistory smallest = taken(history.scripts());
        for (int part = smallest.size(); part > 0; part /= 2) {
            for (int from = 0; from < smallest.size(); ) {
                RandomHistory smaller = taken(without(smallest.scripts(), from, part));
                if (smaller.size() < smallest.size() && !faults(smaller).isEmpty()) {
                    smallest = smaller;
                } else {
                    from += part;
                }
            }
        }
        RandomHistory last = taken(smallest.scripts());
        return new Failure(seed, last, faults(last));
    }

    /** In a database that was asked for nothing else: what is refused may leave something behind as well. */
    private RandomHistory taken(List<List<String>> scripts) throws SQLException {
        int asked;
        RandomHistory history = new RandomHistory(scripts);
        do {
            asked = history.size();
            database = engine.cleared(database);
            history = RandomHistory.ofTaken(engine, database, history.scripts());
        } while (history.size() < asked);
        return history;
    }

    private static List<List<String>> without(List<List<String>> scripts, int from, int count) {
        List<List<String>> rest = new ArrayList<>();
        int place = 0;
        for (List<String> script : scripts) {
            List<String> statements = new ArrayList<>();
            for (String statement : script) {
                if (place < from || place >= from + count) {
                    statements.add(statement);
                }
                place++;
            }
            rest.add(statements);
        }
        return rest;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
