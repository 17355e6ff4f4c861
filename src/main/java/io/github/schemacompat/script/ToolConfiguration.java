package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a project says to its migration tool: in the build, in the tool's own files, in Spring Boot's and Quarkus's. */
final class ToolConfiguration {
    private static final List<String> FLYWAY_FILES = List.of(
            "flyway.toml",
            "conf/flyway.toml",
            "src/main/resources/flyway.toml",
            "flyway.conf",
            "conf/flyway.conf",
            "src/main/resources/flyway.conf");
    private static final List<String> LIQUIBASE_FILES =
            List.of("liquibase.properties", "src/main/resources/liquibase.properties");
    private static final Set<String> CHANGELOG_KEYS =
            Set.of("spring.liquibase.change-log", "spring.liquibase.changeLog", "quarkus.liquibase.change-log");
    private static final List<String> CHANGELOG_PARAMETERS =
            List.of("spring.liquibase.parameters.", "quarkus.liquibase.change-log-parameters.");
    /** Quarkus and Micronaut have a Flyway for each of several databases. */
    private static final List<String> NAMED = List.of("quarkus.flyway.", "flyway.datasources.");

    private static final Pattern NAMED_LOCATIONS = Pattern.compile("(\"[^\"]+\"|[^.\"]+)\\.locations");

    private static final Pattern CHANGELOG_OF_MICRONAUT =
            Pattern.compile("liquibase\\.datasources\\.[^.]+\\.change-log");

    private static final Pattern JDBC = Pattern.compile("^jdbc:(?:tc:|log4jdbc:|p6spy:)?(\\w+):");

    private final ScriptTree tree;
    private final ProjectSettings project;
    private final ApplicationConfiguration application;
    private final ApplicationConfiguration.InForce inForce;

    ToolConfiguration(ScriptTree tree, ProjectSettings project) {
        this.tree = tree;
        this.project = project;
        this.application = new ApplicationConfiguration(tree, project);
        this.inForce = application.inForce();
    }

