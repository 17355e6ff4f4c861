package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the files {@code application.properties} and {@code application.yml} of Spring Boot, Quarkus and Micronaut.
 * Of Spring's profiles those count that the build or the files say to be active, of Quarkus's {@code %prod}.
 */
final class ApplicationConfiguration {
    private static final List<String> FOLDERS = List.of("config/", "");
    private static final List<String> ENDINGS = List.of(".properties", ".yml", ".yaml");
    private static final Pattern PROFILE_FILE =
            Pattern.compile("(?:config/)?application-([\\w-]+)\\.(?:properties|yml|yaml)");
    private static final List<String> PROFILE_KEYS = List.of("spring.config.activate.on-profile", "spring.profiles");
    private static final String ACTIVE = "spring.profiles.active";
    private static final String INCLUDE = "spring.profiles.include";
    private static final String GROUP = "spring.profiles.group.";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");
    private static final String QUARKUS_PRODUCTION = "%prod.";

    private final ScriptTree tree;
    private final ProjectSettings project;

    ApplicationConfiguration(ScriptTree tree, ProjectSettings project) {
        this.tree = tree;
        this.project = project;
    }

    /**
     * One document of a file.
     *
     * @param profile expression of the profiles that it is for, or empty for always
     */
    record Document(String file, String profile, Map<String, String> values) {}

    /** The values that count, and the files that they are from, the strongest first. */
    static final class InForce {
        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, Set<String>> sources = new TreeMap<>();

        private void addWeaker(Document document) {
            document.values().forEach((key, value) -> {
                String name = key.startsWith(QUARKUS_PRODUCTION) ? key.substring(QUARKUS_PRODUCTION.length()) : key;
                boolean stronger = !name.equals(key);
                if (!name.startsWith("%")) {
                    if (stronger) {
                        values.put(name, value);
                    } else {
                        values.putIfAbsent(name, value);
                    }
                    sources.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(document.file());
                }
            });
        }

        private void resolve() {
            values.replaceAll((key, value) -> resolved(value));
        }

        /** {@code ${name:default}} is the value of that name, else the default; else it stays. */
        private String resolved(String value) {
            Matcher reference = REFERENCE.matcher(value);
            StringBuilder text = new StringBuilder();
            while (reference.find()) {
                String known = values.getOrDefault(reference.group(1), reference.group(2));
                reference.appendReplacement(text, Matcher.quoteReplacement(known == null ? reference.group() : known));
            }
            return reference.appendTail(text).toString();
        }

        Map<String, String> values() {
            return values;
        }

        /** Where the values stand whose keys begin so, for people. */
        String source(String prefix) {
            Set<String> files = new LinkedHashSet<>();
            sources.forEach((key, from) -> {
                if (key.startsWith(prefix)) {
                    files.addAll(from);
                }
            });
            return String.join(" and ", files);
        }
    }

    /**
     * What counts: files of profiles win over others, the profile that was named last over those before it, the folder
     * {@code config} over the one around it, and what stands below in a file over what stands above.
     *
     * @throws CannotReadException if a file that speaks of migrations can't be parsed
     */
    InForce inForce() {
        List<Document> always = new ArrayList<>();
        project.resources().forEach(resources -> always.addAll(documents(resources, "")));
        List<String> active = active(always);
        Set<String> profiles = new TreeSet<>(active.isEmpty() ? List.of("default") : active);
        List<Document> strongestFirst = new ArrayList<>();
        for (int i = active.size() - 1; i >= 0; i--) {
            String ending = "-" + active.get(i);
            project.resources().forEach(resources -> strongestFirst.addAll(documents(resources, ending)));
        }
        strongestFirst.addAll(always);
        InForce inForce = new InForce();
        strongestFirst.stream().filter(document -> counts(document, profiles)).forEach(inForce::addWeaker);
        inForce.resolve();
        return inForce;
    }

    /** Every document, whatever profile it is for. */
    List<Document> all() {
        List<Document> all = new ArrayList<>();
        for (String resources : project.resources()) {
            all.addAll(documents(resources, ""));
            if (tree.kind(resources) == ScriptTree.Kind.FOLDER) {
                for (ScriptTree.Entry entry : tree.below(resources)) {
                    if (PROFILE_FILE
                            .matcher(entry.path().substring(resources.length() + 1))
                            .matches()) {
                        all.addAll(read(entry.path()));
                    }
                }
            }
        }
        return all;
    }

    private static boolean counts(Document document, Set<String> profiles) {
        String expression = document.profile().replace("&", " and ").replace("|", " or ");
        return ContextExpression.matches(expression, profiles);
    }

    /** The active profiles, with those that they bring along, in the order in which they are named. */
    private List<String> active(List<Document> always) {
        InForce plain = new InForce();
        always.stream().filter(document -> document.profile().isEmpty()).forEach(plain::addWeaker);
        String said = project.values().getOrDefault(ACTIVE, plain.values().getOrDefault(ACTIVE, ""));
        Set<String> active = new LinkedHashSet<>();
        for (String name : names(said)) {
            active.add(name);
            active.addAll(names(plain.values().getOrDefault(GROUP + name, "")));
        }
        List<String> all = new ArrayList<>(names(plain.values().getOrDefault(INCLUDE, "")));
        all.removeAll(active);
        all.addAll(active);
        return all;
    }

    /** What is no name, such as a word that the build replaces, names no profile. */
    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> name.matches("[\\w.-]+"))
                .toList();
    }

    private List<Document> documents(String resources, String ending) {
        List<Document> documents = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (String type : ENDINGS) {
                List<Document> read = read(resources + "/" + folder + "application" + ending + type);
                Collections.reverse(read);
                documents.addAll(read);
            }
        }
        return documents;
    }

    private List<Document> read(String file) {
        List<Document> documents = new ArrayList<>();
        if (tree.kind(file) == ScriptTree.Kind.FILE) {
            for (Map<String, String> values : ConfigurationFile.read(tree, file)) {
                String profile = PROFILE_KEYS.stream()
                        .map(key -> values.getOrDefault(key, ""))
                        .filter(said -> !said.isEmpty())
                        .findFirst()
                        .orElse("");
                documents.add(new Document(file, profile, new LinkedHashMap<>(values)));
            }
        }
        return documents;
    }
}
