package io.github.schemacompat.maven;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.HistoryRequest;
import io.github.schemacompat.file.FileProblem;
import io.github.schemacompat.release.DatabaseLogin;
import io.github.schemacompat.script.ProjectSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that read scripts have in common: their parameters. */
abstract class AbstractScriptsMojo extends AbstractMojo {
    static final String PREFIX = "schema-compat.";
    private static final String SEVERITY_PREFIX = PREFIX + "severity.";
    private static final String PLACEHOLDER_PREFIX = PREFIX + "placeholder.";

    private final Provider<MavenProject> currentProject;
    private final Provider<MavenSession> currentSession;
    private final Provider<MojoExecution> currentExecution;

    /**
     * Folders or files with the migration scripts; Ant patterns are allowed. Detected if not set; set and empty is an
     * error.
     */
    @Parameter(property = "schema-compat.scripts")
    private @Nullable List<String> scripts;

    /** Several databases, each with its own scripts: {@code <history><name/><scripts/><dialect/><baseline/></history>}. */
    @Parameter
    private @Nullable List<History> histories;

    /** How the migration tool names and orders scripts: {@code flyway}, {@code prisma}, {@code updown} and so on. Detected if not set. */
    @Parameter(property = "schema-compat.layout")
    private @Nullable String layout;

    /** {@code version} or {@code name}; the layout's if not set. */
    @Parameter(property = "schema-compat.order")
    private @Nullable String order;

    /**
     * The SQL dialect: {@code sqlserver}, {@code postgresql} and so on, as the guide lists them. Detected if not set;
     * {@code explain} then prints the examples of all.
     */
    @Parameter(property = "schema-compat.dialect")
    private @Nullable String dialect;

    /** The schema of names that are written without one; the dialect's if not set. */
    @Parameter(property = "schema-compat.defaultSchema")
    private @Nullable String defaultSchema;

    /**
     * What the servers make of upper and lower case in names: {@code upper}, {@code lower}, {@code insensitive} or
     * {@code sensitive}, as far as the dialect's servers can be set so; the dialect's own way if not set.
     */
    @Parameter(property = "schema-compat.identifierCase")
    private @Nullable String identifierCase;

    /** Charset of scripts without a byte order mark; UTF-8 if not set. */
    @Parameter(property = "schema-compat.encoding")
    private @Nullable String encoding;

    /**
     * Where the releases are read from: {@code git}, {@code git:<ref>}, {@code artifact[:groupId:artifactId[:range]]},
     * {@code snapshot}, {@code directory:[name=]<path>}, {@code version:<migration version>}, {@code jdbc:<url>} or
     * {@code none}; a list gives a window by hand. Detected if not set: snapshots, then git tags.
     */
    @Parameter(property = "schema-compat.baseline")
    private @Nullable List<String> baseline;

    /**
     * Regular expression of the git tags that are releases; the usual forms ({@code v1.2.3}, {@code release-1.2},
     * {@code <artifactId>-1.2}) if not set.
     */
    @Parameter(property = "schema-compat.tagPattern")
    private @Nullable String tagPattern;

    /** Id of the server in Maven's settings with the login for the database of the baseline {@code jdbc:<url>}. */
    @Parameter(property = "schema-compat.databaseServer")
    private @Nullable String databaseServer;

    /** Where the scripts lay in older releases; the same places as now if not set. */
    @Parameter(property = "schema-compat.releasedScripts")
    private @Nullable List<String> releasedScripts;

    /** The release being built; the project's version without {@code -SNAPSHOT} if not set. */
    @Parameter(property = "schema-compat.release")
    private @Nullable String release;

    /** Folder of the snapshots; {@code src/schema-compat} if not set. */
    @Parameter(property = "schema-compat.snapshots")
    private @Nullable String snapshots;

    /** File of the reviewed exceptions; {@code src/schema-compat/accepted.json} if not set. */
    @Parameter(property = "schema-compat.accepted")
    private @Nullable String accepted;

    /** How many releases are supported at once; 1 if not set. */
    @Parameter(property = "schema-compat.window")
    private @Nullable Integer window;

    /** The supported releases by name or version range, instead of the last {@code window}. */
    @Parameter(property = "schema-compat.supported")
    private @Nullable List<String> supported;

