package io.github.schemacompat.maven;

import io.github.schemacompat.report.RulePage;
import io.github.schemacompat.rule.Rules;
import io.github.schemacompat.rule.UnknownRuleException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints a rule's page: what fires, why it breaks, what to do instead. Without a rule it prints the index.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public class ExplainMojo extends AbstractMojo {
    /** The rule to explain, such as {@code column-dropped}. */
    @Parameter(property = "schema-compat.rule")
    private @Nullable String rule;

    @Override
    public void execute() throws MojoExecutionException {
        if (rule == null || rule.isBlank()) {
            RulePage.index().lines().skip(1).forEach(line -> getLog().info(line));
            return;
        }
        try {
            RulePage.lines(Rules.byId(rule.strip()).info()).forEach(line -> getLog().info(line));
        } catch (UnknownRuleException e) {
            throw new MojoExecutionException(
                    "Parameter schema-compat.rule: " + e.getMessage()
                            + " Without it, the goal explain lists all rules.",
                    e);
        }
    }
}
