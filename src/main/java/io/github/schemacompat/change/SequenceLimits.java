package io.github.schemacompat.change;

import java.util.Map;
import java.util.TreeMap;

/** How far sequences of PostgreSQL count when nobody says it: as far as their type reaches. */
final class SequenceLimits {
    private static final Map<String, String> LOWEST = Map.of("smallint", "-32768", "integer", "-2147483648");
    private static final Map<String, String> HIGHEST = Map.of("smallint", "32767", "integer", "2147483647");

    private SequenceLimits() {}

    /** The options of a sequence of type bigint that counts as far as one with these options. */
    static Map<String, String> withDefaultType(Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(options);
        all.values().removeIf("none"::equals);
        String type = all.getOrDefault("type", "bigint");
        boolean down = all.getOrDefault("increment", "1").startsWith("-");
        String limit = (down ? LOWEST : HIGHEST).get(type);
        if (limit != null) {
            all.putIfAbsent(down ? "minvalue" : "maxvalue", limit);
        }
        all.put("type", "bigint");
        return all;
    }
}