    /** How many releases can be rolled back to after the post scripts have run; 0 if not set. */
    @Parameter(property = "schema-compat.rollbackTargets")
    private @Nullable Integer rollbackTargets;

    /**
     * Which scripts are read a second time, by JSqlParser: {@code new} (those that the last release doesn't have),
     * {@code all} or {@code off}; {@code new} if not set.
     */
    @Parameter(property = "schema-compat.secondReading")
    private @Nullable String secondReading;

    /**
     * Values of placeholders in scripts by name: {@code ${name}} of Flyway, {@code $(name)} of sqlcmd, {@code :name} of psql;
     * also {@code -Dschema-compat.placeholder.name=value}. One without a value is left as it is written.
     */
    @Parameter
    private @Nullable Map<String, String> placeholders;

    /**
     * Ant patterns of scripts that run before a deployment; those below a folder {@code pre} if not set. Pre is what a
     * script is unless something says otherwise.
     */
    @Parameter(property = "schema-compat.preScripts")
    private @Nullable List<String> preScripts;

    /** Ant patterns of scripts that run after a deployment; those below a folder {@code post} if not set. */
    @Parameter(property = "schema-compat.postScripts")
    private @Nullable List<String> postScripts;

    /**
     * Whether routines may change in place: {@code versioned} (never), {@code compatible} (with the same signature) or
     * {@code free}; {@code versioned} if not set.
     */
    @Parameter(property = "schema-compat.routineEdits")
    private @Nullable String routineEdits;

    /**
     * Whether views may change in place: {@code versioned} (never), {@code compatible} (with the old columns) or {@code free};
     * {@code versioned} if not set.
     */
    @Parameter(property = "schema-compat.viewEdits")
    private @Nullable String viewEdits;

    /**
     * Regular expression with the groups {@code base} and {@code version} that tells versioned names; {@code _2}, {@code _v2} and
     * {@code _V2} if not set.
     */
    @Parameter(property = "schema-compat.versionedName")
    private @Nullable String versionedName;

    /** Patterns of objects that no script makes (extensions, ORM). */
    @Parameter(property = "schema-compat.externalObjects")
    private @Nullable List<String> externalObjects;

    /** Patterns of objects that are in no contract; the migration tools' own tables if not set. */
    @Parameter(property = "schema-compat.ignoredObjects")
    private @Nullable List<String> ignoredObjects;

    /** Rule id to {@code error}, {@code warning}, {@code info} or {@code off}; also {@code -Dschema-compat.severity.<rule>=warning}. */
    @Parameter
    private @Nullable Map<String, String> severities;

    /** What fails the build: {@code error}, {@code warning} or {@code never}; {@code error} if not set. */
    @Parameter(property = "schema-compat.failOn")
    private @Nullable String failOn;

    /** Folder of the reports; {@code target/schema-compat} if not set. */
    @Parameter(property = "schema-compat.outputDirectory")
    private @Nullable File outputDirectory;

    /** Does nothing if true. */
    @Parameter(property = "schema-compat.skip", defaultValue = "false")
    private boolean skip;

    @Inject
    private @Nullable Provider<RepositorySystem> repositories;

    @Inject
    private @Nullable Provider<SettingsDecrypter> decrypter;

    /**
     * What is current is asked for when the goal runs: Maven's build cache also makes goals that don't, to compare their
     * parameters.
     */
    AbstractScriptsMojo(
            Provider<MavenProject> project, Provider<MavenSession> session, Provider<MojoExecution> execution) {
        this.currentProject = project;
        this.currentSession = session;
        this.currentExecution = execution;
    }

    private MavenProject project() {
        return currentProject.get();
    }

    private MavenSession session() {
        return currentSession.get();
    }

    /** Whether to do nothing; says so. */
    final boolean isSkipped() {
        boolean skipped = flag("skip", skip);
        if (skipped) {
            getLog().info("Skipped: schema-compat.skip is set");
        }
        return skipped;
    }

    /**
     * A goal that needs no POM is run by Maven in the first module only when it is called by itself. Modules that are left
     * out without a word would pass.
     */
    final void requireOneModule() throws MojoExecutionException {
        int modules = session().getProjects().size();
        if (modules > 1 && currentExecution.get().getSource() == MojoExecution.Source.CLI) {
            throw new MojoExecutionException(
                    "Called by itself, the goal " + currentExecution.get().getGoal()
                            + " runs in one module, but there are " + modules
                            + ". Say which one, for example with -pl <module>, or -N for this folder; or bind the goal to the build"
                            + " and run mvn verify.");
        }
    }

