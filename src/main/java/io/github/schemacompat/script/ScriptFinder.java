package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files that the parameter {@code scripts} means: folders, files and Ant patterns, relative to a base. */
public final class ScriptFinder {
    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";

    private final ScriptTree tree;
    private final ScriptLayout layout;

    /** Finds files whose names end with {@code .sql}. */
    public ScriptFinder(ScriptTree tree) {
        this(tree, ScriptLayout.PLAIN);
    }

    /** @param layout tells which files below a folder are scripts */
    public ScriptFinder(ScriptTree tree, ScriptLayout layout) {
        this.tree = tree;
        this.layout = layout;
    }

    /**
     * All scripts of the locations, location by location, in ordinal order of the paths within each.
     *
     * @param locations folders, files or Ant patterns; {@code classpath:} and {@code filesystem:} as Flyway writes them
     * @throws CannotReadException if there are no locations, one doesn't exist or holds no script, or can't be read
     */
    public List<ScriptFile> find(List<String> locations) {
        return find(locations, "scripts");
    }

    /**
     * As {@link #find(List)}, for another parameter that names scripts.
     *
     * @param parameter the name of the parameter, for errors
     */
    public List<ScriptFile> find(List<String> locations, String parameter) {
        if (locations.stream().allMatch(String::isBlank)) {
            throw new CannotReadException(
                    "scripts-empty",
                    "The parameter '" + parameter + "' is set, but empty.",
                    "Set it to the folder of the migration scripts, or leave it out to have it detected.");
        }
        List<ScriptFile> all = new ArrayList<>();
        for (String text : locations) {
            if (text.isBlank()) {
                continue;
            }
            Location location = location(text);
            List<ScriptFile> found = files(location);
            if (found.isEmpty()) {
                throw nothingFound(text.strip(), location, parameter);
            }
            all.addAll(found);
        }
        return distinct(all);
    }

    /** As {@link #find}, but what isn't there is no error: an old release may not have had any scripts. */
    public List<ScriptFile> findIfPresent(List<String> locations) {
        List<ScriptFile> all = new ArrayList<>();
        for (String text : locations) {
            if (!text.isBlank()) {
                all.addAll(files(location(text)));
            }
        }
        return distinct(all);
    }

    /** A file is listed once, and no two share a path: the later one is told by where it lies. */
    private static List<ScriptFile> distinct(List<ScriptFile> all) {
        Set<String> files = new HashSet<>();
        Set<String> paths = new HashSet<>();
        List<ScriptFile> result = new ArrayList<>();
        for (ScriptFile file : all) {
            if (!files.add(file.file())) {
                continue;
            }
            if (paths.add(file.path())) {
                result.add(file);
            } else {
                paths.add(file.file());
                result.add(new ScriptFile(file.file(), file.file(), file.tree()));
            }
        }
        return result;
    }

    private List<ScriptFile> files(Location location) {
        ScriptTree.Kind kind = tree.kind(location.root());
        if (kind == ScriptTree.Kind.MISSING) {
            return List.of();
        }
        if (kind == ScriptTree.Kind.FILE) {
            String name = location.root().substring(location.root().lastIndexOf('/') + 1);
            return location.pattern().isEmpty() ? List.of(new ScriptFile(name, location.root(), tree)) : List.of();
        }
        String prefix = location.root().isEmpty() ? "" : location.root() + "/";
        AntPattern pattern = location.pattern().isEmpty() ? null : AntPattern.of(location.pattern());
        List<ScriptFile> found = new ArrayList<>();
        for (ScriptTree.Entry entry : tree.below(location.root())) {
            String path = entry.path().substring(prefix.length());
            boolean wanted =
                    pattern == null ? layout.isScript(path) || JavaMigrations.isOne(path) : pattern.matches(path);
            if (!wanted) {
                continue;
            }
            if (entry.kind() == ScriptTree.Kind.FILE) {
                found.add(new ScriptFile(path, entry.path(), tree));
            } else if (isSql(path) && !holdsScripts(entry.path())) {
                throw folderNamedLikeAScript(entry.path());
            }
        }
        if (pattern == null) {
            found.addAll(JavaMigrations.beside(location.root(), tree));
        }
        return found;
    }

    /** Tools that make a folder for each migration give it any name. */
    private boolean holdsScripts(String folder) {
        return tree.below(folder).stream()
                .anyMatch(entry -> entry.kind() == ScriptTree.Kind.FILE && isSql(entry.path()));
    }

    private static boolean isSql(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static CannotReadException folderNamedLikeAScript(String path) {
        return new CannotReadException(
                "script-is-a-folder",
                path + " is a folder with the name of a script.",
                "Rename the folder, or move it out of the scripts.",
                path,
                null);
    }

    private CannotReadException nothingFound(String text, Location location, String parameter) {
        if (tree.kind(location.root()) == ScriptTree.Kind.MISSING) {
            return new CannotReadException(
                    "scripts-not-found",
                    "The scripts '" + text + "' don't exist: there is no " + location.root() + ".",
                    "Correct the parameter '" + parameter + "'; paths are relative to the project's folder.",
                    location.root(),
                    null);
        }
        return new CannotReadException(
                "scripts-empty",
                location.pattern().isEmpty()
                        ? "The folder " + text + " holds no .sql file."
                        : "No file matches the scripts '" + text + "'.",
                "Correct the parameter '" + parameter + "', or leave it out if there are no migrations yet.",
                location.root().isEmpty() ? null : location.root(),
                null);
    }

    private Location location(String text) {
        String path = text.strip().replace('\\', '/');
        if (path.startsWith(CLASSPATH)) {
            path = "src/main/resources/" + withoutLeadingSlash(path.substring(CLASSPATH.length()));
        } else if (path.startsWith(FILESYSTEM)) {
            path = path.substring(FILESYSTEM.length());
        }
        int at = 0;
        int end = path.length();
        while (at <= path.length()) {
            int slash = path.indexOf('/', at);
            int segmentEnd = slash < 0 ? path.length() : slash;
            if (AntPattern.isPattern(path.substring(at, segmentEnd))) {
                end = at;
                break;
            }
            at = segmentEnd + 1;
        }
        String root = end == 0 ? "" : path.substring(0, end);
        return new Location(tree.relative(root), path.substring(end));
    }

    private static String withoutLeadingSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** A folder or file, and the pattern below it; empty for every script. */
    private record Location(String root, String pattern) {}
}
