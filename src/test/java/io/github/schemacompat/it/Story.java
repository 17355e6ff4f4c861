package io.github.schemacompat.it;

import io.github.schemacompat.rule.Rules;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The story of the two web servers as a reactor: a module per release that wants to follow 1.0. The scripts are those of
 * the story that the unit tests tell, so that there is one text of it.
 */
public final class Story {
    static final String SCRIPTS = "src/main/resources/db/migration";

    private static final Pattern EXPECT = Pattern.compile("-- expect: (\\S+) (\\S+)(?: \\[(\\w+)])?$");
    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.example.things</groupId>
                <artifactId>things</artifactId>
                <version>1.3-SNAPSHOT</version>
              </parent>
              <artifactId>%s</artifactId>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.schemacompat</groupId>
                    <artifactId>schema-compat-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private final Path reactor;
    private final Path story;

    /**
     * @param basedir of the reactor, whose POM has a comment where the modules go
     * @param dialect folder of the story
     */
    public Story(File basedir, String dialect) {
        this.reactor = basedir.toPath();
        try {
            this.story = Path.of(Story.class
                    .getResource("/stories/two-web-servers/" + dialect)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the modules, each with the scripts that its predecessor released. */
    public Story layOutReleased() {
        List<String> releases = releases();
        for (String release : releases) {
            Path module = reactor.resolve(release);
            for (String released : predecessors(release)) {
                copy(story.resolve(released), module.resolve(SCRIPTS));
            }
            write(module.resolve("pom.xml"), POM.formatted(release));
        }
        Path pom = reactor.resolve("pom.xml");
        String modules =
                releases.stream().map(name -> "<module>" + name + "</module>").collect(Collectors.joining());
        write(pom, read(pom).replace("<!-- modules -->", modules));
        return this;
    }

    /** Puts a copy of what was released beside the scripts of each module, in the folder {@code released}. */
    public Story copyReleased() {
        releases()
                .forEach(release -> copy(
                        reactor.resolve(release).resolve(SCRIPTS),
                        reactor.resolve(release).resolve("released")));
        return this;
    }

    /** Commits all that is there, with a tag. */
    public Story tag(String tag) {
        try (GitProject git = new GitProject(reactor)) {
            git.commit().tag(tag);
        }
        return this;
    }

    /** Adds what each release brings. Nothing is returned, because a hook that returns something fails. */
    public void layOutNew() {
        releases()
                .forEach(release ->
                        copy(story.resolve(release), reactor.resolve(release).resolve(SCRIPTS)));
    }

    private static List<String> predecessors(String release) {
        return release.equals("1.2") ? List.of("1.0", "1.1") : List.of("1.0");
    }

    private List<String> releases() {
        try (Stream<Path> folders = Files.list(story)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("1.0"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the scripts of a module say that must be found in them: {@code finding: rule file:line object [severity]}. */
    static List<String> expected(Path module) {
        List<String> expected = new ArrayList<>();
        try (Stream<Path> scripts = Files.list(module.resolve(SCRIPTS))) {
            for (Path script : scripts.toList()) {
                List<String> lines = Files.readAllLines(script);
                for (int i = 0; i < lines.size(); i++) {
                    Matcher expect = EXPECT.matcher(lines.get(i));
                    if (expect.find()) {
                        String severity = expect.group(3) == null
                                ? Rules.byId(expect.group(1)).info().severity().id()
                                : expect.group(3);
                        expected.add("finding: " + expect.group(1) + " " + SCRIPTS + "/" + script.getFileName() + ":"
                                + (i + 1) + " " + expect.group(2) + " [" + severity + "]");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