    final boolean hasPom() {
        return project().getFile() != null;
    }

    /** The module's folder; the working directory where there is no POM. */
    final Path baseDirectory() {
        File file = project().getFile();
        return file == null
                ? Path.of("").toAbsolutePath()
                : file.getAbsoluteFile().toPath().getParent();
    }

    final Path outputFolder() {
        String said = property("outputDirectory");
        if (said != null) {
            return baseDirectory().resolve(said);
        }
        File set = outputDirectory;
        if (set != null) {
            return set.toPath();
        }
        Path target = hasPom()
                ? Path.of(project().getBuild().getDirectory())
                : baseDirectory().resolve("target");
        return target.resolve("schema-compat");
    }

    /** The release being built, or null where neither a parameter nor a POM says it. */
    final @Nullable String releaseName() {
        String said = text("release", release);
        if (said != null || !hasPom()) {
            return said;
        }
        return project().getVersion().replaceFirst("-SNAPSHOT$", "");
    }

    /** Whether the release is the project's own version, which isn't released yet. */
    final boolean isReleaseGuessed() {
        return text("release", release) == null
                && hasPom()
                && project().getVersion().endsWith("-SNAPSHOT");
    }

    /** The request that the parameters make; what is not set is left to its default. */
    final CheckRequest request() throws CannotCheckException {
        return request(text("failOn", failOn));
    }

    private CheckRequest request(@Nullable String threshold) throws CannotCheckException {
        CheckRequest.Builder request = CheckRequest.builder()
                .baseDirectory(baseDirectory())
                .outputDirectory(outputFolder())
                .release(releaseName())
                .artifactId(hasPom() ? project().getArtifactId() : null)
                .dependencies(dependencies())
                .scripts(list("scripts", scripts))
                .layout(text("layout", layout))
                .order(text("order", order))
                .dialect(text("dialect", dialect))
                .defaultSchema(text("defaultSchema", defaultSchema))
                .identifierCase(text("identifierCase", identifierCase))
                .tagPattern(text("tagPattern", tagPattern))
                .releasedScripts(list("releasedScripts", releasedScripts))
                .versionedName(text("versionedName", versionedName))
                .ignoredObjects(list("ignoredObjects", ignoredObjects))
                .severities(byName(SEVERITY_PREFIX, severities))
                .placeholders(byName(PLACEHOLDER_PREFIX, placeholders))
                .histories(historyRequests())
                .login(login())
                .artifacts(
                        repositories == null
                                ? null
                                : new MavenArtifacts(
                                        repositories.get(), session().getRepositorySession(), project()))
                .project(
                        hasPom()
                                ? ProjectOfMaven.settings(project(), session().getUserProperties(), baseDirectory())
                                : ProjectSettings.NONE);
        ifSet(text("encoding", encoding), request::encoding);
        ifSet(list("baseline", baseline), request::baseline);
        ifSet(text("snapshots", snapshots), request::snapshots);
        ifSet(text("accepted", accepted), request::accepted);
        ifSet(number("window", window), request::window);
        ifSet(list("supported", supported), request::supported);
        ifSet(number("rollbackTargets", rollbackTargets), request::rollbackTargets);
        ifSet(text("secondReading", secondReading), request::secondReading);
        ifSet(list("preScripts", preScripts), request::preScripts);
        ifSet(list("postScripts", postScripts), request::postScripts);
        ifSet(text("routineEdits", routineEdits), request::routineEdits);
        ifSet(text("viewEdits", viewEdits), request::viewEdits);
        ifSet(list("externalObjects", externalObjects), request::externalObjects);
        ifSet(threshold, request::failOn);
        return request.build();
    }

    /** What the project and its plugins (a migration tool's need the driver too) depend on, but for tests. */
    private List<String> dependencies() {
        return Stream.concat(
                        project().getDependencies().stream(),
                        project().getBuildPlugins().stream().flatMap(plugin -> plugin.getDependencies().stream()))
                .filter(dependency -> !"test".equals(dependency.getScope()))
                .map(dependency -> dependency.getGroupId() + ":" + dependency.getArtifactId())
                .distinct()
                .toList();
    }

