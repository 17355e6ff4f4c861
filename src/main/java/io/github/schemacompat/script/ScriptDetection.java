package io.github.schemacompat.script;

import io.github.schemacompat.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Looks for migration scripts where projects usually have them. */
public final class ScriptDetection {
    private static final List<String> USUAL_FOLDERS = List.of(
            "src/main/resources/db/migration",
            "src/main/resources/db/migrations",
            "src/main/resources/migration",
            "src/main/resources/migrations",
            "src/main/resources/database/migration",
            "src/main/resources/database/migrations",
            "src/main/resources/sql/migrations",
            "src/main/db/migration",
            "src/main/sql",
            "db/migration",
            "db/migrations",
            "database/migration",
            "database/migrations",
            "migrations",
            "migration",
            "prisma/migrations",
            "sql");
    /** Spring Boot's place, and those that its neighbours have made usual. */
    private static final List<String> USUAL_CHANGELOGS = List.of(
            "db/changelog/db.changelog-master.yaml",
            "db/changelog/db.changelog-master.yml",
            "db/changelog/db.changelog-master.xml",
            "db/changelog/db.changelog-master.json",
            "db/changelog/db.changelog-master.sql",
            "db/changelog-master.xml",
            "db/changelog-master.yaml",
            "db/liquibase-changelog.xml",
            "db/changeLog.xml",
            "db/changeLog.yaml",
            "config/liquibase/master.xml",
            "config/liquibase/master.yaml",
            "liquibase/master.xml",
            "liquibase/master.yaml");

    private final ScriptTree tree;
    private final ProjectSettings project;
    private final ToolConfiguration configuration;

    public ScriptDetection(ScriptTree tree) {
        this(tree, ProjectSettings.NONE);
    }

    /**
     * @param project what the build says about it
     * @throws CannotReadException if a file of configuration can't be parsed
     */
    public ScriptDetection(ScriptTree tree, ProjectSettings project) {
        this.tree = tree;
        this.project = project;
        this.configuration = new ToolConfiguration(tree, project);
    }

    /**
     * The scripts of each database: where Flyway is told that they are, else in the first usual folder with scripts, else in
     * the folder that looks most like one.
     *
     * @return empty if there are none; one without a name, or one with a name for each database
     * @throws CannotReadException if the configuration can't be read or names a place that isn't there, or if scripts for
     *     several databases lie among others
     */
    public List<DetectedScripts> detect() {
        List<DetectedScripts> configured = configured();
        if (!configured.isEmpty()) {
            return configured;
        }
        List<DetectedScripts> usual = usual();
        return usual.isEmpty() ? searched() : usual;
    }

    /**
     * The scripts of each database where a folder holds those of several, in folders of their own or told apart by their names.
     *
     * @param locations as the parameter {@code scripts} names them
     * @return empty if they are those of one, or nobody can tell
     * @throws CannotReadException if scripts lie among them that could be of any database
     */
    public List<DetectedScripts> severalIn(List<String> locations) {
        return locations.size() == 1
                ? new DatabaseDivision(tree).of(tree.relative(locations.get(0)), "as the parameter 'scripts' says")
                : List.of();
    }

    /**
     * What the project says to Flyway.
     *
     * @throws CannotReadException if a file of configuration can't be parsed
     */
    public FlywaySettings flyway() {
        FlywaySettings said = configuration.flyway();
        return said.isOff() ? FlywaySettings.NONE : said;
    }

    /** What the project says to Liquibase. */
    public LiquibaseSettings liquibase() {
        return configuration.liquibase();
    }

    /**
     * The database that the configuration speaks of; empty if of none, or of several.
     *
     * @param locations of the scripts, beside which Prisma writes it down
     */
    public Optional<DatabaseHint> database(List<String> locations) {
        return configuration.database().or(() -> PrismaProvider.beside(tree, locations));
    }

