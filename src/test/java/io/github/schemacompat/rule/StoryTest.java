package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.result.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two web servers share a database while a release is rolled out. Release 1.0 runs; every {@code 1.1-<rule>} breaks it in
 * one way; 1.1 follows the rules; 1.2 edits what 1.1 published.
 */
class StoryTest {
    private static final Path STORY = Path.of("src/test/resources/stories/two-web-servers");

    @TestFactory
    Stream<DynamicTest> aReleaseThatBreaksTheOldServerFailsForItsRule() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path dialect : folders(STORY)) {
            for (Path release : folders(dialect)) {
                String name = release.getFileName().toString();
                if (name.startsWith("1.1-")) {
                    tests.add(DynamicTest.dynamicTest(
                            dialect.getFileName() + " " + name,
                            () -> breaks(dialect, name, name.substring("1.1-".length()))));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static void breaks(Path dialect, String release, String rule) throws Exception {
        FixtureRun run = run(dialect, List.of("1.0"), release);
        assertThat(run.found()).as(run::details).isEqualTo(run.expected()).hasSize(1);
        Finding finding = run.result().findings().get(0);
        assertThat(finding.rule().id()).isEqualTo(rule);
        assertThat(finding.breaks()).extracting(Break::release).containsOnly("1.0");
        assertThat(run.result().outcome())
                .isEqualTo(finding.severity() == Severity.ERROR ? Outcome.FAILED : Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"sqlserver", "postgresql", "mysql"})
    void theReleaseThatFollowsTheRulesPasses(String dialect) throws Exception {
        FixtureRun run = run(STORY.resolve(dialect), List.of("1.0"), "1.1");
        assertThat(run.found()).as(run::details).isEmpty();
        assertThat(run.result().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run.result().rollback()).isEqualTo("safe");
        assertThat(run.result().histories()).singleElement().satisfies(history -> {
            assertThat(history.newScripts()).isEqualTo(2);
            assertThat(history.unjudged()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sqlserver, dbo.spFindAllThings_2, dbo.spFindAllThings_3",
        "postgresql, find_all_things_2, find_all_things_3",
        "mysql, find_all_things_2, find_all_things_3"
    })
    void theReleaseAfterItMustNotEditThePublishedVersion(String dialect, String edited, String next) throws Exception {
        FixtureRun run = run(STORY.resolve(dialect), List.of("1.0", "1.1"), "1.2");
        assertThat(run.found()).as(run::details).isEqualTo(run.expected()).hasSize(1);
        Finding finding = run.result().findings().get(0);
        assertThat(finding.object()).isEqualTo(edited);
        assertThat(finding.fix()).contains(next);
        assertThat(run.result().outcome()).isEqualTo(Outcome.FAILED);
    }

    private static FixtureRun run(Path dialect, List<String> released, String release)
            throws IOException, CannotCheckException {
        List<String> lines = new ArrayList<>();
        for (String name : released) {
            for (Path script : scripts(dialect.resolve(name))) {
                lines.add("-- @release " + name + " " + script.getFileName());
                lines.addAll(withoutExpectations(script));
            }
        }
        for (Path script : scripts(dialect.resolve(release))) {
            lines.add("-- @new " + script.getFileName());
            lines.addAll(Files.readAllLines(script));
        }
        return FixtureRun.of(Fixture.of(
                "two-web-servers",
                release,
                Dialect.byId(dialect.getFileName().toString()).orElseThrow(),
                lines));
    }

    private static List<String> withoutExpectations(Path script) throws IOException {
        return Files.readAllLines(script).stream()
                .map(line -> line.replaceFirst(" *-- expect: .*", ""))
                .toList();
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isDirectory).forEach(each -> folders.put(each.toString(), each));
        }
        return List.copyOf(folders.values());
    }
}
