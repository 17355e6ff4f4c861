package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches a project for folders whose files are named, or written, as only a migration tool's are. */
final class ScriptSearch {
    private static final Set<String> NOT_SEARCHED = Set.of(
            "target",
            "build",
            "out",
            "bin",
            "obj",
            "dist",
            "node_modules",
            "vendor",
            "test",
            "tests",
            "testing",
            "testdata",
            "__tests__",
            "testFixtures",
            "it",
            "docs",
            "doc",
            "examples",
            "example",
            "samples",
            "sample",
            "fixtures");
    private static final Pattern IN_OWN_FOLDER = Pattern.compile("((?:.*/)?)[^/]*\\d[^/]*/(?:migration|up)\\.sql");
    private static final Pattern NUMBERED = Pattern.compile("\\d+[-_. ].*");
    private static final Pattern CHANGELOG = Pattern.compile(
            "(?i)(?:.*/)?(?:(?:db[._-]?)?change[._-]?log[._-](?:master|root)|(?:master|root)[._-]change[._-]?log"
                    + "|(?:.*/)?liquibase/(?:master|root))\\.(?:xml|ya?ml|json)");
    private static final int SAMPLES = 3;

    private final ScriptTree tree;
    private final String below;

    /** @param below folder that is searched; empty for all */
    ScriptSearch(ScriptTree tree, String below) {
        this.tree = tree;
        this.below = below;
    }

    /** What speaks for scripts, the strongest first. */
    private enum Sign {
        NAMED("named as %s names them"),
        WRITTEN("with the marks of %s"),
        NUMBERED("numbered"),
        PER_DATABASE("named after databases");

        private final String words;

        Sign(String words) {
            this.words = words;
        }
    }

    /** A folder with scripts. */
    private record Found(String folder, Sign sign, String layout, int scripts) {
        /** The database that its innermost folder of such a name speaks of, or empty. */
        String vendor() {
            return Vendor.folders(folder + "/x").stream().reduce("", (outer, inner) -> inner);
        }

        /** As the parameter {@code scripts} names it: the folder of the project itself has a name too. */
        String location() {
            return folder.isEmpty() ? "." : folder;
        }

        /** The same for all databases. */
        String place() {
            List<String> segments = new ArrayList<>();
            for (String segment : folder.split("/")) {
                segments.add(Vendor.isOne(segment) ? Vendor.PLACEHOLDER : segment);
            }
            return String.join("/", segments);
        }
    }

