package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts of several databases in one folder, told apart by their names: {@code shop.mysql.1.sql}, {@code 2_oracle.sql}. */
final class VendorFiles {
    private static final Pattern COMMON = Pattern.compile("(?i)(?<=[._-])(?:all|common|shared|generic)(?=[._-])");

    private final Map<String, Set<String>> patterns = new TreeMap<>();
    private final Set<String> common = new TreeSet<>();
    private final List<String> others = new ArrayList<>();
    private final boolean several;

    /**
     * @param paths of the scripts below a folder. Those of several databases say so between dots, or are the same but for the
     *     name of the database: one that is about another database is named otherwise
     */
    VendorFiles(Collection<String> paths) {
        Map<String, Set<String>> databases = new HashMap<>();
        Set<String> between = new TreeSet<>();
        for (String path : paths) {
            Optional<MatchResult> word = Vendor.word(name(path));
            if (word.isPresent()) {
                String vendor = word.get().group().toLowerCase(Locale.ROOT);
                patterns.computeIfAbsent(vendor, key -> new TreeSet<>()).add(pattern(path, word.get()));
                databases
                        .computeIfAbsent(without(path, word.get()), key -> new TreeSet<>())
                        .add(vendor);
                if (pattern(path, word.get()).contains("." + word.get().group() + ".")) {
                    between.add(vendor);
                }
            } else {
                Matcher matcher = COMMON.matcher(name(path));
                if (matcher.find()) {
                    common.add(pattern(path, matcher.toMatchResult()));
                } else {
                    others.add(path);
                }
            }
        }
        long alike = databases.values().stream()
                .filter(vendors -> vendors.size() > 1)
                .mapToLong(Set::size)
                .sum();
        long named = databases.values().stream().mapToLong(Set::size).sum();
        several = (between.size() > 1 || alike > 1 && alike * 2 >= named) && others.size() <= named;
    }

    /** Whether they are those of several databases. */
    boolean areSeveral() {
        return several;
    }

    /**
     * Ant patterns of each database's scripts, behind those of what all of them run, by its name in the files, or by the id of
     * the dialect where it has several names.
     */
    SortedMap<String, List<String>> patterns() {
        Map<String, Set<String>> names = new HashMap<>();
        patterns.keySet()
                .forEach(name -> names.computeIfAbsent(Vendor.dialect(name).orElseThrow(), key -> new TreeSet<>())
                        .add(name));
        SortedMap<String, List<String>> all = new TreeMap<>();
        names.forEach((dialect, own) -> {
            List<String> both = new ArrayList<>(common);
            own.forEach(name -> both.addAll(patterns.getOrDefault(name, Set.of())));
            all.put(own.size() == 1 ? own.iterator().next() : dialect, both);
        });
        return all;
    }

    /** What speaks of no database, and could be of any. */
    List<String> others() {
        return others;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String without(String path, MatchResult word) {
        String name = name(path);
        return path.substring(0, path.length() - name.length())
                + name.substring(0, word.start())
                + Vendor.PLACEHOLDER
                + name.substring(word.end());
    }

    /** The word with what stands around it. */
    private static String pattern(String path, MatchResult word) {
        String name = name(path);
        String before = word.start() == 0 ? "" : "*" + name.charAt(word.start() - 1);
        String rest = name.substring(word.end());
        String extension = rest.substring(rest.lastIndexOf('.'));
        String after = rest.equals(extension) ? rest : rest.charAt(0) + "*" + extension;
        return (path.equals(name) ? "" : "**/") + before + word.group() + after;
    }
}
