package io.github.schemacompat.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one side says of a database: objects by a name that both sides use, and their properties as text. */
final class Facts {
    /** Stands for what a side can't tell; it is equal to everything. */
    static final String UNTOLD = "?";

    private final SortedMap<String, SortedMap<String, String>> objects = new TreeMap<>();

    /** An object, which needs no property to be there. */
    void object(String path) {
        objects.computeIfAbsent(path, key -> new TreeMap<>());
    }

    void put(String path, String property, @Nullable Object value) {
        object(path);
        objects.get(path).put(property, String.valueOf(value));
    }

    /** The same with the values of these properties written otherwise. */
    Facts with(Set<String> properties, UnaryOperator<String> spelling) {
        Facts result = new Facts();
        objects.forEach((path, values) -> {
            result.object(path);
            values.forEach((property, value) ->
                    result.put(path, property, properties.contains(property) ? spelling.apply(value) : value));
        });
        return result;
    }

    int size() {
        return objects.size();
    }

    /** How many properties this side can't tell. */
    long untold() {
        return objects.values().stream()
                .flatMap(properties -> properties.values().stream())
                .filter(value -> value.contains(UNTOLD))
                .count();
    }

    /**
     * What differs, a line each, in the order of the objects.
     *
     * @param name what to call this side
     * @param otherName what to call the other one
     */
    List<String> differences(String name, Facts other, String otherName) {
        List<String> lines = new ArrayList<>();
        SortedSet<String> paths = new TreeSet<>(objects.keySet());
        paths.addAll(other.objects.keySet());
        for (String path : paths) {
            SortedMap<String, String> mine = objects.get(path);
            SortedMap<String, String> others = other.objects.get(path);
            if (mine == null) {
                lines.add(path + ": only " + otherName + " has it " + others);
            } else if (others == null) {
                lines.add(path + ": only " + name + " has it " + mine);
            } else {
                compare(path, name, mine, otherName, others, lines);
            }
        }
        return lines;
    }

    private static void compare(
            String path,
            String name,
            Map<String, String> mine,
            String otherName,
            Map<String, String> others,
            List<String> lines) {
        SortedSet<String> properties = new TreeSet<>(mine.keySet());
        properties.addAll(others.keySet());
        for (String property : properties) {
            String here = mine.getOrDefault(property, "nothing");
            String there = others.getOrDefault(property, "nothing");
            if (!equal(here, there)) {
                lines.add("%s, %s: %s says %s, %s says %s".formatted(path, property, name, here, otherName, there));
            }
        }
    }

    /** Values of several parts have one on each line, so that one part that can't be told hides no other. */
    private static boolean equal(String here, String there) {
        if (here.equals(there) || here.equals(UNTOLD) || there.equals(UNTOLD)) {
            return true;
        }
        String[] mine = here.split("\n", -1);
        String[] others = there.split("\n", -1);
        if (mine.length != others.length) {
            return false;
        }
        for (int i = 0; i < mine.length; i++) {
            boolean untold = mine[i].endsWith(UNTOLD)
                            && others[i].startsWith(mine[i].substring(0, mine[i].length() - 1))
                    || others[i].endsWith(UNTOLD) && mine[i].startsWith(others[i].substring(0, others[i].length() - 1));
            if (!mine[i].equals(others[i]) && !untold) {
                return false;
            }
        }
        return true;
    }
}
