package io.github.schemacompat.maven;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.report.Reports;
import io.github.schemacompat.result.CheckResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.jspecify.annotations.Nullable;

/**
 * The result of the check as a page of {@code mvn site}. Findings don't fail the site; that is what the goal {@code check} is
 * for.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true, requiresProject = false)
public class ReportMojo extends AbstractScriptsMojo implements MavenReport {
    private static final String PAGE = "schema-compat";

    private @Nullable File siteDirectory;
    private @Nullable CheckResult result;

    @Inject
    public ReportMojo(
            Provider<MavenProject> project, Provider<MavenSession> session, Provider<MojoExecution> execution) {
        super(project, session, execution);
    }

    /** Called by itself, the goal writes the page of findings, because there is no site to put it into. */
    @Override
    public void execute() throws MojoExecutionException {
        if (isSkipped()) {
            return;
        }
        requireOneModule();
        CheckResult checked = result();
        if (checked.isSilent()) {
            getLog().debug("No migration scripts here, and no release had any");
            return;
        }
        Path page = getReportOutputDirectory().toPath().resolve(PAGE + ".html");
        try {
            Reports.write(checked, "html", page);
        } catch (IOException e) {
            throw new MojoExecutionException("The page can't be written to " + page + ": " + e.getMessage(), e);
        }
        getLog().info("Written: " + shown(page));
    }

    @Override
    public void generate(Sink sink, Locale locale) {
        SitePage.write(result(), sink);
    }

    /** What could not be checked is said on the page. */
    private CheckResult result() {
        CheckResult known = result;
        if (known != null) {
            return known;
        }
        CheckResult checked;
        try {
            checked = SchemaCompat.check(request());
        } catch (CannotCheckException e) {
            getLog().warn(e.getMessage());
            checked = SchemaCompat.notChecked(e, baseDirectory());
        }
        result = checked;
        return checked;
    }

    @Override
    public boolean canGenerateReport() {
        return !isSkipped() && !result().isSilent();
    }

    /** What newer site plugins ask for is made of it. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return PAGE;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Schema compatibility";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Whether the migration scripts break a release that is still running.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        File set = siteDirectory;
        return set == null ? outputFolder().resolveSibling("site").toFile() : set;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
