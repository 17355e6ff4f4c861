package io.github.schemacompat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.rule.RulePolicy;
import io.github.schemacompat.rule.StepJudge;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A table judged by its slice is judged as it is by the whole schema: with all that the fixtures of the rules do to it. */
class TableSliceTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

    @TestFactory
    Stream<DynamicTest> whatBreaksOfATableIsToldByItsSlice() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(FIXTURES.relativize(file).toString(), () -> compare(file)));
        }
    }

    private static void compare(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
        Dialect dialect = Dialect.byId(name.split("-")[0]).orElseThrow();
        Schema own = replay(Schema.EMPTY, file, "release", dialect).schema();
        Replayed replayed = replay(own, file, "new", dialect);
        List<SchemaChange> changes = new ArrayList<>(replayed.pre().changes());
        changes.addAll(replayed.post().changes());
        Release release = new Release("1.0", own, List.of(), List.of(), List.of(), ReadingFigures.NONE);
        StepJudge judge = new StepJudge(RulePolicy.DEFAULT, dialect, null);
        Set<ObjectPath> whole = judge.broken(own, changes, replayed.schema(), release);
        for (String table : own.tables().keySet()) {
            TableSlice slice = TableSlice.of(table, own, changes, replayed.schema());
            assertThat(of(table, judge.broken(slice.own(), slice.changes(), slice.other(), release)))
                    .as("what breaks of " + table)
                    .isEqualTo(of(table, whole));
        }
    }

    private static Set<String> of(String table, Set<ObjectPath> paths) {
        return paths.stream()
                .filter(path -> path.owner().equals(table) && TableSlice.suffices(path.kind()))
                .map(ObjectPath::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands behind the lines that begin scripts of a kind. */
    private static Replayed replay(Schema start, Path file, String kind, Dialect dialect) throws IOException {
        List<MigrationScript> scripts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean wanted = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("-- @release ") || line.startsWith("-- @new ")) {
                wanted = line.startsWith("-- @" + kind + " ");
            }
            if (wanted) {
                text.append(line).append('\n');
            }
        }
        SourceText source = SourceText.of(file.toString(), text.toString());
        scripts.add(new MigrationScript(
                "V1__all.sql",
                ScriptKind.VERSIONED,
                null,
                Phase.PRE,
                ScriptReader.sha256(text.toString()),
                source,
                List.of(new Section("", source.whole()))));
        return History.replay(start, scripts, dialect, ReplayOptions.DEFAULT);
    }
}
