package io.github.schemacompat.soundness;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.fidelity.RealEngine;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Rules;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.soundness.Disagreements.Break;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A trial on an empty database, and the verdict on the same scripts. */
final class TrialRun {
    private final RealEngine engine;
    private final Gate gate;
    private final Database database;
    private final Trial trial;
    private final Map<String, Integer> figures;
    private final StringBuilder made = new StringBuilder();

    /** @param figures what happened how often is added to them */
    TrialRun(RealEngine engine, Gate gate, Database database, Trial trial, Map<String, Integer> figures) {
        this.engine = engine;
        this.gate = gate;
        this.database = database;
        this.trial = trial;
        this.figures = figures;
    }

    /** @param taken the trial with the statements only that the engine took */
    record Outcome(Trial taken, List<Fault> faults) {}

    /** What is wrong with the verdict; what the engine refuses is no part of it. */
    Outcome run() throws SQLException {
        List<Trial.Version> versions = new ArrayList<>();
        for (Trial.Version version : trial.versions()) {
            versions.add(new Trial.Version(taken(version.statements()), version.uses()));
        }
        beginApplication();
        Set<Use> supported = new LinkedHashSet<>();
        versions.subList(versions.size() - trial.supported(), versions.size())
                .forEach(version -> supported.addAll(version.uses()));
        Map<Use, Effect> old = working(supported);
        Map<Use, Effect> next = working(trial.next());
        List<Use> neverWorked = new ArrayList<>(supported);
        neverWorked.removeAll(old.keySet());
        List<Application.PlainRow> plainRows = new ArrayList<>();
        for (Application.PlainRow row : trial.plainRows()) {
            if (Effect.of(row.before(), engine, database).works()) {
                plainRows.add(row);
            }
        }
        List<String> pre = taken(trial.pre());
        List<Break> breaks = new ArrayList<>();
        boolean onPurpose = pre.stream().anyMatch(TrialRun::changesRowsOnPurpose);
        beginApplication();
        addBroken(old, onPurpose, Phase.PRE, breaks);
        Map<Use, Effect> rowsBetween = new LinkedHashMap<>();
        for (Application.PlainRow row : plainRows) {
            Effect effect = Effect.of(row.now(), engine, database);
            String refusal = effect.refusal();
            if (refusal == null) {
                rowsBetween.put(row.now(), effect);
            } else {
                breaks.add(new Break(row.now(), refusal, onPurpose, Phase.PRE));
            }
        }
        List<String> post = trial.post().isEmpty() ? List.of() : taken(trial.post());
        if (!post.isEmpty()) {
            beginApplication();
            boolean alsoOnPurpose = onPurpose || post.stream().anyMatch(TrialRun::changesRowsOnPurpose);
            addBroken(next, alsoOnPurpose, Phase.POST, breaks);
            // what the pre scripts have made possible
            rowsBetween.keySet().removeAll(next.keySet());
            addBroken(rowsBetween, alsoOnPurpose, Phase.POST, breaks);
        }
        Trial taken = new Trial(versions, trial.supported(), pre, post, trial.next(), trial.plainRows());
        if (taken.migration().stream().allMatch(statement -> statement.startsWith(Trial.MARK))) {
            count("migrations that the engine refuses");
            return new Outcome(taken, List.of());
        }
        if (breaks.stream().anyMatch(Evidence::isFaultOfTheEngine)) {
            count("migrations that the engine stumbles over");
            return new Outcome(taken, List.of());
        }
        figures.merge("statements of applications", old.size() + next.size() + plainRows.size(), Integer::sum);
        return new Outcome(taken, judged(taken, breaks, neverWorked));
    }

    private List<Fault> judged(Trial taken, List<Break> breaks, List<Use> neverWorked) {
        CheckResult result = gate.verdict(taken);
        count("migrations");
        count(result.count(Severity.ERROR) > 0 ? "blocked" : "passed");
        List<Fault> faults = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (Rules.READING.contains(finding.rule().id())) {
                faults.add(new Fault(Fault.Kind.NOT_READ, finding.rule().id(), finding.message()));
            }
        }
        for (HistoryResult history : result.histories()) {
            history.unjudged().forEach(each -> faults.add(new Fault(Fault.Kind.NOT_READ, "unjudged", each)));
        }
        List<String> released = taken.versions().stream()
                .flatMap(version -> version.statements().stream())
                .toList();
        faults.addAll(
                new Disagreements(released, taken.migration(), result.findings(), breaks, neverWorked).faults(figures));
        return faults;
    }

    private void beginApplication() throws SQLException {
        engine.beginApplication(database);
        database.connection().setAutoCommit(false);
    }

    private Map<Use, Effect> working(Collection<Use> uses) throws SQLException {
        Map<Use, Effect> effects = new LinkedHashMap<>();
        for (Use use : uses) {
            Effect effect = Effect.of(use, engine, database);
            if (effect.works()) {
                effects.put(use, effect);
            }
        }
        return effects;
    }

    private void addBroken(Map<Use, Effect> before, boolean onPurpose, Phase phase, List<Break> breaks)
            throws SQLException {
        for (Map.Entry<Use, Effect> entry : before.entrySet()) {
            Use use = entry.getKey();
            Effect after = Effect.of(use, engine, database);
            String lost = entry.getValue().lostIn(after, false);
            if (lost != null) {
                boolean ofRows = after.ofRows()
                        || use.steps().get(0).startsWith("MERGE")
                        || entry.getValue().lostIn(after, true) == null;
                breaks.add(new Break(use, lost, onPurpose && ofRows, phase));
            }
        }
    }

    /** The statements of a list that the engine takes, one after the other, and the marks. */
    private List<String> taken(List<String> statements) throws SQLException {
        database.connection().setAutoCommit(true);
        engine.beginScript(database);
        List<String> taken = new ArrayList<>();
        for (String statement : statements) {
            try {
                if (!statement.startsWith(Trial.MARK)) {
                    database.run(statement);
                    made.append(statement).append('\n');
                } else if (!Marks.isAboutSomething(statement, made.toString())) {
                    continue;
                }
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

    /** An UPDATE, a DELETE or a copy that says which rows is no break: that is its purpose. */
    private static boolean changesRowsOnPurpose(String statement) {
        return statement.matches("(?is)(UPDATE|DELETE|INSERT\\b.*\\bSELECT)\\b.*\\bWHERE\\b.*|(MERGE|REPLACE)\\b.*");
    }

    private void count(String figure) {
        figures.merge(figure, 1, Integer::sum);
    }
}
