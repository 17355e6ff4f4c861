package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Holds every module of a reactor to its {@code expected.txt}. Its lines:
 *
 * <pre>
 * outcome: passed                      or failed, not-checked, silent (no report was written)
 * problem: code [file[:line]]          one of the report's problems
 * finding: rule file:line object [severity]
 * log: text                            stands in the module's part of the build's log
 * no log: text                         doesn't
 * </pre>
 *
 * <p>What isn't expected must not be there, but for lines of the log.
 */
public final class ReactorVerification {
    private final Path reactor;
    private final BuildLog log;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public ReactorVerification(File basedir) {
        this.reactor = basedir.toPath();
        this.log = BuildLog.in(reactor);
    }

    public void verify() {
        List<Path> modules = modules(reactor);
        assertThat(modules).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Path module : modules) {
            List<String> expected = lines(module.resolve("expected.txt"));
            String name = module.getFileName().toString();
            String said = log.ofModule(name);
            List<String> report = new ArrayList<>();
            for (String line : expected) {
                if (line.startsWith("log: ")) {
                    all.assertThat(said).as(name).contains(line.substring("log: ".length()));
                } else if (line.startsWith("no log: ")) {
                    all.assertThat(said).as(name).doesNotContain(line.substring("no log: ".length()));
                } else {
                    report.add(line);
                }
            }
            all.assertThat(reported(module))
                    .as(name)
                    .isEqualTo(report.stream().sorted().toList());
        }
        all.assertThat(log.hasStackTrace()).as("stack trace in build.log").isFalse();
        all.assertAll();
    }

    static List<String> reported(Path module) {
        Path file = FindingsFile.in(module);
        return Files.exists(file) ? FindingsFile.read(file).lines() : List.of("outcome: silent");
    }

    /** The folders with a POM below a reactor's. */
    static List<Path> modules(Path reactor) {
        try (Stream<Path> folders = Files.list(reactor)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
