package io.github.schemacompat.maven;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.report.ConsoleReport;
import io.github.schemacompat.report.GitHubActions;
import io.github.schemacompat.report.Reports;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Severity;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Judges the new migration scripts against the releases that are still supported, and fails the build if one of them
 * would break.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public class CheckMojo extends AbstractScriptsMojo {
    private static final int SHOWN_FOLDERS = 3;
    private static final long PATIENCE_MILLIS = 2000;

    /**
     * Formats in which the result is written: {@code json}, {@code html}, {@code sarif}, {@code junit}, {@code github},
     * {@code gitlab}, {@code markdown}.
     */
    @Parameter(property = "schema-compat.reports", defaultValue = "json,html")
    private List<String> reports = List.of();

    @Inject
    public CheckMojo(
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
        List<String> formats = formats();
        try {
            Reports.delete(folder);
            requireKnown(formats);
            CheckRequest request = request();
            CheckResult result = SchemaCompat.check(request, new SlowRunNotice(getLog(), PATIENCE_MILLIS));
            if (result.isSilent()) {
                tellThatNothingIsThere(SchemaCompat.unlikeMigrations(request));
                return;
            }
            write(result, formats, folder);
            String all = shown(fullReport(formats, folder));
            log(result, all);
            if (result.outcome() == Outcome.FAILED) {
                throw new MojoFailureException(failure(result, all));
            }
        } catch (CannotCheckException e) {
            writeNotChecked(e, formats, folder);
            throw failure(e);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    /** Modules without SQL are many; nobody wants to hear of them. */
    private void tellThatNothingIsThere(List<String> sql) {
        if (!sql.isEmpty()) {
            String more = sql.size() > SHOWN_FOLDERS ? " …" : "";
            getLog().info(
                            "No migration scripts were found, and nothing is checked. There is SQL that no tool's names or marks tell"
                                    + " to be migrations: "
                                    + String.join(", ", sql.subList(0, Math.min(SHOWN_FOLDERS, sql.size()))) + more
                                    + ". If it is, set schema-compat.scripts to its folder.");
        } else if (!hasPom()) {
            getLog().info(
                            "No migration scripts were found, and nothing is checked. Run the goal in the project's folder, or set"
                                    + " schema-compat.scripts.");
        } else {
            getLog().debug("No migration scripts here, and no release had any");
        }
    }

    private static void write(CheckResult result, List<String> formats, Path folder) throws IOException {
        Reports.writeAll(result, formats, folder);
        if (formats.contains("github")) {
            // what stands before an annotation on its line, as Maven's log puts there, hides it from GitHub
            GitHubActions.publish(result, folder, new FileOutputStream(FileDescriptor.out), System.getenv());
        }
    }

    /** The report that a person opens first. */
    private static Path fullReport(List<String> formats, Path folder) {
        return formats.contains("html") || formats.isEmpty()
                ? folder.resolve("findings.html")
                : folder.resolve(Reports.byId(formats.get(0)).orElseThrow().fileName());
    }

    private void log(CheckResult result, String fullReport) {
        for (ConsoleReport.Line line : ConsoleReport.lines(result, fullReport, explain())) {
            switch (line.severity()) {
                case ERROR -> getLog().error(line.text());
                case WARNING -> getLog().warn(line.text());
                default -> getLog().info(line.text());
            }
        }
    }

    /** Maven knows the short name of the goal only where a POM names the plugin. */
    private String explain() {
        Tool tool = Tool.running();
        return hasPom()
                ? "mvn schema-compat:explain"
                : "mvn io.github.schemacompat:" + tool.name() + ":" + tool.version() + ":explain";
    }

    private static String failure(CheckResult result, String fullReport) {
        long errors = result.count(Severity.ERROR);
        long warnings = result.count(Severity.WARNING);
        String count = errors > 0
                ? errors + (errors == 1 ? " error" : " errors")
                : warnings + (warnings == 1 ? " warning" : " warnings");
        return "The migration scripts break a supported release or can't be judged: " + count
                + ". Each is shown above with its place and what to do instead; all are in " + fullReport + ".";
    }

    private List<String> formats() {
        List<String> formats = list("reports", reports);
        return formats == null ? List.of() : formats;
    }

    private static void requireKnown(List<String> formats) throws CannotCheckException {
        for (String format : formats) {
            if (Reports.byId(format).isEmpty()) {
                throw new CannotCheckException(
                        "invalid-parameter",
                        "Parameter reports: there is no format '" + format + "'",
                        null,
                        null,
                        "There are: " + Reports.ids() + ".",
                        null);
            }
        }
    }

    private void writeNotChecked(CannotCheckException e, List<String> formats, Path folder) {
        List<String> known = formats.stream()
                .filter(format -> Reports.byId(format).isPresent())
                .toList();
        try {
            write(SchemaCompat.notChecked(e, baseDirectory()), known, folder);
        } catch (IOException notWritten) {
            e.addSuppressed(notWritten);
        }
    }
}
