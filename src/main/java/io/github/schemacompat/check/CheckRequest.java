package io.github.schemacompat.check;

import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.release.DatabaseLogin;
import io.github.schemacompat.release.ReleasedArtifacts;
import io.github.schemacompat.script.ProjectSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to check, and how. Everything has a default; values are checked when the check runs, so that every mistake in
 * them is a {@link CannotCheckException} that names the parameter.
 */
public final class CheckRequest {
    /** What scripts are read in where nothing else is said. */
    static final String ENCODING = "UTF-8";

    private final Path baseDirectory;
    private final @Nullable Path outputDirectory;
    private final @Nullable String release;
    private final @Nullable String artifactId;
    private final List<String> dependencies;
    private final @Nullable List<String> scripts;
    private final @Nullable String layout;
    private final @Nullable String order;
    private final @Nullable String dialect;
    private final @Nullable String defaultSchema;
    private final @Nullable String identifierCase;
    private final String encoding;
    private final List<String> baseline;
    private final @Nullable String tagPattern;
    private final @Nullable List<String> releasedScripts;
    private final String snapshots;
    private final String accepted;
    private final int window;
    private final List<String> supported;
    private final int rollbackTargets;
    private final String secondReading;
    private final Map<String, String> placeholders;
    private final List<String> preScripts;
    private final List<String> postScripts;
    private final String routineEdits;
    private final String viewEdits;
    private final @Nullable String versionedName;
    private final List<String> externalObjects;
    private final @Nullable List<String> ignoredObjects;
    private final Map<String, String> severities;
    private final String failOn;
    private final List<HistoryRequest> histories;
    private final Map<String, String> scriptTexts;
    private final List<Baseline> baselines;
    private final ProjectSettings project;
    private final @Nullable ReleasedArtifacts artifacts;
    private final DatabaseLogin login;
    private final LocalDate today;

