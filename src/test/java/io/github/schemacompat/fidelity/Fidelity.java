package io.github.schemacompat.fidelity;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every difference between what scripts make of a database and what the replay says that they make of it. */
final class Fidelity {
    private Fidelity() {}

    static Comparison with(RealEngine engine, List<MigrationScript> scripts) throws SQLException {
        Replayed replayed = History.replay(Schema.EMPTY, scripts, engine.dialect(), ReplayOptions.DEFAULT);
        try (Database database = engine.newDatabase()) {
            ScriptRun run = new ScriptRun(engine, database);
            run.statements(scripts);
            engine.beginScript(database);
            Facts catalog = engine.catalog(database);
            Facts model = SchemaFacts.of(replayed.schema(), engine.spelling(database));
            List<String> differences = new ArrayList<>();
            List<String> wholeRefused =
                    engine.takesWholeScripts() ? wholeScripts(engine, scripts, catalog, differences) : List.of();
            differences.addAll(
                    model.differences("the model", catalog, engine.dialect().displayName()));
            return new Comparison(
                    replayed.figures(),
                    replayed.problems(),
                    run.refused(),
                    wholeRefused,
                    catalog.size(),
                    model.untold(),
                    differences);
        }
    }

    /** Whether the engine cuts scripts where the splitter cuts them. */
    private static List<String> wholeScripts(
            RealEngine engine, List<MigrationScript> scripts, Facts ofStatements, List<String> differences)
            throws SQLException {
        try (Database database = engine.newDatabase()) {
            ScriptRun run = new ScriptRun(engine, database);
            run.scripts(scripts);
            differences.addAll(
                    engine.catalog(database).differences("whole scripts", ofStatements, "single statements"));
            return run.refused();
        }
    }

    /** What a schema that is declared somewhere says differently than the one that scripts make, columns in any order. */
    static Comparison ofModels(List<MigrationScript> declared, List<MigrationScript> migrated, Dialect dialect) {
        Replayed wanted = History.replay(Schema.EMPTY, declared, dialect, ReplayOptions.DEFAULT);
        Replayed made = History.replay(Schema.EMPTY, migrated, dialect, ReplayOptions.DEFAULT);
        Facts facts = SchemaFacts.of(made.schema(), Spelling.NORMAL_FORM);
        List<ReadingProblem> problems = new ArrayList<>(wanted.problems());
        problems.addAll(made.problems());
        return new Comparison(
                made.figures(),
                problems,
                List.of(),
                List.of(),
                facts.size(),
                facts.untold(),
                SchemaFacts.of(wanted.schema(), Spelling.NORMAL_FORM).differences("declared", facts, "migrated"));
    }
}