    /** The best find, with the others named; empty if nothing looks like migrations. */
    List<DetectedScripts> search() {
        Map<String, List<Found>> places = new TreeMap<>();
        for (Found found : folders()) {
            places.computeIfAbsent(found.place(), place -> new ArrayList<>()).add(found);
        }
        if (places.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<String, List<Found>>> ranked = new ArrayList<>(places.entrySet());
        ranked.sort(Comparator.comparing((Map.Entry<String, List<Found>> entry) ->
                        entry.getValue().get(0).sign())
                .thenComparing(entry -> -entry.getValue().stream()
                        .mapToInt(Found::scripts)
                        .max()
                        .orElse(0))
                .thenComparing(Map.Entry::getKey));
        List<Found> best = ranked.get(0).getValue();
        String why = best.stream().mapToInt(Found::scripts).sum() + " scripts "
                + best.get(0).sign().words.formatted(best.get(0).layout())
                + ", found by searching"
                + (ranked.size() > 1
                        ? "; left aside: "
                                + String.join(
                                        ", ",
                                        ranked.subList(1, Math.min(1 + SAMPLES, ranked.size())).stream()
                                                .map(Map.Entry::getKey)
                                                .toList())
                                + (ranked.size() > 1 + SAMPLES ? " …" : "")
                        : "");
        if (best.size() == 1) {
            String only = best.get(0).location();
            List<DetectedScripts> several =
                    new DatabaseDivision(tree).of(best.get(0).folder(), why);
            if (!several.isEmpty()) {
                return several;
            }
            return List.of(new DetectedScripts(null, List.of(only), null, "scripts: " + only + " (" + why + ")"));
        }
        Map<String, List<String>> vendors = new TreeMap<>();
        best.forEach(found -> vendors.put(found.vendor(), List.of(found.location())));
        String shown =
                ranked.get(0).getKey().replace(Vendor.PLACEHOLDER, "{" + String.join(",", vendors.keySet()) + "}");
        return VendorFolders.histories(vendors, shown, why);
    }

    /** Folders with SQL of which nothing says that it is migrations, each with the number of its files. */
    List<String> unlike() {
        Set<String> alike = new TreeSet<>();
        folders().forEach(found -> alike.add(found.folder()));
        Map<String, Integer> unlike = new TreeMap<>();
        for (ScriptTree.Entry entry : tree.below(below)) {
            String folder = folder(entry.path());
            if (entry.kind() == ScriptTree.Kind.FILE
                    && ScriptLayout.PLAIN.isScript(entry.path())
                    && isSearched(entry.path())
                    && !alike.contains(folder)) {
                unlike.merge(folder.isEmpty() ? "." : folder, 1, Integer::sum);
            }
        }
        return unlike.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .toList();
    }

    private List<Found> folders() {
        Map<String, List<String>> byFolder = new TreeMap<>();
        List<Found> changelogs = new ArrayList<>();
        for (ScriptTree.Entry entry : tree.below(below)) {
            if (entry.kind() == ScriptTree.Kind.FILE
                    && CHANGELOG.matcher(entry.path()).matches()
                    && isSearched(entry.path())) {
                changelogs.add(new Found(entry.path(), Sign.NAMED, "liquibase", 1));
            }
            if (entry.kind() == ScriptTree.Kind.FILE
                    && ScriptLayout.PLAIN.isScript(entry.path())
                    && isSearched(entry.path())) {
                Matcher own = IN_OWN_FOLDER.matcher(entry.path());
                String folder = own.matches() ? withoutSlash(own.group(1)) : folder(entry.path());
                byFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(entry.path());
            }
        }
        List<Found> found = new ArrayList<>();
        found.addAll(changelogs);
        byFolder.forEach((folder, files) -> found(folder, files).ifPresent(found::add));
        return joined(found);
    }

    /** A folder for each release below a common one is part of that one. */
    private static List<Found> joined(List<Found> all) {
        Map<String, List<Found>> byParent = new TreeMap<>();
        List<Found> joined = new ArrayList<>();
        for (Found found : all) {
            String name = found.folder().substring(found.folder().lastIndexOf('/') + 1);
            if (name.matches("[vV]?\\d.*") && found.folder().contains("/")) {
                byParent.computeIfAbsent(folder(found.folder()), key -> new ArrayList<>())
                        .add(found);
            } else {
                joined.add(found);
            }
        }
        byParent.forEach((parent, children) -> {
            Found first = children.get(0);
            int scripts = children.stream().mapToInt(Found::scripts).sum();
            joined.removeIf(found -> found.folder().equals(parent));
            joined.add(new Found(parent, first.sign(), first.layout(), scripts));
        });
        return joined;
    }

    private Optional<Found> found(String folder, List<String> files) {
        List<ScriptFile> scripts = files.stream()
                .map(file -> new ScriptFile(file.substring(folder.isEmpty() ? 0 : folder.length() + 1), file, tree))
                .toList();
        for (ScriptLayout layout : ScriptLayout.ALL) {
            if (layout.recognises(scripts)) {
                return Optional.of(new Found(folder, Sign.NAMED, layout.id(), files.size()));
            }
        }
        ScriptReader reader = new ScriptReader(java.nio.charset.StandardCharsets.UTF_8);
        ScriptLayout written = ScriptLayout.detect(scripts.subList(0, Math.min(SAMPLES, scripts.size())), reader);
        if (written != ScriptLayout.PLAIN) {
            return Optional.of(new Found(folder, Sign.WRITTEN, written.id(), files.size()));
        }
        long numbered = scripts.stream()
                .filter(file -> NUMBERED.matcher(file.name()).matches())
                .count();
        if (numbered > 1 && numbered * 2 > files.size()) {
            return Optional.of(new Found(folder, Sign.NUMBERED, "", files.size()));
        }
        return new VendorFiles(scripts.stream().map(ScriptFile::name).toList()).areSeveral()
                ? Optional.of(new Found(folder, Sign.PER_DATABASE, "", files.size()))
                : Optional.empty();
    }

    private boolean isSearched(String path) {
        String inside = below.isEmpty() ? path : path.substring(below.length() + 1);
        Set<String> folders = new TreeSet<>(List.of(folder(inside).split("/")));
        folders.retainAll(NOT_SEARCHED);
        return folders.isEmpty();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String withoutSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
