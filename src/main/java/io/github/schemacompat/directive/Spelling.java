package io.github.schemacompat.directive;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds the words that somebody may have meant. */
public final class Spelling {
    private static final int AT_MOST = 3;

    private Spelling() {}

    /** The known words that are near to the one that was written, the nearest first, three at most. */
    public static List<String> nearest(String written, Collection<String> known) {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        Map<String, Integer> distances = new TreeMap<>();
        for (String each : known) {
            int distance = distance(wanted, each.toLowerCase(Locale.ROOT));
            if (distance <= Math.max(2, each.length() / 3)) {
                distances.put(each, distance);
            }
        }
        int best = distances.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= best + 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(AT_MOST)
                .toList();
    }

    /** {@code did you mean a or b?} with a blank before it; empty if nothing is near. */
    public static String hint(String written, Collection<String> known) {
        List<String> nearest = nearest(written, known);
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }

    /** How many characters have to be changed, added or left out (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
