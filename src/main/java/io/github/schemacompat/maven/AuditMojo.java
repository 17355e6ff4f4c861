package io.github.schemacompat.maven;

import io.github.schemacompat.check.AuditRequest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.report.AuditReports;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Audits the releases: which application release runs on which database, what can be rolled back, and what became of what
 * was deprecated and accepted. It fails the build only where {@code failOn} is set.
 *
 * @since 0.1.0
 */
@Mojo(name = "audit", threadSafe = true, requiresProject = false)
public class AuditMojo extends AbstractScriptsMojo {
    private static final long PATIENCE_MILLIS = 2000;

    /** The first release of the audit; the first there is if not set. */
    @Parameter(property = "schema-compat.fromRelease")
    private @Nullable String fromRelease;

    /** The last release of the audit; the one being built if not set. */
    @Parameter(property = "schema-compat.toRelease")
    private @Nullable String toRelease;

    /**
     * Formats in which the result is written: {@code json}, {@code html}, {@code sarif}, {@code junit}, {@code github},
     * {@code gitlab}, {@code markdown}.
     */
    @Parameter(property = "schema-compat.reports", defaultValue = "json,html")
    private List<String> reports = List.of();

    @Inject
    public AuditMojo(
            Provider<MavenProject> project, Provider<MavenSession> session, Provider<MojoExecution> execution) {
        super(project, session, execution);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            return;
        }
        requireOneModule();
        Path folder = outputFolder();
        List<String> wanted = list("reports", reports);
        List<String> formats = wanted == null ? List.of() : wanted;
        try {
            AuditReports.delete(folder);
            requireKnown(formats);
            AuditRequest request =
                    new AuditRequest(auditInputs(), text("fromRelease", fromRelease), text("toRelease", toRelease));
            AuditResult result = SchemaCompat.audit(request, new SlowRunNotice(getLog(), PATIENCE_MILLIS));
            if (result.histories().isEmpty()) {
                getLog().debug("No migration scripts here, and no release had any");
                return;
            }
            List<Path> files = AuditReports.writeAll(result, formats, folder);
            AuditReports.lines(result).forEach(line -> getLog().info(line));
            files.forEach(file -> getLog().info("Written: " + shown(file)));
            if (result.outcome() == Outcome.FAILED) {
                throw new MojoFailureException(
                        "The audit found what failOn says must fail the build. The reports say what, where and why.");
            }
        } catch (CannotCheckException e) {
            throw failure(e);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private static void requireKnown(List<String> formats) throws CannotCheckException {
        for (String format : formats) {
            if (!AuditReports.has(format)) {
                throw new CannotCheckException(
                        "invalid-parameter",
                        "Parameter reports: an audit has no format '" + format + "'",
                        null,
                        null,
                        "There are: " + AuditReports.ids() + ".",
                        null);
            }
        }
    }
}
