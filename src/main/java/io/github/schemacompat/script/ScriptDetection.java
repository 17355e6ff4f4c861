package io.github.schemacompat.script;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
            "prisma/migrations",
            "sql");
    private final ScriptTree tree;
    private final ProjectSettings project;

    public ScriptDetection(ScriptTree tree) {
        this(tree, ProjectSettings.NONE);
    }

    /** @param project what the build says about it */
    public ScriptDetection(ScriptTree tree, ProjectSettings project) {
        this.tree = tree;
        this.project = project;
    }

    /**
     * The scripts of each database: where Flyway is told that they are, else in the first usual folder with scripts, else in
     * the folder that looks most like one.
     *
     * @return empty if there are none; one without a name, or one with a name for each database
     * @throws CannotReadException if the configuration can't be read or names a place that isn't there, or if scripts for
     *     several databases lie among others
     */
    public List<DetectedScripts> detect() {
        List<DetectedScripts> configured = configured();
        if (!configured.isEmpty()) {
            return configured;
        }
        List<DetectedScripts> usual = usual();
        return usual.isEmpty() ? searched() : usual;
    }

    /**
     * What the project says to Flyway.
     *
     * @throws CannotReadException if a file of configuration can't be parsed
     */
    public FlywaySettings flyway() {
        FlywaySettings said = new ToolConfiguration(tree, project).flyway();
        return said.isOff() ? FlywaySettings.NONE : said;
    }

    private List<DetectedScripts> configured() {
        FlywaySettings flyway = flyway();
        if (!flyway.locations().isEmpty()) {
            return new FlywayLocations(tree, project, flyway.source()).scripts(flyway.locations());
        }
        return List.of();
    }

    /** Those in the first usual folder with scripts. */
    public List<DetectedScripts> usual() {
        VendorFolders vendors = new VendorFolders(tree);
        List<String> found =
                USUAL_FOLDERS.stream().filter(vendors::holdsScripts).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        String folder = found.get(0);
        String why = "a usual folder";
        String aside = found.size() > 1
                ? "; left aside: " + String.join(", ", found.subList(1, found.size())) + " (set 'scripts' to choose)"
                : "";
        Map<String, List<String>> folders = vendors.belowWithCommon(folder);
        if (folders.size() > 1) {
            requireNoneBeside(folder, folders.keySet());
            return VendorFolders.histories(folders, VendorFolders.shown(folder, folders.keySet(), ""), why + aside);
        }
        return List.of(
                new DetectedScripts(null, List.of(folder), null, "scripts: " + folder + " (" + why + ")" + aside));
    }

    /** Scripts beside the folders of databases belong to all of them, or to none: nobody can tell. */
    private void requireNoneBeside(String folder, Set<String> vendors) {
        for (ScriptTree.Entry entry : tree.below(folder)) {
            String path = entry.path().substring(folder.length() + 1);
            if (entry.kind() == ScriptTree.Kind.FILE && ScriptLayout.PLAIN.isScript(path) && path.indexOf('/') < 0) {
                throw new CannotReadException(
                        "several-databases",
                        folder + " holds folders of several databases (" + String.join(", ", vendors)
                                + ") and a script beside them, which could be of any: " + path + ".",
                        "Set the parameter 'histories' to say which scripts each database runs.",
                        folder,
                        null);
            }
        }
    }

    private List<DetectedScripts> searched() {
        String below = project.searched();
        return tree.kind(below) == ScriptTree.Kind.FOLDER ? new ScriptSearch(tree, below).search() : List.of();
    }

    /** Where {@link #detect} looks first. */
    public static List<String> usualFolders() {
        return USUAL_FOLDERS;
    }
}