    /**
     * What is said to Flyway.
     *
     * @throws CannotReadException if a file of configuration can't be parsed
     */
    FlywaySettings flyway() {
        FlywaySettings found = FlywaySettings.of(project.values(), "flyway.", "the POM");
        List<String> files = new ArrayList<>();
        found.configurationFiles().forEach(file -> files.add(tree.relative(file)));
        files.addAll(FLYWAY_FILES);
        for (String file : files) {
            if (tree.kind(file) == ScriptTree.Kind.FILE) {
                for (Map<String, String> values : ConfigurationFile.read(tree, file)) {
                    found = found.over(FlywaySettings.of(values, "flyway.", file));
                }
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        FlywaySettings spring = application("spring.flyway.");
        if (!spring.isEmpty()) {
            return spring;
        }
        Map<String, FlywaySettings> named = flywayByDatabase();
        return named.size() == 1 ? named.values().iterator().next() : application("quarkus.flyway.");
    }

    /** What is said to Flyway for each of several databases, by their names; empty where nothing is said by name. */
    SortedMap<String, FlywaySettings> flywayByDatabase() {
        SortedMap<String, FlywaySettings> found = new TreeMap<>();
        for (String prefix : NAMED) {
            for (String key : inForce.values().keySet()) {
                Matcher name = NAMED_LOCATIONS.matcher(key.startsWith(prefix) ? key.substring(prefix.length()) : "");
                if (name.matches()) {
                    found.put(name.group(1).replace("\"", ""), application(prefix + name.group(1) + "."));
                }
            }
        }
        FlywaySettings unnamed = application("quarkus.flyway.");
        if (!found.isEmpty() && !unnamed.locations().isEmpty()) {
            found.put("default", unnamed);
        }
        return found;
    }

    /** The dialect of a database of that name, supported or not. */
    Optional<String> dialect(String database) {
        String inQuarkus = database.equals("default") ? "quarkus.datasource." : "quarkus.datasource." + database + ".";
        Map<String, String> values = new TreeMap<>();
        inForce.values().forEach((key, value) -> values.put(key.replace("\"", ""), value));
        return Optional.ofNullable(values.get(inQuarkus + "db-kind"))
                .flatMap(Vendor::dialect)
                .or(() -> Optional.ofNullable(values.getOrDefault(
                                inQuarkus + "jdbc.url", values.get("datasources." + database + ".url")))
                        .flatMap(ToolConfiguration::engine));
    }

    /** Where the application's own files name Liquibase's changelog: the place and the file that says so. */
    Optional<Map.Entry<String, String>> changelog() {
        String inBuild = project.values().get("liquibase.changeLogFile");
        if (inBuild != null) {
            return Optional.of(Map.entry(inBuild, "the POM"));
        }
        for (String file : LIQUIBASE_FILES) {
            if (tree.kind(file) == ScriptTree.Kind.FILE) {
                for (Map<String, String> said : ConfigurationFile.read(tree, file)) {
                    String changelog = said.getOrDefault("changeLogFile", said.get("liquibase.command.changelogFile"));
                    if (changelog != null) {
                        return Optional.of(Map.entry(changelog, file));
                    }
                }
            }
        }
        return inForce.values().entrySet().stream()
                .filter(entry -> CHANGELOG_KEYS.contains(entry.getKey())
                        || CHANGELOG_OF_MICRONAUT.matcher(entry.getKey()).matches())
                .findFirst()
                .map(entry -> Map.entry(entry.getValue(), inForce.source(entry.getKey())));
    }

    /** Which changesets run, and what stands for what in them. */
    LiquibaseSettings liquibase() {
        String contexts = first("contexts");
        String labels = first("label-filter");
        return LiquibaseSettings.of(contexts, labels.isEmpty() ? first("labels") : labels)
                .with(parameters());
    }

    /** Values of changelog properties: those of the build win over those of the tool's file and the application's. */
    private Map<String, String> parameters() {
        Map<String, String> found = new TreeMap<>();
        CHANGELOG_PARAMETERS.forEach(prefix -> found.putAll(below(prefix, inForce.values())));
        for (String file : LIQUIBASE_FILES) {
            if (tree.kind(file) == ScriptTree.Kind.FILE) {
                ConfigurationFile.read(tree, file).forEach(values -> found.putAll(below("parameter.", values)));
            }
        }
        found.putAll(below("liquibase.expressionVariables.", project.values()));
        return found;
    }

    /** The entries whose keys begin with a prefix, without it. */
    private static Map<String, String> below(String prefix, Map<String, String> values) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()).replace("\"", ""), value);
            }
        });
        return found;
    }

    private String first(String name) {
        String inBuild = project.values().get("liquibase." + name);
        if (inBuild != null) {
            return inBuild;
        }
        return inForce.values()
                .getOrDefault(
                        "spring.liquibase." + name, inForce.values().getOrDefault("quarkus.liquibase." + name, ""));
    }

    /** The database that addresses speak of; one that runs in memory counts only where there is no other. */
    Optional<DatabaseHint> database() {
        Map<String, String> found = new TreeMap<>();
        project.values().forEach((key, value) -> {
            if (key.endsWith(".url")) {
                engine(value).ifPresent(engine -> found.putIfAbsent(engine, value.split(":")[1] + " in the POM"));
            }
        });
        addDatabases(found, inForce.values(), inForce.source(""));
        for (ApplicationConfiguration.Document document : application.all()) {
            addDatabases(found, document.values(), document.file());
        }
        if (found.size() > 1) {
            found.keySet().removeAll(List.of("h2", "hsqldb", "derby", "sqlite"));
        }
        return found.size() == 1
                ? found.entrySet().stream()
                        .map(each -> new DatabaseHint(
                                each.getKey(), "dialect: " + each.getKey() + " (" + each.getValue() + ")"))
                        .findFirst()
                : Optional.empty();
    }

    private static void addDatabases(Map<String, String> found, Map<String, String> values, String file) {
        values.forEach((key, value) -> {
            engine(value).ifPresent(engine -> found.putIfAbsent(engine, "jdbc:" + engine + " in " + file));
            if (key.endsWith(".db-kind")) {
                Vendor.dialect(value)
                        .ifPresent(engine -> found.putIfAbsent(engine, "db-kind " + value + " in " + file));
            }
        });
    }

    private static Optional<String> engine(String url) {
        Matcher jdbc = JDBC.matcher(url);
        return jdbc.find() ? Vendor.dialect(jdbc.group(1)) : Optional.empty();
    }

    private FlywaySettings application(String prefix) {
        return FlywaySettings.of(inForce.values(), prefix, inForce.source(prefix));
    }
}