    private List<DetectedScripts> configured() {
        FlywaySettings flyway = flyway();
        List<DetectedScripts> byDatabase = byDatabase();
        if (!byDatabase.isEmpty()) {
            return byDatabase;
        }
        if (!flyway.locations().isEmpty()) {
            return new FlywayLocations(tree, project, flyway.source()).scripts(flyway.locations());
        }
        Optional<Map.Entry<String, String>> changelog = configuration.changelog();
        if (changelog.isPresent()) {
            String place = changelog(changelog.get().getKey(), changelog.get().getValue());
            return List.of(new DetectedScripts(
                    null,
                    List.of(place),
                    null,
                    "scripts: " + place + " (from " + changelog.get().getValue() + ")"));
        }
        return USUAL_CHANGELOGS.stream()
                .flatMap(name -> project.resources().stream().map(resources -> resources + "/" + name))
                .filter(place -> tree.kind(place) == ScriptTree.Kind.FILE)
                .findFirst()
                .map(place -> List.of(new DetectedScripts(
                        null, List.of(place), null, "scripts: " + place + " (Liquibase's usual place)")))
                .orElse(List.of());
    }

    /** Where a framework has a Flyway for each of several databases, each is a history of its own. */
    private List<DetectedScripts> byDatabase() {
        SortedMap<String, FlywaySettings> settings = configuration.flywayByDatabase();
        List<DetectedScripts> found = new ArrayList<>();
        if (settings.size() > 1) {
            settings.forEach((name, said) -> {
                String dialect = configuration
                        .dialect(name)
                        .filter(id -> Dialect.byId(id).isPresent())
                        .orElse(null);
                for (DetectedScripts own :
                        new FlywayLocations(tree, project, said.source()).scripts(said.locations())) {
                    found.add(
                            own.name() == null
                                    ? new DetectedScripts(name, own.locations(), dialect, own.hint())
                                    : new DetectedScripts(
                                            name + "-" + own.name(), own.locations(), own.dialect(), own.hint()));
                }
            });
        }
        return found;
    }

    private String changelog(String said, String source) {
        String path = said.startsWith("classpath:") ? said.substring("classpath:".length()) : said;
        String plain = path.startsWith("/") && !said.equals(path) || !path.startsWith("/")
                ? path.replaceFirst("^/", "")
                : path;
        List<String> places = new ArrayList<>();
        project.resources().forEach(resources -> places.add(resources + "/" + path.replaceFirst("^/", "")));
        places.add(tree.relative(plain));
        return places.stream()
                .filter(place -> tree.kind(place) == ScriptTree.Kind.FILE)
                .findFirst()
                .orElseThrow(
                        () -> new CannotReadException(
                                "scripts-not-found",
                                "The changelog " + said + " from " + source + " isn't there (looked for in "
                                        + String.join(", ", project.resources()) + " and the project's folder).",
                                "Correct it. If it lies in another module or in a dependency, set the parameter 'scripts' to it."));
    }

    /** Those in the first usual folder with scripts. */
    public List<DetectedScripts> usual() {
        VendorFolders vendors = new VendorFolders(tree);
        List<String> found =
                USUAL_FOLDERS.stream().filter(vendors::holdsScripts).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        String folder = found.get(0);
        String why = "a usual folder";
        String aside = found.size() > 1
                ? "; left aside: " + String.join(", ", found.subList(1, found.size())) + " (set 'scripts' to choose)"
                : "";
        List<DetectedScripts> several = new DatabaseDivision(tree).of(folder, why + aside);
        if (!several.isEmpty()) {
            return several;
        }
        return List.of(
                new DetectedScripts(null, List.of(folder), null, "scripts: " + folder + " (" + why + ")" + aside));
    }

    private List<DetectedScripts> searched() {
        return search().map(ScriptSearch::search).orElse(List.of());
    }

    /** Folders with SQL of which nothing says that it is migrations, the fullest first, each with the number of its files. */
    public List<String> unlikeMigrations() {
        return search().map(ScriptSearch::unlike).orElse(List.of());
    }

    private Optional<ScriptSearch> search() {
        String below = project.searched();
        return tree.kind(below) == ScriptTree.Kind.FOLDER
                ? Optional.of(new ScriptSearch(tree, below))
                : Optional.empty();
    }

    /** Where {@link #detect} looks first. */
    public static List<String> usualFolders() {
        return USUAL_FOLDERS;
    }
}
