package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;

/** Goals and parameters are public interface: they only grow. */
class PluginDescriptorTest {
    private static final Path GOLDEN = Path.of("src/test/resources/plugin-parameters.txt");

    private static PluginDescriptor descriptor() throws Exception {
        try (InputStream in = PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader);
        }
    }

    private static List<MojoDescriptor> goals() throws Exception {
        return descriptor().getMojos().stream()
                .sorted(Comparator.comparing(MojoDescriptor::getGoal))
                .toList();
    }

    @Test
    void goalsAndParametersAreThoseOfTheGoldenList() throws Exception {
        assertThat(descriptor().getGoalPrefix()).isEqualTo("schema-compat");
        List<String> lines = new ArrayList<>();
        for (MojoDescriptor goal : goals()) {
            lines.add(goal.getGoal()
                    + (goal.getPhase() == null ? "" : " in phase " + goal.getPhase())
                    + (goal.isThreadSafe() ? "" : " NOT THREAD SAFE")
                    + (goal.isProjectRequired() ? " NEEDS A POM" : ""));
            goal.getParameters().stream()
                    .sorted(Comparator.comparing(Parameter::getName))
                    .map(parameter -> "  " + line(parameter, goal.getMojoConfiguration()))
                    .forEach(lines::add);
        }
        assertThat(lines).isEqualTo(golden());
    }

    private static List<String> golden() throws IOException {
        return Files.readAllLines(GOLDEN);
    }

    private static String line(Parameter parameter, PlexusConfiguration configuration) {
        PlexusConfiguration value = configuration.getChild(parameter.getName(), false);
        String property = value == null ? "" : " " + value.getValue("").replaceFirst("^\\$\\{(.*)}$", "-D$1");
        String byDefault = value == null ? "" : value.getAttribute("default-value", "");
        return parameter.getName() + ": "
                + parameter.getType().substring(parameter.getType().lastIndexOf('.') + 1)
                + property.stripTrailing()
                + (byDefault.isEmpty() ? "" : " = " + byDefault);
    }

    @Test
    void everyGoalAndParameterSaysWhatItIsFor() throws Exception {
        for (MojoDescriptor goal : goals()) {
            assertThat(goal.getDescription()).as(goal.getGoal()).isNotBlank();
            assertThat(goal.getParameters())
                    .allSatisfy(parameter -> assertThat(parameter.getDescription())
                            .as(goal.getGoal() + " " + parameter.getName())
                            .isNotBlank());
        }
    }

    @Test
    void aParameterHasOneMeaningInAllGoals() throws Exception {
        List<String> meanings = new ArrayList<>();
        for (MojoDescriptor goal : goals()) {
            goal.getParameters()
                    .forEach(parameter -> meanings.add(parameter.getName() + ": " + parameter.getDescription()));
        }
        List<String> names = meanings.stream()
                .distinct()
                .map(meaning -> meaning.substring(0, meaning.indexOf(':')))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void theGuideNamesEveryParameter() throws Exception {
        String guide = Files.readString(Path.of("docs/guide.md"));
        for (MojoDescriptor goal : goals()) {
            if (!goal.getGoal().equals("help")) {
                assertThat(goal.getParameters())
                        .allSatisfy(parameter -> assertThat(guide)
                                .containsPattern("`" + parameter.getName() + "`|schema-compat\\." + parameter.getName()
                                        + "\\b"));
            }
        }
    }
}
