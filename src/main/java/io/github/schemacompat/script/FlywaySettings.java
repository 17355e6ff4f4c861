package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a project says to Flyway.
 *
 * @param values by name in lower case without dashes, as in {@code sqlmigrationprefix}; {@code placeholders.<name>} keeps the
 *     name's case
 * @param source where that stands, for people
 */
public record FlywaySettings(Map<String, String> values, String source) {
    /** A project that says nothing. */
    public static final FlywaySettings NONE = new FlywaySettings(Map.of(), "");

    private static final String PLACEHOLDERS = "placeholders.";

    public FlywaySettings {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * The entries of a flat map that begin with a prefix.
     *
     * @param prefix {@code flyway.}, {@code spring.flyway.}
     */
    static FlywaySettings of(Map<String, String> flat, String prefix, String source) {
        Map<String, String> values = new TreeMap<>();
        flat.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                String name = key.substring(prefix.length());
                values.put(name.startsWith(PLACEHOLDERS) ? name : even(name), value);
            }
        });
        return new FlywaySettings(values, source);
    }

    private static String even(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** These settings, and those of another place where these say nothing. */
    FlywaySettings over(FlywaySettings other) {
        if (other.values.isEmpty()) {
            return this;
        }
        if (values.isEmpty()) {
            return other;
        }
        Map<String, String> merged = new TreeMap<>(other.values);
        merged.putAll(values);
        return new FlywaySettings(merged, source + " and " + other.source);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean isOff() {
        return "false".equalsIgnoreCase(values.get("enabled")) || "false".equalsIgnoreCase(values.get("active"));
    }

    /** As Flyway writes them: with {@code classpath:} or {@code filesystem:}; empty where nothing is said. */
    List<String> locations() {
        return list("locations");
    }

    /** Files with more settings. */
    List<String> configurationFiles() {
        return list("configfiles");
    }

    /** The names of the scripts. */
    public FlywayNaming naming() {
        FlywayNaming usual = FlywayNaming.DEFAULT;
        List<String> suffixes = list("sqlmigrationsuffixes");
        String suffix = values.get("sqlmigrationsuffix");
        return new FlywayNaming(
                values.getOrDefault("sqlmigrationprefix", usual.versioned()),
                values.getOrDefault("undosqlmigrationprefix", usual.undo()),
                values.getOrDefault("repeatablesqlmigrationprefix", usual.repeatable()),
                values.getOrDefault("baselinemigrationprefix", usual.baseline()),
                values.getOrDefault("sqlmigrationseparator", usual.separator()),
                suffixes.isEmpty() ? suffix == null ? usual.suffixes() : List.of(suffix) : suffixes);
    }

    /** Charset of the scripts, or null. */
    public @Nullable String encoding() {
        return values.get("encoding");
    }

    /** The schema that Flyway works in, or null for the connection's own. */
    public @Nullable String defaultSchema() {
        String said = values.get("defaultschema");
        List<String> schemas = list("schemas");
        return said == null ? schemas.isEmpty() ? null : schemas.get(0) : said;
    }

    /** What stands for what in the scripts; empty if Flyway is told to replace nothing. */
    public Map<String, String> placeholders() {
        Map<String, String> found = new LinkedHashMap<>();
        if ("false".equalsIgnoreCase(values.get("placeholderreplacement"))) {
            return found;
        }
        values.forEach((key, value) -> {
            if (key.startsWith(PLACEHOLDERS)) {
                found.put(key.substring(PLACEHOLDERS.length()), value);
            }
        });
        String schema = defaultSchema();
        if (schema != null) {
            found.putIfAbsent("flyway:defaultSchema", schema);
        }
        return found;
    }

    /** The address of the database, or null. */
    @Nullable
    String url() {
        return values.get("url");
    }

    private List<String> list(String name) {
        String said = values.get(name);
        List<String> values = new ArrayList<>();
        if (said != null) {
            Arrays.stream(said.split(","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .forEach(values::add);
        }
        return values;
    }
}
