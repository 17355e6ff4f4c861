package io.github.schemacompat.script;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Divides the scripts of a folder among the databases that they are for: each has a history of its own. */
final class DatabaseDivision {
    /** What a history may be called. */
    private static final Pattern NAME = Pattern.compile("\\w[\\w-]*");

    private final ScriptTree tree;

    DatabaseDivision(ScriptTree tree) {
        this.tree = tree;
    }

    /**
     * The scripts of each database that has a folder of its own, or a name in the names of the files; folders that
     * begin with the same version are those of several databases, too.
     *
     * @param why what led to the folder
     * @return empty if they are those of one, or if it is no folder
     * @throws CannotReadException if scripts lie among them that could be of any database
     */
    List<DetectedScripts> of(String folder, String why) {
        if (tree.kind(folder) != ScriptTree.Kind.FOLDER) {
            return List.of();
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<String> scripts = tree.below(folder).stream()
                .filter(entry -> entry.kind() == ScriptTree.Kind.FILE && ScriptLayout.PLAIN.isScript(entry.path()))
                .map(entry -> entry.path().substring(prefix.length()))
                .toList();
        Map<String, List<String>> folders = new VendorFolders(tree).belowWithCommon(folder);
        if (folders.size() > 1) {
            requireNone(
                    scripts.stream().filter(path -> path.indexOf('/') < 0).toList(),
                    folder,
                    "folders of several databases",
                    folders.keySet());
            return VendorFolders.histories(
                    folders,
                    VendorFolders.shown(folder, folders.keySet(), ""),
                    why + leftAside(scripts, prefix, folders));
        }
        VendorFiles files = new VendorFiles(scripts);
        if (!files.areSeveral()) {
            return runApart(prefix, scripts, why);
        }
        SortedMap<String, List<String>> patterns = files.patterns();
        requireNone(files.others(), folder, "scripts that are named after several databases", patterns.keySet());
        String shown = prefix + "*{" + String.join(",", patterns.keySet()) + "}*";
        patterns.replaceAll(
                (vendor, own) -> own.stream().map(pattern -> prefix + pattern).toList());
        return VendorFolders.histories(patterns, shown, why);
    }

    /** Folders that begin with the same version can't be run together: Flyway refuses that, so each is a database of its own. */
    private List<DetectedScripts> runApart(String prefix, List<String> scripts, String why) {
        SortedMap<String, MigrationVersion> first = new TreeMap<>();
        Set<String> folders = new TreeSet<>();
        for (String path : scripts) {
            int slash = path.indexOf('/');
            if (slash < 0 || !NAME.matcher(path.substring(0, slash)).matches()) {
                return List.of();
            }
            folders.add(path.substring(0, slash));
            ScriptName name = ScriptLayout.FLYWAY.name(new ScriptFile(path, prefix + path, tree));
            MigrationVersion version = name.version();
            if (name.leftOut() == null && version != null) {
                first.merge(path.substring(0, slash), version, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        boolean alike = first.values().stream().distinct().count() == 1;
        if (first.size() < 2 || !alike || !first.keySet().containsAll(folders)) {
            return List.of();
        }
        String hint = "scripts: " + prefix + "{" + String.join(",", first.keySet()) + "} (" + why
                + "; they begin with the same version, so each folder is taken for a database of its own)";
        return first.keySet().stream()
                .map(folder -> new DetectedScripts(folder, List.of(prefix + folder), null, hint))
                .toList();
    }

    /** Folders beside those of databases that hold scripts, too. */
    private static String leftAside(List<String> scripts, String prefix, Map<String, List<String>> databases) {
        Set<String> read = databases.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        String others = scripts.stream()
                .map(path -> prefix + path.substring(0, path.indexOf('/')))
                .filter(folder -> !read.contains(folder))
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; left aside: " + others;
    }

    /** Scripts beside those of databases belong to all of them, or to none: nobody can tell. */
    private static void requireNone(List<String> beside, String folder, String what, Set<String> vendors) {
        if (!beside.isEmpty()) {
            throw new CannotReadException(
                    "several-databases",
                    (folder.isEmpty() ? "The project" : folder) + " holds " + what + " (" + String.join(", ", vendors)
                            + ") and a script beside them, which could be of any: " + beside.get(0) + ".",
                    "Set the parameter 'histories' to say which scripts each database runs.",
                    folder,
                    null);
        }
    }
}
