package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.rule.Break;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No running application ever breaks while LastName becomes SurName, a required column comes, or a procedure goes; and
 * every shortcut fails at its line and says the way. The integration test {@code release-stories} tells the same with git
 * and Maven.
 */
class ReleaseStoryTest {
    private static final String FOLDER = "src/schema-compat/";

    @TestFactory
    Stream<DynamicTest> everyStep() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : ReleaseStory.NAMES) {
            for (String dialect : ReleaseStory.DIALECTS) {
                ReleaseStory story = ReleaseStory.read(name, dialect);
                assertThat(story.releases()).hasSizeGreaterThanOrEqualTo(2);
                story.steps().stream()
                        .filter(step -> step.after() != null)
                        .forEach(step -> tests.add(DynamicTest.dynamicTest(
                                name + " " + dialect + " " + step.name(), () -> build(story, step))));
            }
        }
        return tests.stream();
    }

    private static void build(ReleaseStory story, ReleaseStory.Step step) throws Exception {
        CheckRequest.Builder request = CheckRequest.builder()
                .layout("flyway")
                .dialect(story.dialect())
                .release(step.release())
                .supported(supported(story, step));
        String targets = step.settings().get("rollbackTargets");
        if (targets != null) {
            request.rollbackTargets(Integer.parseInt(targets));
        }
        story.scriptsOf(step.after()).forEach((path, text) -> request.script(path(path), text));
        step.scripts().forEach((path, text) -> request.script(path(path), text));
        for (String release : releasedBefore(story, step)) {
            request.baseline(Baseline.scripts(
                    release,
                    story.scriptsOf(release).entrySet().stream()
                            .collect(Collectors.toMap(entry -> path(entry.getKey()), java.util.Map.Entry::getValue))));
        }
        CheckResult result = SchemaCompat.check(request.build());
        assertThat(result.findings().stream().map(ReleaseStoryTest::line).toList())
                .containsExactlyInAnyOrderElementsOf(step.expected());
        assertThat(result.outcome()).isEqualTo(step.fails() ? Outcome.FAILED : Outcome.PASSED);
        if (step.rollback() != null) {
            assertThat(result.rollback()).isEqualTo(step.rollback());
        }
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.ERROR) {
                assertThat(finding.fix()).contains(step.says());
                if (step.breaks() != null) {
                    assertThat(finding.breaks()).extracting(Break::release).containsExactly(step.breaks());
                }
            }
        }
        if (step.settings().containsKey("supported")) {
            assertThat(result.histories().get(0).releases()).isEqualTo(supported(story, step));
        }
    }

    /** Highest first. */
    private static List<String> releasedBefore(ReleaseStory story, ReleaseStory.Step step) {
        List<String> names = new ArrayList<>();
        for (ReleaseStory.Step release : story.releases()) {
            names.add(0, release.name());
            if (release.name().equals(step.after())) {
                break;
            }
        }
        return names;
    }

    private static List<String> supported(ReleaseStory story, ReleaseStory.Step step) {
        String supported = step.settings().get("supported");
        int window = Integer.parseInt(step.settings().getOrDefault("window", "1"));
        return supported != null
                ? List.of(supported)
                : releasedBefore(story, step).subList(0, window);
    }

    private static String path(String script) {
        return script.equals(ReleaseStory.MARKS) ? FOLDER + script : script;
    }

    private static String line(Finding finding) {
        Location location = Objects.requireNonNull(finding.location());
        String file = location.file().replace(FOLDER, "");
        return finding.rule().id() + " " + file + ":" + location.start().line() + " " + finding.object() + " ["
                + finding.severity().id() + "]";
    }
}