    private DatabaseLogin login() throws CannotCheckException {
        String id = text("databaseServer", databaseServer);
        if (id == null) {
            return DatabaseLogin.NONE;
        }
        Server server = session().getSettings().getServer(id);
        if (server == null || decrypter == null) {
            throw new CannotCheckException(
                    "invalid-parameter",
                    "Parameter databaseServer: there is no server '" + id + "' in the settings of Maven",
                    null,
                    null,
                    "Add it there, with a username and a password.",
                    null);
        }
        Server plain = decrypter
                .get()
                .decrypt(new DefaultSettingsDecryptionRequest(server))
                .getServer();
        return new DatabaseLogin(
                plain.getUsername() == null ? "" : plain.getUsername(),
                plain.getPassword() == null ? "" : plain.getPassword());
    }

    /** The request of an audit, which fails only where a threshold is set. */
    final CheckRequest auditInputs() throws CannotCheckException {
        return text("failOn", failOn) == null ? request("never") : request();
    }

    /** A file as people see it. */
    final String shown(Path file) {
        Path base = baseDirectory();
        return (file.startsWith(base) ? base.relativize(file) : file).toString().replace('\\', '/');
    }

    private static <T> void ifSet(@Nullable T value, java.util.function.Function<T, CheckRequest.Builder> setter) {
        if (value != null) {
            setter.apply(value);
        }
    }

    /** What the POM says, and what the command line says with a prefix; that wins. */
    private Map<String, String> byName(String prefix, @Nullable Map<String, String> fromPom) {
        Map<String, String> all = new LinkedHashMap<>();
        if (fromPom != null) {
            fromPom.forEach((name, value) -> all.put(name, value == null ? "" : value));
        }
        for (String name : session().getUserProperties().stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                all.put(
                        name.substring(prefix.length()),
                        session().getUserProperties().getProperty(name));
            }
        }
        return all;
    }

    private List<HistoryRequest> historyRequests() {
        List<HistoryRequest> requests = new ArrayList<>();
        if (histories != null) {
            for (History history : histories) {
                requests.add(history.request());
            }
        }
        return requests;
    }

    /** What was said on the command line; it wins over the POM, also over a literal there. */
    private @Nullable String property(String name) {
        return session().getUserProperties().getProperty(PREFIX + name);
    }

    final @Nullable String text(String name, @Nullable String fromPom) {
        String said = property(name);
        String value = said == null ? fromPom : said;
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * Set and empty is not the same as not set. Maven hands in an empty list for a parameter that is not set, and a list
     * of blank elements for one that is set and says nothing.
     */
    final @Nullable List<String> list(String name, @Nullable List<String> fromPom) {
        String said = property(name);
        if (said != null) {
            return present(Arrays.asList(said.split(",")));
        }
        return fromPom == null || fromPom.isEmpty() ? null : present(fromPom);
    }

    private static List<String> present(List<String> values) {
        List<String> present = new ArrayList<>();
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                present.add(value.strip());
            }
        }
        return present;
    }

    final boolean flag(String name, boolean fromPom) {
        String said = property(name);
        return said == null ? fromPom : said.isBlank() || Boolean.parseBoolean(said.strip());
    }

    private @Nullable Integer number(String name, @Nullable Integer fromPom) throws CannotCheckException {
        String said = property(name);
        if (said == null) {
            return fromPom;
        }
        try {
            return Integer.valueOf(said.strip());
        } catch (NumberFormatException e) {
            throw new CannotCheckException(
                    "invalid-parameter",
                    "Parameter " + name + ": '" + said + "' is no number",
                    null,
                    null,
                    "Set it to a whole number.",
                    e);
        }
    }

    static MojoExecutionException notWritten(Path folder, IOException e) {
        return new MojoExecutionException(
                "The reports can't be written to " + folder + ": " + FileProblem.reason(e)
                        + ". Make room there, or set schema-compat.outputDirectory to a folder that can be written.",
                e);
    }

    static MojoExecutionException failure(CannotCheckException e) {
        return new MojoExecutionException(e.getMessage(), e);
    }
}
