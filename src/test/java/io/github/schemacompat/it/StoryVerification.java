package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Each release of the story fails for its one reason, at its line; the one that follows the rules passes. */
public final class StoryVerification {
    private static final int FEWEST_RELEASES = 20;

    private final Path reactor;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public StoryVerification(File basedir) {
        this.reactor = basedir.toPath();
    }

    public void verify() {
        List<Path> modules = ReactorVerification.modules(reactor);
        assertThat(modules).hasSizeGreaterThan(FEWEST_RELEASES);
        SoftAssertions all = new SoftAssertions();
        for (Path module : modules) {
            String release = module.getFileName().toString();
            List<String> expected = new ArrayList<>(Story.expected(module));
            all.assertThat(expected).as(release).hasSize(release.equals("1.1") ? 0 : 1);
            boolean fails = expected.stream().anyMatch(line -> line.endsWith("[error]"));
            expected.add("outcome: " + (fails ? "failed" : "passed"));
            all.assertThat(ReactorVerification.reported(module)).as(release).hasSameElementsAs(expected);
            FindingsFile file = FindingsFile.read(FindingsFile.in(module));
            all.assertThat(file.histories())
                    .as(release)
                    .singleElement()
                    .satisfies(history -> assertThat(history.releases()).containsExactly("1.0"));
            if (release.equals("1.2")) {
                all.assertThat(file.findings())
                        .as(release)
                        .allSatisfy(finding -> assertThat(finding.fix())
                                .contains(finding.object().replaceFirst("_2$", "_3")));
            }
        }
        all.assertThat(BuildLog.in(reactor).hasStackTrace())
                .as("stack trace in build.log")
                .isFalse();
        all.assertAll();
    }
}
