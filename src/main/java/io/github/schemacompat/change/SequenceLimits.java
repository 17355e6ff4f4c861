package io.github.schemacompat.change;

import java.util.Map;
import java.util.TreeMap;

/** How far sequences count when nobody says it: as far as their type reaches. */
final class SequenceLimits {
    private static final Map<String, String> LOWEST = Map.of("smallint", "-32768", "integer", "-2147483648");
    private static final Map<String, String> HIGHEST = Map.of("smallint", "32767", "integer", "2147483647");

    private SequenceLimits() {}

    /**
     * The options of a sequence after a change. Its limits were fixed when it was made, so that one that counted down
     * keeps the limits of one that counts down.
     */
    static Map<String, String> altered(Map<String, String> before, Map<String, String> change, Engine engine) {
        Map<String, String> all = new TreeMap<>(before);
        boolean down = isDown(before);
        boolean turned = change.containsKey("increment") && isDown(change) != down;
        if (turned && !change.containsKey("type")) {
            String type = before.getOrDefault("type", "bigint");
            all.values().removeIf("none"::equals);
            // MariaDB keeps the last number at both ends for itself
            boolean keepsEnds = engine == Engine.MYSQL;
            String lowest = keepsEnds ? "-9223372036854775807" : "-9223372036854775808";
            String highest = keepsEnds ? "9223372036854775806" : "9223372036854775807";
            all.putIfAbsent("minvalue", down ? LOWEST.getOrDefault(type, lowest) : "1");
            all.putIfAbsent("maxvalue", down ? "-1" : HIGHEST.getOrDefault(type, highest));
        }
        all.putAll(change);
        return all;
    }

    private static boolean isDown(Map<String, String> options) {
        return options.getOrDefault("increment", "1").startsWith("-");
    }

    /** The options of a sequence of type bigint that counts as far as one with these options. */
    static Map<String, String> withDefaultType(Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(options);
        all.values().removeIf("none"::equals);
        String type = all.getOrDefault("type", "bigint");
        boolean down = isDown(all);
        String limit = (down ? LOWEST : HIGHEST).get(type);
        if (limit != null) {
            all.putIfAbsent(down ? "minvalue" : "maxvalue", limit);
        }
        all.put("type", "bigint");
        return all;
    }
}
