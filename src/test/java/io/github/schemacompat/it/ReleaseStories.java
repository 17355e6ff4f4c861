package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * The stories with git and Maven. Every story is one repository with a tag for each release; every build is a clone of it,
 * at the branch that wants to become the next release.
 */
public final class ReleaseStories {
    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.example.stories</groupId>
                <artifactId>release-stories</artifactId>
                <version>1-SNAPSHOT</version>
              </parent>
              <artifactId>%s</artifactId>
              <version>%s-SNAPSHOT</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.schemacompat</groupId>
                    <artifactId>schema-compat-maven-plugin</artifactId>
                    <configuration>
                      <dialect>%s</dialect>
            %s        </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private final Path reactor;

    /** @param basedir of the reactor, whose POM has a comment where the modules go */
    public ReleaseStories(File basedir) {
        this.reactor = basedir.toPath();
    }

    /** A build of a story. */
    private record Build(ReleaseStory story, ReleaseStory.Step step) {
        String module() {
            return story.name() + "-" + story.dialect() + "-" + step.name();
        }
    }

    private static List<Build> builds() {
        List<Build> builds = new ArrayList<>();
        for (String name : ReleaseStory.NAMES) {
            for (String dialect : ReleaseStory.DIALECTS) {
                ReleaseStory story = ReleaseStory.read(name, dialect);
                story.steps().stream()
                        .filter(step -> step.after() != null)
                        .forEach(step -> builds.add(new Build(story, step)));
            }
        }
        return builds;
    }

    public void layOut() {
        for (String name : ReleaseStory.NAMES) {
            for (String dialect : ReleaseStory.DIALECTS) {
                commit(ReleaseStory.read(name, dialect));
            }
        }
        for (Build build : builds()) {
            Path module = reactor.resolve(build.module());
            GitProject.copy(repository(build.story()), module, build.step().name());
            String settings = build.step().settings().entrySet().stream()
                    .map(each -> "          <" + each.getKey() + ">" + each.getValue() + "</" + each.getKey() + ">\n")
                    .collect(Collectors.joining());
            write(
                    module.resolve("pom.xml"),
                    POM.formatted(
                            build.module(),
                            build.step().release(),
                            build.story().dialect(),
                            settings));
        }
        Path pom = reactor.resolve("pom.xml");
        String modules = builds().stream()
                .map(build -> "<module>" + build.module() + "</module>")
                .collect(Collectors.joining());
        write(pom, read(pom).replace("<!-- modules -->", modules));
    }

    private Path repository(ReleaseStory story) {
        return reactor.resolve("repositories").resolve(story.name() + "-" + story.dialect());
    }

    /** Every build is a branch behind the tag of the release before it; every release is a tag. */
    private void commit(ReleaseStory story) {
        try (GitProject git = new GitProject(repository(story))) {
            git.commit();
            for (ReleaseStory.Step step : story.steps()) {
                String after = step.after();
                if (after != null) {
                    git.checkout("v" + after);
                }
                git.branch(step.name());
                step.scripts().forEach((path, text) -> git.write(place(path), text));
                git.commit();
                if (step.isRelease()) {
                    git.tag("v" + step.name());
                }
            }
        }
    }

    private static String place(String script) {
        return (script.equals(ReleaseStory.MARKS) ? "src/schema-compat/" : Story.SCRIPTS + "/") + script;
    }

    public void verify() {
        SoftAssertions all = new SoftAssertions();
        for (Build build : builds()) {
            ReleaseStory.Step step = build.step();
            List<String> expected = new ArrayList<>(List.of("outcome: " + (step.fails() ? "failed" : "passed")));
            step.expected().forEach(line -> expected.add("finding: " + inPlace(line)));
            Path module = reactor.resolve(build.module());
            all.assertThat(ReactorVerification.reported(module))
                    .as(build.module())
                    .containsExactlyInAnyOrderElementsOf(expected);
            FindingsFile file = FindingsFile.read(FindingsFile.in(module));
            if (step.rollback() != null) {
                all.assertThat(file.rollback()).as(build.module()).isEqualTo(step.rollback());
            }
            String supported = step.settings().getOrDefault("supported", step.after());
            all.assertThat(file.histories().get(0).releases())
                    .as(build.module())
                    .contains(supported)
                    .hasSize(Integer.parseInt(step.settings().getOrDefault("window", "1")));
            for (FindingsFile.Finding finding : file.findings()) {
                if (finding.severity().equals("error")) {
                    all.assertThat(finding.fix()).as(build.module()).contains(step.says());
                    if (step.breaks() != null) {
                        all.assertThat(finding.breaks())
                                .as(build.module())
                                .extracting(FindingsFile.Broken::release)
                                .containsExactly(step.breaks());
                    }
                }
            }
        }
        all.assertThat(BuildLog.in(reactor).hasStackTrace())
                .as("stack trace in build.log")
                .isFalse();
        all.assertAll();
        assertThat(builds()).hasSizeGreaterThan(30);
    }

    /** {@code rule path:line object [severity]} with the path in the project. */
    private static String inPlace(String line) {
        int path = line.indexOf(' ') + 1;
        int end = line.indexOf(':', path);
        return line.substring(0, path) + place(line.substring(path, end)) + line.substring(end);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
