package io.github.schemacompat.rule;

import io.github.schemacompat.script.ConfiguredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Objects that are in no contract: migration history, staging tables. A pattern is a name with {@code *} for any
 * characters; without a dot it is compared with the object's own name, else with the schema and the name.
 */
final class IgnoredObjects {
    private final List<Pattern> names = new ArrayList<>();
    private final List<Pattern> qualified = new ArrayList<>();

    IgnoredObjects(List<String> patterns) {
        for (String pattern : patterns) {
            String folded = pattern.strip().toLowerCase(Locale.ROOT);
            Pattern compiled = Pattern.compile(("\\Q" + folded + "\\E").replace("*", "\\E.*\\Q"));
            (folded.contains(".") ? qualified : names).add(compiled);
        }
    }

    /** @param key folded qualified name, the default schema left out */
    boolean contains(String key) {
        String folded = key.toLowerCase(Locale.ROOT);
        String own = folded.substring(folded.lastIndexOf('.') + 1);
        return names.stream().anyMatch(pattern -> matches(pattern, own))
                || qualified.stream().anyMatch(pattern -> matches(pattern, folded));
    }

    private static boolean matches(Pattern pattern, String name) {
        return ConfiguredPattern.match(pattern, name, "The parameter 'ignoredObjects'") != null;
    }
}
