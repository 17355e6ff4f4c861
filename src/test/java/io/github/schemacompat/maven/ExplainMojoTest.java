package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.rule.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ExplainMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "column-dropped")
    void aRulesPageIsTheOneInTheDocs(ExplainMojo explain) throws Exception {
        explain.execute();
        assertThat(log.lines)
                .isEqualTo(Files.readAllLines(Path.of("docs/rules/column-dropped.md")).stream()
                        .skip(1)
                        .map(line -> "[INFO] " + line)
                        .toList());
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "column-dropped")
    @MojoParameter(name = "dialect", value = "mariadb")
    void theExamplesOfOneDialect(ExplainMojo explain) throws Exception {
        explain.execute();
        assertThat(log.lines)
                .contains("[INFO] ## What fires", "[INFO] ## Configuration")
                .filteredOn(line -> line.startsWith("[INFO] ### "))
                .containsExactly("[INFO] ### MariaDB");
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "column-dropped")
    @MojoParameter(name = "dialect", value = "nosuch")
    void anUnknownDialect(ExplainMojo explain) {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(explain::execute)
                .withMessageStartingWith("Parameter schema-compat.dialect: there is no dialect 'nosuch'; there are");
    }

    @Test
    @InjectMojo(goal = "explain")
    void withoutARuleAllOfThem(ExplainMojo explain) throws Exception {
        explain.execute();
        assertThat(log.lines).startsWith("[INFO] # Rules");
        assertThat(Rules.ALL)
                .allSatisfy(rule -> assertThat(log.lines)
                        .anyMatch(line -> line.contains(" [" + rule.info().id() + "](")));
    }

    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "colum-dropped")
    void anUnknownRule(ExplainMojo explain) {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(explain::execute)
                .withMessage(
                        "Parameter schema-compat.rule: there is no rule 'colum-dropped'; did you mean column-dropped?"
                                + " Without it, the goal explain lists all rules.");
    }
}
