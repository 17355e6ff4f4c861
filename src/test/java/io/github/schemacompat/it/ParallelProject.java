package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The project of {@code src/it/parallel}: many modules with the same scripts, of which one breaks what is released. */
public final class ParallelProject {
    private static final int MODULES = 16;
    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.example.parallel</groupId>
                <artifactId>parallel</artifactId>
                <version>1.1-SNAPSHOT</version>
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

    private static final Map<String, String> SCRIPTS = Map.of("V1__shop.sql", """
            CREATE TABLE customers (id bigserial PRIMARY KEY, name text NOT NULL, fax text);
            CREATE VIEW reachable AS SELECT id, fax FROM customers WHERE fax IS NOT NULL;
            """, "V2__less.sql", """
            DROP VIEW reachable;
            ALTER TABLE customers DROP COLUMN fax, ADD COLUMN phone text NOT NULL;
            """);

    private final Path reactor;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public ParallelProject(File basedir) {
        this.reactor = basedir.toPath();
    }

    private static Stream<String> modules() {
        return IntStream.rangeClosed(1, MODULES).mapToObj(number -> "module-" + number);
    }

    public void prepare() throws IOException {
        Path pom = reactor.resolve("pom.xml");
        String modules =
                modules().map(module -> "<module>" + module + "</module>").collect(Collectors.joining("\n    "));
        Files.writeString(pom, Files.readString(pom).replace("<!-- modules -->", modules));
        for (String module : modules().toList()) {
            Path scripts = Files.createDirectories(reactor.resolve(module).resolve(Story.SCRIPTS));
            Files.writeString(reactor.resolve(module).resolve("pom.xml"), POM.formatted(module));
            for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
                Files.writeString(scripts.resolve(script.getKey()), script.getValue());
            }
        }
    }

    public void verify() {
        assertThat(ReactorVerification.reported(reactor.resolve("module-1")))
                .containsExactly(
                        "finding: column-dropped src/main/resources/db/migration/V2__less.sql:2 customers.fax [error]",
                        "finding: required-column-added src/main/resources/db/migration/V2__less.sql:2"
                                + " customers.phone [error]",
                        "finding: view-dropped src/main/resources/db/migration/V2__less.sql:1 reachable [error]",
                        "outcome: failed");
        Map<String, String> first = reports("module-1");
        assertThat(first).hasSize(6);
        modules().forEach(module -> assertThat(reports(module)).as(module).isEqualTo(first));
        assertThat(BuildLog.in(reactor).hasStackTrace()).isFalse();
    }

    private Map<String, String> reports(String module) {
        Map<String, String> reports = new TreeMap<>();
        try (Stream<Path> files = Files.list(reactor.resolve(module).resolve("target/schema-compat"))) {
            for (Path file : files.toList()) {
                // hosts name files from the root of the repository
                String report = Files.readString(file).replace("/" + module + "/", "/module/");
                reports.put(String.valueOf(file.getFileName()), report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reports;
    }
}
