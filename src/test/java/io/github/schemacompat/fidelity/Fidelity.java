package io.github.schemacompat.fidelity;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.PostgreSqlEngine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every difference between what scripts make of a database and what the replay says that they make of it. */
final class Fidelity {
    private Fidelity() {}

    static Comparison withPostgreSql(List<MigrationScript> scripts) throws SQLException {
        Replayed replayed = History.replay(Schema.EMPTY, scripts, Dialect.POSTGRESQL, ReplayOptions.DEFAULT);
        try (PostgreSqlEngine cut = PostgreSqlEngine.newDatabase();
                PostgreSqlEngine whole = PostgreSqlEngine.newDatabase()) {
            PostgreSqlRun cutRun = new PostgreSqlRun(cut);
            cutRun.statements(scripts);
            PostgreSqlRun wholeRun = new PostgreSqlRun(whole);
            wholeRun.scripts(scripts);
            Facts catalog = PostgreSqlCatalog.of(cut);
            Facts model = SchemaFacts.of(replayed.schema(), new PostgreSqlSpelling(cut));
            List<String> differences = new ArrayList<>();
            differences.addAll(PostgreSqlCatalog.of(whole).differences("whole scripts", catalog, "single statements"));
            differences.addAll(model.differences("the model", catalog, "PostgreSQL"));
            return new Comparison(
                    replayed.figures(),
                    replayed.problems(),
                    cutRun.refused(),
                    wholeRun.refused(),
                    catalog.size(),
                    model.untold(),
                    differences);
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
