package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.release.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No configuration makes a build hang, run what isn't the project's, or write outside of its folders. */
class HostileConfigurationTest {
    private static final String LONG = "a".repeat(60);
    private static final String YAML = "src/main/resources/application.yml";

    @TempDir
    Path base;

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CheckRequest.Builder request() {
        return CheckRequest.builder().baseDirectory(base).release("1.1").dialect("postgresql");
    }

    private static CannotCheckException refusal(CheckRequest.Builder request) {
        return assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> SchemaCompat.check(request.build()))
                .actual();
    }

    private CheckRequest.Builder aNewViewOfALongName() throws IOException {
        write("released/V1__a.sql", "CREATE TABLE " + LONG + " (id int);\n");
        write("db/V1__a.sql", "CREATE TABLE " + LONG + " (id int);\n");
        write(
                "db/V2__b.sql",
                "CREATE VIEW " + LONG + "v AS SELECT id FROM " + LONG + ";\nALTER TABLE " + LONG
                        + " ADD b int NOT NULL;\n");
        return request().scripts(List.of("db")).baseline(List.of("directory:1.0=released"));
    }

    @Test
    void aVersionedNameThatCanMatchInTooManyWays() throws IOException {
        CannotCheckException refusal =
                refusal(aNewViewOfALongName().versionedName("(?<base>" + "a*".repeat(12) + ")_(?<version>\\d+)"));
        assertThat(refusal.code()).isEqualTo("invalid-parameter");
        assertThat(refusal).hasMessageStartingWith("The parameter 'versionedName' takes too long on 'aaaa");
    }

    @Test
    void wildcardsThatCanMatchInTooManyWays() throws IOException {
        String wildcards = "*a".repeat(25) + "b*";
        assertThat(refusal(aNewViewOfALongName().ignoredObjects(List.of(wildcards))))
                .hasMessageStartingWith("The parameter 'ignoredObjects' takes too long on 'aaaa");
        write("db/" + LONG + "/V3__c.sql", "CREATE TABLE c (id int);\n");
        assertThat(refusal(aNewViewOfALongName().scripts(List.of("db/" + wildcards + "/*.sql"))))
                .hasMessageContaining("takes too long on");
    }

    @Test
    void aTagPatternThatCanMatchInTooManyWays() throws IOException {
        write("db/V1__a.sql", "CREATE TABLE a (id int);\n");
        try (TestRepository repository = new TestRepository(base)) {
            repository.commit();
            repository.tag(LONG);
            repository.write("db/V2__b.sql", "CREATE TABLE b (id int);\n");
            repository.commit();
            assertThat(refusal(request().scripts(List.of("db")).tagPattern("a*".repeat(12) + "(\\d)")))
                    .hasMessageStartingWith("The parameter 'tagPattern' takes too long on 'aaaa");
        }
    }

    private void refusesYaml(String text, String because) throws IOException {
        write("db/V1__a.sql", "CREATE TABLE a (id int);\n");
        write(YAML, "spring.flyway.locations: db\n" + text);
        CannotCheckException refusal = refusal(request());
        assertThat(refusal.code()).isEqualTo("configuration-not-readable");
        assertThat(refusal).hasMessageContaining("The configuration in " + YAML + " can't be read: " + because);
    }

    @Test
    void yamlMakesNoObjects() throws IOException {
        refusesYaml(
                "x: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]\n",
                "could not determine a constructor for the tag");
    }

    /** A thousand million laughs in twenty lines, and a list that holds itself. */
    @Test
    void yamlWhoseAliasesStandForTooMuch() throws IOException {
        String bomb = Stream.concat(
                        Stream.of("x0: &x0 [ha, ha]"),
                        IntStream.range(1, 25)
                                .mapToObj(i -> "x" + i + ": &x" + i + " [*x" + (i - 1) + ", *x" + (i - 1) + "]"))
                .collect(Collectors.joining("\n", "", "\n"));
        refusesYaml(bomb, "its aliases stand for far too much");
        refusesYaml("x: &x\n  - *x\n", "its aliases stand for far too much");
    }

    @Test
    void aReleaseThatIsAPath() throws IOException {
        write("db/V1__a.sql", "CREATE TABLE a (id int);\n");
        for (String name : List.of("../../1.0", "/tmp/1.0", "..", "1.0\\..\\x", "a\nb")) {
            CannotCheckException refusal = assertThatExceptionOfType(CannotCheckException.class)
                    .isThrownBy(() -> SchemaCompat.writeSnapshots(new SnapshotRequest(
                            request()
                                    .scripts(List.of("db"))
                                    .baseline(List.of("none"))
                                    .release(name)
                                    .build(),
                            false)))
                    .actual();
            assertThat(refusal).hasMessageContaining("can't be the name of a file");
        }
        try (Stream<Path> files = Files.list(base)) {
            assertThat(files).containsExactly(base.resolve("db"));
        }
    }
}
