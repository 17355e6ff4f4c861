package io.github.schemacompat.script;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Files of configuration as flat maps: {@code a.b.c} to its value, lists divided by commas. */
final class ConfigurationFile {
    private static final long MOST_NODES = 100_000;
    private static final int MOST_DEPTH = 200;

    /** What Maven replaces when it copies the file; YAML knows no such beginning of a value. */
    private static final Pattern FILTERED = Pattern.compile("@([\\w.-]+)@");

    private static final Pattern ABOUT_MIGRATIONS = Pattern.compile(
            "flyway|liquibase|changelogfile|jdbc:|db-kind|spring[.:\\s]+profiles|parameter\\.",
            Pattern.CASE_INSENSITIVE);

    private ConfigurationFile() {}

    /**
     * The documents of a file; only YAML has more than one. A file that says nothing of migrations has none.
     *
     * @throws CannotReadException if it is not what its name says
     */
    static List<Map<String, String>> read(ScriptTree tree, String file) {
        String text = new String(tree.content(file), StandardCharsets.UTF_8);
        if (file.endsWith(".toml")) {
            return List.of(toml(file, text));
        }
        if (!ABOUT_MIGRATIONS.matcher(text).find()) {
            return List.of();
        }
        return file.endsWith(".yml") || file.endsWith(".yaml")
                ? yaml(file, FILTERED.matcher(text).replaceAll("$1"))
                : List.of(properties(file, text));
    }

    private static Map<String, String> properties(String file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw broken(file, null, String.valueOf(e.getMessage()));
        }
        Map<String, String> flat = new TreeMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            // a[0], a[1] are a list
            flat.merge(
                    key.replaceAll("\\[\\d+]$", ""), properties.getProperty(key).strip(), (a, b) -> a + "," + b);
        }
        return flat;
    }

    private static Map<String, String> toml(String file, String text) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            throw broken(file, error.position().line(), String.valueOf(error.getMessage()));
        }
        Map<String, String> flat = new TreeMap<>();
        flattenToml("", result, flat);
        return flat;
    }

    private static void flattenToml(String prefix, TomlTable table, Map<String, String> flat) {
        for (String key : table.keySet()) {
            Object value = table.get(List.of(key));
            if (value instanceof TomlTable inner) {
                flattenToml(prefix + key + ".", inner, flat);
            } else if (value instanceof TomlArray array) {
                flat.put(prefix + key, commas(array.toList()));
            } else {
                flat.put(prefix + key, String.valueOf(value));
            }
        }
    }

    private static List<Map<String, String>> yaml(String file, String text) {
        List<Map<String, String>> documents = new ArrayList<>();
        try {
            Load load = new Load(LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(true)
                    .build());
            for (Object document : load.loadAllFromString(text)) {
                if (size(document, 0) > MOST_NODES) {
                    throw broken(file, null, "its aliases stand for far too much");
                }
                Map<String, String> flat = new TreeMap<>();
                flattenYaml("", document, flat);
                documents.add(flat);
            }
        } catch (MarkedYamlEngineException e) {
            Integer line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(null);
            throw broken(file, line, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw broken(file, null, String.valueOf(e.getMessage()));
        }
        return documents;
    }

    /** How many values a document has where every alias is what it stands for; more than the most where one holds itself. */
    private static long size(@Nullable Object value, int depth) {
        if (depth > MOST_DEPTH) {
            return MOST_NODES + 1;
        }
        Collection<?> inner =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        long size = 1;
        for (Object each : inner) {
            size += size(each, depth + 1);
            if (size > MOST_NODES) {
                return size;
            }
        }
        return size;
    }

    private static void flattenYaml(String key, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, inner) -> flattenYaml(key.isEmpty() ? String.valueOf(name) : key + "." + name, inner, flat));
        } else if (value instanceof List<?> list) {
            flat.put(key, commas(list));
        } else if (value != null) {
            flat.put(key, String.valueOf(value).strip());
        }
    }

    private static String commas(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }

    private static CannotReadException broken(String file, @Nullable Integer line, String problem) {
        return new CannotReadException(
                "configuration-not-readable",
                "The configuration in " + file + " can't be read: "
                        + problem.strip().replaceAll("\\s+", " ") + ".",
                "Correct the file; the places and names of the migrations are read from it.",
                file,
                line);
    }
}