    private CheckRequest(Builder builder) {
        this.baseDirectory = builder.baseDirectory;
        this.outputDirectory = builder.outputDirectory;
        this.release = builder.release;
        this.today = builder.today;
        this.artifactId = builder.artifactId;
        this.dependencies = List.copyOf(builder.dependencies);
        this.scripts = builder.scripts;
        this.layout = builder.layout;
        this.order = builder.order;
        this.dialect = builder.dialect;
        this.defaultSchema = builder.defaultSchema;
        this.identifierCase = builder.identifierCase;
        this.encoding = builder.encoding;
        this.baseline = List.copyOf(builder.baseline);
        this.tagPattern = builder.tagPattern;
        this.releasedScripts = builder.releasedScripts;
        this.snapshots = builder.snapshots;
        this.accepted = builder.accepted;
        this.window = builder.window;
        this.supported = List.copyOf(builder.supported);
        this.rollbackTargets = builder.rollbackTargets;
        this.secondReading = builder.secondReading;
        this.placeholders = Map.copyOf(builder.placeholders);
        this.preScripts = List.copyOf(builder.preScripts);
        this.postScripts = List.copyOf(builder.postScripts);
        this.routineEdits = builder.routineEdits;
        this.viewEdits = builder.viewEdits;
        this.versionedName = builder.versionedName;
        this.externalObjects = List.copyOf(builder.externalObjects);
        this.ignoredObjects = builder.ignoredObjects;
        this.severities = Map.copyOf(builder.severities);
        this.failOn = builder.failOn;
        this.histories = List.copyOf(builder.histories);
        this.scriptTexts = new LinkedHashMap<>(builder.scriptTexts);
        this.baselines = List.copyOf(builder.baselines);
        this.project = builder.project;
        this.artifacts = builder.artifacts;
        this.login = builder.login;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What relative paths are relative to; paths in reports too. */
    public Path baseDirectory() {
        return baseDirectory;
    }

    /** Folder of the reports; null writes none. */
    public @Nullable Path outputDirectory() {
        return outputDirectory;
    }

    /** The release being built, or null where it isn't known. */
    public @Nullable String release() {
        return release;
    }

    /** The project's artifactId, which release tags may begin with. */
    public @Nullable String artifactId() {
        return artifactId;
    }

    /** The project's dependencies as {@code groupId:artifactId}; a JDBC driver among them is a hint to the dialect. */
    public List<String> dependencies() {
        return dependencies;
    }

    /** Folders, files and Ant patterns; null to look in the usual places. */
    public @Nullable List<String> scripts() {
        return scripts;
    }

    /** a layout's id ({@code flyway}, {@code plain}); null to tell it from the files. */
    public @Nullable String layout() {
        return layout;
    }

    /** {@code version} or {@code name}; null for the layout's. */
    public @Nullable String order() {
        return order;
    }

    /** A dialect's id; null to tell it from the SQL. */
    public @Nullable String dialect() {
        return dialect;
    }

    /** Schema of names without one; null for the dialect's. */
    public @Nullable String defaultSchema() {
        return defaultSchema;
    }

    /** What servers make of the case of names: {@code upper}, {@code sensitive}; null for the dialect's own way. */
    public @Nullable String identifierCase() {
        return identifierCase;
    }

    /** Charset of scripts without a byte order mark. */
    public String encoding() {
        return encoding;
    }

    /** Where releases are read from, as the parameter takes it; empty to find out. */
    public List<String> baseline() {
        return baseline;
    }

    /** Regular expression of tags that are releases; null for the usual forms. */
    public @Nullable String tagPattern() {
        return tagPattern;
    }

    /** Where the scripts lay in older releases; null for the same places. */
    public @Nullable List<String> releasedScripts() {
        return releasedScripts;
    }

    /** Folder of the snapshots. */
    public String snapshots() {
        return snapshots;
    }

    /** File of reviewed exceptions. */
    public String accepted() {
        return accepted;
    }

    /** How many releases are supported at once. */
    public int window() {
        return window;
    }

    /** The supported releases by name or version range; empty for the last {@code window}. */
    public List<String> supported() {
        return supported;
    }

    /** How many releases can be rolled back to after the post scripts have run. */
    public int rollbackTargets() {
        return rollbackTargets;
    }

    /** Which scripts JSqlParser reads as well: {@code new}, {@code all} or {@code off}. */
    public String secondReading() {
        return secondReading;
    }

    /** Values of placeholders in scripts, by name. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** Ant patterns of scripts that run before a deployment. */
    public List<String> preScripts() {
        return preScripts;
    }

    /** Ant patterns of scripts that run after a deployment. */
    public List<String> postScripts() {
        return postScripts;
    }

    /** {@code versioned}, {@code compatible} or {@code free}. */
    public String routineEdits() {
        return routineEdits;
    }

    /** {@code versioned}, {@code compatible} or {@code free}. */
    public String viewEdits() {
        return viewEdits;
    }

    /** Regular expression with the groups {@code base} and {@code version}; null for {@code _2}, {@code _v2}, {@code _V2}. */
    public @Nullable String versionedName() {
        return versionedName;
    }

    /** Patterns of objects that no script makes. */
    public List<String> externalObjects() {
        return externalObjects;
    }

    /** Patterns of objects that are in no contract; null for the migration tools' own tables. */
    public @Nullable List<String> ignoredObjects() {
        return ignoredObjects;
    }

    /** Rule id to {@code error}, {@code warning}, {@code info} or {@code off}. */
    public Map<String, String> severities() {
        return severities;
    }

    /** {@code error}, {@code warning} or {@code never}. */
    public String failOn() {
        return failOn;
    }

    /** Several databases, each with its own scripts; empty for one. */
    public List<HistoryRequest> histories() {
        return histories;
    }

    /** Scripts given as text, path to text, in their order; empty to read files. */
    public Map<String, String> scriptTexts() {
        return Map.copyOf(scriptTexts);
    }

    List<Map.Entry<String, String>> scriptTextsInOrder() {
        return List.copyOf(scriptTexts.entrySet());
    }

    /** Releases given in memory; they win over {@link #baseline}. */
    public List<Baseline> baselines() {
        return baselines;
    }

    /** What the build says about the project's migrations. */
    public ProjectSettings project() {
        return project;
    }

    /** Released artifacts, or null where nobody can ask for them. */
    public @Nullable ReleasedArtifacts artifacts() {
        return artifacts;
    }

    /** Who asks the database of a baseline. */
    public DatabaseLogin login() {
        return login;
    }

    /** The day on which exceptions with a date are held to it: one for the whole run, however long that takes. */
    public LocalDate today() {
        return today;
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private Path baseDirectory = Path.of("").toAbsolutePath();
        private @Nullable Path outputDirectory = null;
        private @Nullable String release = null;
        private LocalDate today = LocalDate.now(ZoneOffset.UTC);
        private @Nullable String artifactId = null;
        private List<String> dependencies = List.of();
        private @Nullable List<String> scripts = null;
        private @Nullable String layout = null;
        private @Nullable String order = null;
        private @Nullable String dialect = null;
        private @Nullable String defaultSchema = null;
        private @Nullable String identifierCase = null;
        private String encoding = ENCODING;
        private List<String> baseline = List.of();
        private @Nullable String tagPattern = null;
        private @Nullable List<String> releasedScripts = null;
        private String snapshots = "src/schema-compat";
        private String accepted = "src/schema-compat/accepted.json";
        private int window = 1;
        private List<String> supported = List.of();
        private int rollbackTargets = 0;
        private String secondReading = "new";
        private Map<String, String> placeholders = Map.of();
        private List<String> preScripts = List.of("**/pre/**");
        private List<String> postScripts = List.of("**/post/**");
        private String routineEdits = "versioned";
        private String viewEdits = "versioned";
        private @Nullable String versionedName = null;
        private List<String> externalObjects = List.of();
        private @Nullable List<String> ignoredObjects = null;
        private Map<String, String> severities = Map.of();
        private String failOn = "error";
        private List<HistoryRequest> histories = List.of();
        private final Map<String, String> scriptTexts = new LinkedHashMap<>();
        private final List<Baseline> baselines = new ArrayList<>();
        private ProjectSettings project = ProjectSettings.NONE;
        private @Nullable ReleasedArtifacts artifacts = null;
        private DatabaseLogin login = DatabaseLogin.NONE;

        private Builder() {}

        /** A script as text, in the order of these calls or as the layout orders the paths. */
        public Builder script(String path, String text) {
            scriptTexts.put(path, text);
            return this;
        }

        /** A release, or a source of releases, given in memory. */
        public Builder baseline(Baseline value) {
            baselines.add(value);
            return this;
        }

        /** @param value what relative paths are relative to; paths in reports too */
        public Builder baseDirectory(Path value) {
            baseDirectory = value;
            return this;
        }

        /** @param value folder of the reports; null writes none */
        public Builder outputDirectory(@Nullable Path value) {
            outputDirectory = value;
            return this;
        }

        /** @param value the release being built, or null where it isn't known */
        public Builder release(@Nullable String value) {
            release = value;
            return this;
        }

        /** @param value the day of the check; by default the present one in UTC, so that builds in two places agree */
        public Builder today(LocalDate value) {
            today = value;
            return this;
        }

        /** @param value the project's artifactId, which release tags may begin with */
        public Builder artifactId(@Nullable String value) {
            artifactId = value;
            return this;
        }

        /** @param value the project's dependencies as {@code groupId:artifactId}; a JDBC driver is a hint to the dialect */
        public Builder dependencies(List<String> value) {
            dependencies = value;
            return this;
        }

        /** @param value folders, files and Ant patterns; null to look in the usual places */
        public Builder scripts(@Nullable List<String> value) {
            scripts = value;
            return this;
        }

        /** @param value a layout's id ({@code flyway}, {@code plain}); null to tell it from the files */
        public Builder layout(@Nullable String value) {
            layout = value;
            return this;
        }

        /** @param value {@code version} or {@code name}; null for the layout's */
        public Builder order(@Nullable String value) {
            order = value;
            return this;
        }

        /** @param value a dialect's id; null to tell it from the SQL */
        public Builder dialect(@Nullable String value) {
            dialect = value;
            return this;
        }

        /** @param value schema of names without one; null for the dialect's */
        public Builder defaultSchema(@Nullable String value) {
            defaultSchema = value;
            return this;
        }

        /**
         * @param value what servers make of the case of names: {@code upper}, {@code lower}, {@code insensitive} or
         *     {@code sensitive}; null for the dialect's own way
         */
        public Builder identifierCase(@Nullable String value) {
            identifierCase = value;
            return this;
        }

        /** @param value charset of scripts without a byte order mark */
        public Builder encoding(String value) {
            encoding = value;
            return this;
        }

        /** @param value where releases are read from, as the parameter takes it; empty to find out */
        public Builder baseline(List<String> value) {
            baseline = value;
            return this;
        }

        /** @param value regular expression of tags that are releases; null for the usual forms */
        public Builder tagPattern(@Nullable String value) {
            tagPattern = value;
            return this;
        }

        /** @param value where the scripts lay in older releases; null for the same places */
        public Builder releasedScripts(@Nullable List<String> value) {
            releasedScripts = value;
            return this;
        }

        /** @param value folder of the snapshots */
        public Builder snapshots(String value) {
            snapshots = value;
            return this;
        }

        /** @param value file of reviewed exceptions */
        public Builder accepted(String value) {
            accepted = value;
            return this;
        }

        /** @param value how many releases are supported at once */
        public Builder window(int value) {
            window = value;
            return this;
        }

        /** @param value the supported releases by name or version range; empty for the last {@code window} */
        public Builder supported(List<String> value) {
            supported = value;
            return this;
        }

        /** @param value how many releases can be rolled back to after the post scripts have run */
        public Builder rollbackTargets(int value) {
            rollbackTargets = value;
            return this;
        }

        /** @param value which scripts JSqlParser reads as well: {@code new}, {@code all} or {@code off} */
        public Builder secondReading(String value) {
            secondReading = value;
            return this;
        }

        /** @param value values of placeholders in scripts ({@code ${name}}, {@code $(name)}), by name */
        public Builder placeholders(Map<String, String> value) {
            placeholders = value;
            return this;
        }

        /** @param value Ant patterns of scripts that run before a deployment */
        public Builder preScripts(List<String> value) {
            preScripts = value;
            return this;
        }

        /** @param value Ant patterns of scripts that run after a deployment */
        public Builder postScripts(List<String> value) {
            postScripts = value;
            return this;
        }

        /** @param value {@code versioned}, {@code compatible} or {@code free} */
        public Builder routineEdits(String value) {
            routineEdits = value;
            return this;
        }

        /** @param value {@code versioned}, {@code compatible} or {@code free} */
        public Builder viewEdits(String value) {
            viewEdits = value;
            return this;
        }

        /** @param value regular expression with the groups {@code base} and {@code version}; null for {@code _2}, {@code _v2}, {@code _V2} */
        public Builder versionedName(@Nullable String value) {
            versionedName = value;
            return this;
        }

        /** @param value patterns of objects that no script makes */
        public Builder externalObjects(List<String> value) {
            externalObjects = value;
            return this;
        }

        /** @param value patterns of objects that are in no contract; null for the migration tools' own tables */
        public Builder ignoredObjects(@Nullable List<String> value) {
            ignoredObjects = value;
            return this;
        }

        /** @param value rule id to {@code error}, {@code warning}, {@code info} or {@code off} */
        public Builder severities(Map<String, String> value) {
            severities = value;
            return this;
        }

        /** @param value {@code error}, {@code warning} or {@code never} */
        public Builder failOn(String value) {
            failOn = value;
            return this;
        }

        /** @param value several databases, each with its own scripts; empty for one */
        public Builder histories(List<HistoryRequest> value) {
            histories = value;
            return this;
        }

        /** @param value what the build says about the project's migrations */
        public Builder project(ProjectSettings value) {
            project = value;
            return this;
        }

        /** @param value released artifacts; null where nobody can ask for them */
        public Builder artifacts(@Nullable ReleasedArtifacts value) {
            artifacts = value;
            return this;
        }

        /** @param value who asks the database of a baseline */
        public Builder login(DatabaseLogin value) {
            login = value;
            return this;
        }

        public CheckRequest build() {
            return new CheckRequest(this);
        }
    }
}
