package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.rule.Rules;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ExplainMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "explain")
    @MojoParameter(name = "rule", value = "column-dropped")
    void aRulesPage(ExplainMojo explain) throws Exception {
        explain.execute();
        assertThat(log.lines)
                .startsWith("[INFO] # column-dropped")
                .contains("[INFO] ## What fires", "[INFO] ## Why", "[INFO] ## What to do instead");
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
