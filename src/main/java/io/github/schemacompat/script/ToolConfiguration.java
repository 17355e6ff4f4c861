package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final List<String> CHANGELOG_PARAMETERS =
            List.of("spring.liquibase.parameters.", "quarkus.liquibase.change-log-parameters.");
    private static final List<String> APPLICATION_FILES = List.of(
            "application.properties",
            "application.yml",
            "application.yaml",
            "config/application.properties",
            "config/application.yml",
            "config/application.yaml");
    private static final Pattern PROFILE_FILE =
            Pattern.compile("(?:config/)?application-([\\w-]+)\\.(?:properties|yml|yaml)");
    private static final List<String> PROFILE_KEYS = List.of("spring.config.activate.on-profile", "spring.profiles");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");

    private static final Pattern JDBC = Pattern.compile("^jdbc:(?:tc:|log4jdbc:|p6spy:)?(\\w+):");

    private final ScriptTree tree;
    private final ProjectSettings project;

    ToolConfiguration(ScriptTree tree, ProjectSettings project) {
        this.tree = tree;
        this.project = project;
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
        return spring.isEmpty() ? application("quarkus.flyway.") : spring;
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
        for (String key :
                List.of("spring.liquibase.change-log", "spring.liquibase.changeLog", "quarkus.liquibase.change-log")) {
            for (Document document : documents()) {
                String said = document.values().get(key);
                if (said != null) {
                    return Optional.of(Map.entry(resolve(said, document.values()), document.file()));
                }
            }
        }
        return Optional.empty();
    }

    /** Which changesets run, as far as it is said without a profile. */
    LiquibaseSettings liquibase() {
        String contexts = first("contexts");
        String labels = first("label-filter");
        return LiquibaseSettings.of(contexts, labels.isEmpty() ? first("labels") : labels)
                .with(parameters());
    }

    /** Values of changelog properties: those of the build win over those of the tool's file and the application's. */
    private Map<String, String> parameters() {
        Map<String, String> found = new TreeMap<>();
        for (Document document : documents()) {
            if (document.profile().isEmpty()) {
                Map<String, String> values = resolved(document.values());
                CHANGELOG_PARAMETERS.forEach(prefix -> below(prefix, values).forEach(found::putIfAbsent));
            }
        }
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
        for (Document document : documents()) {
            for (String prefix : List.of("spring.liquibase.", "quarkus.liquibase.")) {
                String said = document.values().get(prefix + name);
                if (said != null && document.profile().isEmpty()) {
                    return resolve(said, document.values());
                }
            }
        }
        return "";
    }

    /** The database that addresses speak of; one that runs in memory counts only where there is no other. */
    Optional<DatabaseHint> database() {
        Map<String, String> found = new TreeMap<>();
        project.values().forEach((key, value) -> {
            if (key.endsWith(".url")) {
                engine(value).ifPresent(engine -> found.putIfAbsent(engine, value.split(":")[1] + " in the POM"));
            }
        });
        for (Document document : documents()) {
            resolved(document.values())
                    .values()
                    .forEach(value -> engine(value)
                            .ifPresent(
                                    engine -> found.putIfAbsent(engine, "jdbc:" + engine + " in " + document.file())));
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

    private static Optional<String> engine(String url) {
        Matcher jdbc = JDBC.matcher(url);
        return jdbc.find() ? Vendor.dialect(jdbc.group(1)) : Optional.empty();
    }

    /** Settings without a profile count; those of a profile only where they don't contradict them. */
    private FlywaySettings application(String prefix) {
        FlywaySettings found = FlywaySettings.NONE;
        for (Document document : documents()) {
            FlywaySettings said = FlywaySettings.of(resolved(document.values()), prefix, document.file());
            if (document.profile().isEmpty()) {
                found = found.over(said);
            }
        }
        return found;
    }

    /** What stands in the profiles about the places of the scripts: profile to Flyway's locations. */
    Map<String, FlywaySettings> profiles(String prefix) {
        Map<String, FlywaySettings> profiles = new TreeMap<>();
        for (Document document : documents()) {
            FlywaySettings said = FlywaySettings.of(resolved(document.values()), prefix, document.file());
            if (!document.profile().isEmpty() && !said.locations().isEmpty()) {
                profiles.putIfAbsent(document.profile(), said);
            }
        }
        return profiles;
    }

    /** One document of an application's configuration; the profile is empty where it counts always. */
    private record Document(String file, String profile, Map<String, String> values) {}

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        for (String resources : project.resources()) {
            for (String name : APPLICATION_FILES) {
                addDocuments(documents, resources + "/" + name, "");
            }
            if (tree.kind(resources) == ScriptTree.Kind.FOLDER) {
                for (ScriptTree.Entry entry : tree.below(resources)) {
                    Matcher profile = PROFILE_FILE.matcher(entry.path().substring(resources.length() + 1));
                    if (profile.matches()) {
                        addDocuments(documents, entry.path(), profile.group(1));
                    }
                }
            }
        }
        return documents;
    }

    private void addDocuments(List<Document> documents, String file, String profile) {
        if (tree.kind(file) != ScriptTree.Kind.FILE) {
            return;
        }
        for (Map<String, String> values : ConfigurationFile.read(tree, file)) {
            String inside = PROFILE_KEYS.stream()
                    .map(values::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(profile);
            documents.add(new Document(file, inside, values));
        }
    }

    private static Map<String, String> resolved(Map<String, String> values) {
        Map<String, String> resolved = new TreeMap<>();
        values.forEach((key, value) -> resolved.put(key, resolve(value, values)));
        return resolved;
    }

    /** {@code ${name:default}} is the value of that name in the same file, else the default; else it stays. */
    private static String resolve(String value, Map<String, String> values) {
        Matcher reference = REFERENCE.matcher(value);
        StringBuilder text = new StringBuilder();
        while (reference.find()) {
            String known = values.getOrDefault(reference.group(1), reference.group(2));
            reference.appendReplacement(text, Matcher.quoteReplacement(known == null ? reference.group() : known));
        }
        return reference.appendTail(text).toString();
    }
}
