package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of an engine for one type, and the arguments that it fills in where a script gives none. */
final class TypeSynonyms {
    static final TypeSynonyms NONE = new TypeSynonyms(Map.of(), Map.of());

    private final Map<String, String> names;
    private final Map<String, List<String>> defaults;

    private TypeSynonyms(Map<String, String> names, Map<String, List<String>> defaults) {
        this.names = Map.copyOf(names);
        this.defaults = Map.copyOf(defaults);
    }

    /** These, and several words for one more type. */
    TypeSynonyms same(String canonical, String... others) {
        Map<String, String> more = new HashMap<>(names);
        more.put(canonical, canonical);
        for (String other : others) {
            more.put(other, canonical);
        }
        return new TypeSynonyms(more, defaults);
    }

    /** These, and what stands in the parentheses of one type if a script leaves them out, or the rest of them. */
    TypeSynonyms filled(String canonical, String... arguments) {
        Map<String, List<String>> more = new HashMap<>(defaults);
        more.put(canonical, List.of(arguments));
        return new TypeSynonyms(same(canonical).names, more);
    }

    boolean knows(String name) {
        return names.containsKey(name);
    }

    /** Words in lower case, with single blanks; a name that is no synonym stays as it is. */
    ColumnType resolve(String name, List<String> written) {
        String canonical = names.getOrDefault(name, name);
        List<String> arguments = written.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> filled = defaults.getOrDefault(canonical, List.of());
        if (arguments.size() < filled.size()) {
            List<String> completed = new ArrayList<>(arguments);
            completed.addAll(filled.subList(arguments.size(), filled.size()));
            return new ColumnType(canonical, completed);
        }
        return new ColumnType(canonical, arguments);
    }

    static String words(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The number in an argument, or the fallback if there is none or it is a word. */
    static int number(ColumnType type, int index, int fallback) {
        if (index >= type.arguments().size()) {
            return fallback;
        }
        try {
            return Integer.parseInt(type.arguments().get(index).strip());
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
