package io.github.schemacompat.maven;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.report.RulePage;
import io.github.schemacompat.rule.RuleInfo;
import io.github.schemacompat.rule.Rules;
import io.github.schemacompat.rule.UnknownRuleException;
import java.util.List;
import java.util.stream.Collectors;
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

    /**
     * The SQL dialect: {@code sqlserver}, {@code postgresql} and so on, as the guide lists them. Detected if not set;
     * {@code explain} then prints the examples of all.
     */
    @Parameter(property = "schema-compat.dialect")
    private @Nullable String dialect;

    @Override
    public void execute() throws MojoExecutionException {
        if (rule == null || rule.isBlank()) {
            RulePage.index().forEach(line -> getLog().info(line));
            return;
        }
        try {
            page(Rules.byId(rule.strip()).info()).forEach(line -> getLog().info(line));
        } catch (UnknownRuleException e) {
            throw new MojoExecutionException(
                    "Parameter schema-compat.rule: " + e.getMessage()
                            + " Without it, the goal explain lists all rules.",
                    e);
        }
    }

    private List<String> page(RuleInfo info) throws MojoExecutionException {
        if (dialect == null || dialect.isBlank()) {
            return RulePage.of(info);
        }
        Dialect only = Dialect.byId(dialect)
                .orElseThrow(() -> new MojoExecutionException("Parameter schema-compat.dialect: there is no dialect '"
                        + dialect + "'; there are "
                        + Dialect.ALL.stream().map(Dialect::id).collect(Collectors.joining(", ")) + "."));
        return RulePage.of(info, only);
    }
}
