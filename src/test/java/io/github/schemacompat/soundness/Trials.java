package io.github.schemacompat.soundness;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.fidelity.RealEngine;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Random migrations of random releases on one engine, all in one database that is emptied between. */
final class Trials implements AutoCloseable {
    private final RealEngine engine;
    private final Vocabulary words;
    private final Gate gate;
    private Database database;
    private final Map<String, Integer> figures = new TreeMap<>();

    Trials(RealEngine engine) throws SQLException {
        this.engine = engine;
        this.words = Vocabulary.of(engine.dialect());
        this.gate = new Gate(engine);
        this.database = engine.newDatabase();
    }

    /** A trial with a fault, with the fewest statements. */
    record Failure(long seed, Trial trial, List<Fault> faults) {
        /** What kinds of statements show it. */
        String shape() {
            return trial.migration().stream()
                    .map(statement -> statement.replaceAll("^(\\S+ \\S+).*", "$1"))
                    .toList()
                    .toString();
        }

        String text(RealEngine engine) {
            StringBuilder text =
                    new StringBuilder("seed " + seed + " on " + engine.dialect().displayName() + "\n");
            faults.stream().limit(1).forEach(fault -> text.append(fault).append('\n'));
            return text.append(trial.text(engine)).toString();
        }
    }

    /**
     * Those of so many trials that have a fault; faults of one kind once.
     *
     * @param firstSeed of the first trial
     * @param step by how much the seed of each further one is higher
     * @param most how many faults are enough
     */
    List<Failure> failures(long firstSeed, int step, int trials, int most) throws SQLException {
        Map<String, Failure> failures = new LinkedHashMap<>();
        for (int i = 0; i < trials && failures.size() < most; i++) {
            long seed = firstSeed + (long) i * step;
            Trial trial = Story.of(words, seed);
            Set<Fault.Kind> kinds = EnumSet.noneOf(Fault.Kind.class);
            for (Fault fault : faults(trial, figures)) {
                figures.merge(fault.kind().toString(), 1, Integer::sum);
                if (kinds.add(fault.kind())) {
                    if (Boolean.getBoolean("soundness.whole")) {
                        System.out.println(fault + "\n" + trial.text(engine));
                    }
                    Failure failure = shrunk(seed, trial, fault);
                    if (failures.putIfAbsent(fault.kind() + " " + fault.what() + failure.shape(), failure) == null) {
                        System.out.println(failure.text(engine));
                    }
                }
            }
        }
        return List.copyOf(failures.values());
    }

    /** What happened how often. */
    Map<String, Integer> figures() {
        return figures;
    }

    /** What is wrong with the verdict on a trial. */
    private List<Fault> faults(Trial trial, Map<String, Integer> counts) throws SQLException {
        TrialRun.Outcome outcome = outcome(trial, counts);
        // some engines don't undo all of a statement that they refuse
        return outcome.faults().isEmpty() || outcome.taken().equals(trial)
                ? outcome.faults()
                : outcome(outcome.taken(), new TreeMap<>()).faults();
    }

    private TrialRun.Outcome outcome(Trial trial, Map<String, Integer> counts) throws SQLException {
        database.connection().setAutoCommit(true);
        database = engine.cleared(database);
        return new TrialRun(engine, gate, database, trial, counts).run();
    }

    /** Leaves out whatever is not needed for the fault, the larger parts first. */
    private Failure shrunk(long seed, Trial trial, Fault wanted) throws SQLException {
        Shrinking shrinking = new Shrinking(
                smaller -> faults(smaller, new TreeMap<>()).stream().anyMatch(wanted::isLike),
                wanted.kind() == Fault.Kind.FALSE_ALARM);
        Trial smallest = shrinking.shrunk(trial, wanted.use());
        List<Fault> left = faults(smallest, new TreeMap<>()).stream()
                .filter(wanted::isLike)
                .toList();
        return new Failure(seed, smallest, left.isEmpty() ? List.of(wanted) : left);
    }

    @Override
    public void close() throws SQLException {
        gate.close();
        database.close();
    }
}
