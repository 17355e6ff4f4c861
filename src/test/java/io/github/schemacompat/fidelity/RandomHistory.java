package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Scripts of statements that an engine took one after the other.
 *
 * @param scripts each a list of statements
 */
record RandomHistory(List<List<String>> scripts) {
    private static final int MOST_SCRIPTS = 6;
    private static final int MOST_STATEMENTS = 10;

    /**
     * Makes one in an empty database; what the engine refuses is left out.
     *
     * @param namesQuery the grammar's query for names as the engine prepared it
     * @param seed the same seed makes the same history on the same engine
     */
    static RandomHistory make(RealEngine engine, Grammar grammar, String namesQuery, Database database, long seed)
            throws SQLException {
        Random random = new Random(seed);
        Noise noise = new Noise(grammar.dialect(), random);
        List<List<String>> scripts = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_SCRIPTS);
        for (int i = 0; i < count; i++) {
            engine.beginScript(database);
            List<String> script = new ArrayList<>();
            Names names = Names.of(database, namesQuery);
            int size = 1 + random.nextInt(MOST_STATEMENTS);
            while (size-- > 0) {
                int before = script.size();
                for (String statement : Sentence.statements(grammar, names, random)) {
                    addIfTaken(engine, noise.in(statement), database, script);
                }
                names = script.size() == before ? names : Names.of(database, namesQuery);
            }
            scripts.add(script);
        }
        return new RandomHistory(scripts);
    }

    /** Applies these statements to an empty database; what the engine refuses is left out. */
    static RandomHistory ofTaken(RealEngine engine, Database database, List<List<String>> scripts) throws SQLException {
        List<List<String>> taken = new ArrayList<>();
        for (List<String> script : scripts) {
            engine.beginScript(database);
            List<String> statements = new ArrayList<>();
            for (String statement : script) {
                addIfTaken(engine, statement, database, statements);
            }
            if (!statements.isEmpty()) {
                taken.add(statements);
            }
        }
        return new RandomHistory(taken);
    }

    private static void addIfTaken(RealEngine engine, String statement, Database database, List<String> script)
            throws SQLException {
        try {
            database.run(statement);
            script.add(statement);
        } catch (SQLException e) {
            engine.afterRefusal(database);
        }
    }

    int size() {
        return scripts.stream().mapToInt(List::size).sum();
    }

    List<MigrationScript> migrations(RealEngine engine) {
        List<MigrationScript> migrations = new ArrayList<>();
        for (List<String> script : scripts) {
            String path = "V" + (migrations.size() + 1) + ".sql";
            String text = script.stream().map(engine::terminated).collect(Collectors.joining());
            SourceText source = SourceText.of(path, text);
            migrations.add(new MigrationScript(
                    path, ScriptKind.VERSIONED, null, Phase.PRE, "", source, List.of(new Section("", source.whole()))));
        }
        return migrations;
    }

    /** The scripts as text, for people. */
    String text(RealEngine engine) {
        return migrations(engine).stream()
                .map(each -> "-- " + each.path() + "\n" + each.source().text())
                .collect(Collectors.joining("\n"));
    }
}
