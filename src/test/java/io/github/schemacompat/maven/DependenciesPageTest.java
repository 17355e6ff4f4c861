package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.component.repository.ComponentDependency;
import org.junit.jupiter.api.Test;

/**
 * The page of the dependencies lists those that the plugin has, with what they weigh and under which licence they are; run
 * with -Ddocs.write=true to write it anew.
 */
class DependenciesPageTest {
    private static final Path PAGE = Path.of("docs/dependencies.md");
    private static final String BEFORE = "<!-- held by DependenciesPageTest -->\n";

    @Test
    void listsWhatThePluginBringsAlong() throws Exception {
        String page = Files.readString(PAGE);
        String said = page.substring(page.indexOf(BEFORE) + BEFORE.length());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page.substring(0, page.length() - said.length()) + table());
            return;
        }
        assertThat(said)
                .as("write it with: mvn test -Dtest=DependenciesPageTest -Ddocs.write=true")
                .isEqualTo(table());
    }

    private static String table() throws Exception {
        StringBuilder table = new StringBuilder("| dependency | version | KiB | licence |\n|---|---|---|---|\n");
        long sum = 0;
        for (ComponentDependency dependency : dependencies()) {
            Path jar = jar(dependency.getArtifactId() + "-" + dependency.getVersion() + ".jar");
            long size = (Files.size(jar) + 1023) / 1024;
            sum += size;
            table.append("| `%s:%s` | %s | %s | %s |\n"
                    .formatted(
                            dependency.getGroupId(),
                            dependency.getArtifactId(),
                            dependency.getVersion(),
                            number(size),
                            licence(Path.of(jar.toString().replaceFirst("jar$", "pom")))));
        }
        return table.append("| all | | %s | |\n".formatted(number(sum))).toString();
    }

    private static List<ComponentDependency> dependencies() throws Exception {
        try (InputStream in = DependenciesPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader).getDependencies();
        }
    }

    private static Path jar(String name) {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the class path"));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** What the POM says, or one above it. */
    private static String licence(Path file) throws Exception {
        Model model = model(file);
        if (!model.getLicenses().isEmpty()) {
            return model.getLicenses().stream()
                    .map(licence -> licence.getName().strip())
                    .collect(Collectors.joining(" or "));
        }
        Parent parent = model.getParent();
        assertThat(parent).as(file + " names no licence").isNotNull();
        Path repository = file.getParent().getParent().getParent();
        String group = model.getGroupId() == null ? parent.getGroupId() : model.getGroupId();
        for (int i = 0; i < group.split("\\.").length; i++) {
            repository = repository.getParent();
        }
        return licence(repository
                .resolve(parent.getGroupId().replace('.', '/'))
                .resolve(parent.getArtifactId())
                .resolve(parent.getVersion())
                .resolve(parent.getArtifactId() + "-" + parent.getVersion() + ".pom"));
    }

    private static Model model(Path file) throws Exception {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new MavenXpp3Reader().read(reader);
        } catch (IOException e) {
            throw new AssertionError("The POM of a dependency is not in the local repository: " + file, e);
        }
    }
}
