package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks for migration scripts where projects usually have them. */
public final class ScriptDetection {
    private static final List<String> USUAL_FOLDERS = List.of(
            "src/main/resources/db/migration",
            "src/main/resources/db/migrations",
            "src/main/resources/migration",
            "src/main/resources/migrations",
            "src/main/resources/database/migration",
            "src/main/resources/database/migrations",
            "src/main/resources/sql/migrations",
            "src/main/db/migration",
            "src/main/sql",
            "db/migration",
            "db/migrations",
            "database/migration",
            "database/migrations",
            "migrations",
            "migration",
            "sql");
    private static final Set<String> VENDOR_FOLDERS = Set.of(
            "postgresql",
            "postgres",
            "mysql",
            "mariadb",
            "sqlserver",
            "mssql",
            "oracle",
            "h2",
            "hsqldb",
            "sqlite",
            "db2",
            "derby");

    private final ScriptTree tree;

    public ScriptDetection(ScriptTree tree) {
        this.tree = tree;
    }

    /**
     * The first usual folder with scripts.
     *
     * @throws CannotReadException if it holds folders for several databases
     */
    public Optional<DetectedScripts> detect() {
        List<String> found = USUAL_FOLDERS.stream().filter(this::holdsScripts).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String folder = found.get(0);
        Set<String> vendors = vendors(folder);
        if (vendors.size() > 1) {
            throw new CannotReadException(
                    "several-databases",
                    folder + " holds scripts for several databases: " + String.join(", ", vendors) + ".",
                    "Set the parameter 'scripts' to the folders of one of them, for example " + folder + "/"
                            + vendors.iterator().next() + ".",
                    folder,
                    null);
        }
        String hint = "scripts: " + folder + " (a usual folder)";
        if (found.size() > 1) {
            hint += "; left aside: " + String.join(", ", found.subList(1, found.size())) + " (set 'scripts' to choose)";
        }
        return Optional.of(new DetectedScripts(List.of(folder), hint));
    }

    /** Where {@link #detect} looks. */
    public static List<String> usualFolders() {
        return USUAL_FOLDERS;
    }

    private boolean holdsScripts(String folder) {
        return tree.kind(folder) == ScriptTree.Kind.FOLDER && !scripts(folder).isEmpty();
    }

    private List<String> scripts(String folder) {
        List<String> scripts = new ArrayList<>();
        for (ScriptTree.Entry entry : tree.below(folder)) {
            if (entry.kind() == ScriptTree.Kind.FILE
                    && entry.path().toLowerCase(Locale.ROOT).endsWith(".sql")) {
                scripts.add(entry.path().substring(folder.length() + 1));
            }
        }
        return scripts;
    }

    private Set<String> vendors(String folder) {
        Set<String> vendors = new TreeSet<>();
        for (String script : scripts(folder)) {
            int slash = script.indexOf('/');
            if (slash > 0 && VENDOR_FOLDERS.contains(script.substring(0, slash).toLowerCase(Locale.ROOT))) {
                vendors.add(script.substring(0, slash));
            }
        }
        return vendors;
    }
}
