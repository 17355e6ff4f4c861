package io.github.schemacompat.soundness;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.fidelity.RealEngine;
import io.github.schemacompat.fidelity.Sentence;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Judged;
import io.github.schemacompat.rule.Judging;
import io.github.schemacompat.rule.Rules;
import io.github.schemacompat.rule.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random migrations of random releases on one engine, all in one database that is emptied between. */
final class Trials implements AutoCloseable {
    private static final int MOST_SENTENCES = 3;

    private final RealEngine engine;
    private final Vocabulary words;
    private Database database;
    private final Map<String, Integer> figures = new TreeMap<>();

    Trials(RealEngine engine) throws SQLException {
        this.engine = engine;
        this.words = Vocabulary.of(engine.dialect());
        this.database = engine.newDatabase();
    }

    /** A trial with a fault, with the fewest statements. */
    record Failure(long seed, Trial trial, List<Fault> faults) {
        String text(RealEngine engine) {
            StringBuilder text =
                    new StringBuilder("seed " + seed + " on " + engine.dialect().displayName() + "\n");
            faults.forEach(fault -> text.append(fault).append('\n'));
            return text.append(trial.text(engine)).toString();
        }
    }

    /** Those of so many trials that have a fault, from this seed on; faults of one kind once, and at most so many. */
    List<Failure> failures(long firstSeed, int trials, int most) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + trials && failures.size() < most; seed++) {
            Trial trial = make(seed);
            for (Fault fault : faults(trial, true)) {
                count(fault.kind().toString());
                if (failures.stream().flatMap(each -> each.faults().stream()).noneMatch(fault::isLike)) {
                    Failure failure = shrunk(seed, trial, fault);
                    failures.add(failure);
                    System.out.println(failure.text(engine));
                }
            }
        }
        return failures;
    }

    /** What happened how often. */
    Map<String, Integer> figures() {
        return figures;
    }

    private void count(String figure) {
        figures.merge(figure, 1, Integer::sum);
    }

    private Trial make(long seed) {
        Random random = new Random(seed);
        Released released = Released.make(words, random);
        List<String> migration = new ArrayList<>();
        int sentences = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(MOST_SENTENCES - 1);
        for (int i = 0; i < sentences; i++) {
            Sentence.Said said = words.said("migration", released.names(), random);
            migration.addAll(said.statements());
        }
        return new Trial(released.statements(), Application.of(words, released), migration);
    }

    /** What is wrong with the verdict on a trial; what the engine refuses is no part of it. */
    private List<Fault> faults(Trial trial, boolean counted) throws SQLException {
        database = engine.cleared(database);
        List<String> released = taken(trial.released());
        engine.beginApplication(database);
        List<Use> uses = new ArrayList<>();
        List<Effect> before = new ArrayList<>();
        for (Use use : trial.uses()) {
            Effect effect = Effect.of(use, database);
            if (effect.works()) {
                uses.add(use);
                before.add(effect);
            }
        }
        List<String> migration = taken(trial.migration());
        if (migration.isEmpty()) {
            if (counted) {
                count("migrations that the engine refuses");
            }
            return List.of();
        }
        boolean onPurpose = migration.stream().anyMatch(Trials::changesRowsOnPurpose);
        engine.beginApplication(database);
        List<Disagreements.Break> breaks = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            Effect after = Effect.of(uses.get(i), database);
            String lost = before.get(i).lostIn(after, onPurpose);
            if (lost != null) {
                breaks.add(new Disagreements.Break(uses.get(i), lost, onPurpose && after.ofRows()));
            }
        }
        Judging judging = Judging.of(engine.dialect()).release(Trial.script(engine, released));
        Judged judged = judging.judge(Trial.script(engine, migration));
        if (counted) {
            count("migrations");
            boolean blocked = judged.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR);
            count(blocked ? "blocked" : "passed");
            figures.merge("statements of applications", uses.size(), Integer::sum);
        }
        List<Fault> faults = new ArrayList<>();
        for (Release release : judging.releases()) {
            release.problems()
                    .forEach(problem -> faults.add(new Fault(Fault.Kind.NOT_READ, "released", problem.message())));
        }
        for (Finding finding : judged.findings()) {
            if (Rules.READING.contains(finding.rule().id())) {
                faults.add(new Fault(Fault.Kind.NOT_READ, finding.rule().id(), finding.message()));
            }
        }
        judged.unjudged().forEach(each -> faults.add(new Fault(Fault.Kind.NOT_READ, "unjudged", each)));
        faults.addAll(
                new Disagreements(migration, judged.findings(), breaks).faults(counted ? figures : new TreeMap<>()));
        return faults;
    }

    /** The statements of a list that the engine takes, one after the other. */
    private List<String> taken(List<String> statements) throws SQLException {
        engine.beginScript(database);
        List<String> taken = new ArrayList<>();
        for (String statement : statements) {
            try {
                database.run(statement);
                taken.add(statement);
            } catch (SQLException e) {
                engine.afterRefusal(database);
                if (Boolean.getBoolean("soundness.refused")) {
                    System.err.println(statement + "\n    " + e.getMessage());
                }
            }
        }
        return taken;
    }

    /** An UPDATE or DELETE that says which rows is no break: that is its purpose. */
    private static boolean changesRowsOnPurpose(String statement) {
        return statement.matches("(?is)(UPDATE|DELETE)\\b.*\\bWHERE\\b.*|(MERGE|REPLACE)\\b.*");
    }

    /** Leaves out whatever is not needed for the fault, the larger parts first. */
    private Failure shrunk(long seed, Trial trial, Fault wanted) throws SQLException {
        Use broken = wanted.use();
        Trial smallest = broken == null ? trial : new Trial(trial.released(), List.of(broken), trial.migration());
        for (int part = 16; part > 0; part /= 2) {
            for (int from = 0; from < smallest.migration().size(); ) {
                Trial smaller =
                        new Trial(smallest.released(), smallest.uses(), without(smallest.migration(), from, part));
                if (stillFails(smaller, wanted)) {
                    smallest = smaller;
                } else {
                    from += part;
                }
            }
            for (int from = 0; from < smallest.released().size(); ) {
                Trial smaller =
                        new Trial(without(smallest.released(), from, part), smallest.uses(), smallest.migration());
                if (stillFails(smaller, wanted)) {
                    smallest = smaller;
                } else {
                    from += part;
                }
            }
        }
        if (broken != null) {
            smallest = withFewerColumns(smallest, wanted);
        }
        return new Failure(
                seed,
                smallest,
                faults(smallest, false).stream().filter(wanted::isLike).toList());
    }

    /** Leaves out lines of CREATE TABLE. */
    private Trial withFewerColumns(Trial trial, Fault wanted) throws SQLException {
        Trial smallest = trial;
        for (int i = 0; i < smallest.released().size(); i++) {
            List<String> lines = List.of(smallest.released().get(i).split(",\n  "));
            for (int line = lines.size() - 1; line > 0; line--) {
                List<String> fewer = without(lines, line, 1);
                String end = line == lines.size() - 1 ? "\n)" : "";
                List<String> released = new ArrayList<>(smallest.released());
                released.set(i, String.join(",\n  ", fewer) + end);
                Trial smaller = new Trial(released, smallest.uses(), smallest.migration());
                if (stillFails(smaller, wanted)) {
                    smallest = smaller;
                    lines = List.of(released.get(i).split(",\n  "));
                }
            }
        }
        return smallest;
    }

    private boolean stillFails(Trial trial, Fault wanted) throws SQLException {
        return faults(trial, false).stream().anyMatch(wanted::isLike);
    }

    private static List<String> without(List<String> statements, int from, int count) {
        List<String> rest = new ArrayList<>(statements.subList(0, from));
        rest.addAll(statements.subList(Math.min(statements.size(), from + count), statements.size()));
        return rest;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
