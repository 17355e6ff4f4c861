package io.github.schemacompat.script;

import io.github.schemacompat.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder for each database below a common one: each is a history of its own, in its own dialect. */
final class VendorFolders {
    private static final Set<String> COMMON = Set.of("common", "all", "shared", "generic", "default");

    private final ScriptTree tree;

    VendorFolders(ScriptTree tree) {
        this.tree = tree;
    }

    /**
     * One entry for each database that has a folder with scripts.
     *
     * @param folder above the databases' folders
     * @param below path below each of them, beginning with a slash, or empty
     * @return empty if there are none
     */
    Map<String, List<String>> below(String folder, String below) {
        Map<String, List<String>> vendors = new TreeMap<>();
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (String name : children(folder)) {
            if (Vendor.isOne(name) && holdsScripts(prefix + name + below)) {
                vendors.put(name, List.of(prefix + name + below));
            }
        }
        return vendors;
    }

    /** As {@link #below}; a folder of what all of them run is part of each. */
    Map<String, List<String>> belowWithCommon(String folder) {
        List<String> common = children(folder).stream()
                .filter(COMMON::contains)
                .map(name -> folder + "/" + name)
                .filter(this::holdsScripts)
                .toList();
        return with(common, below(folder, ""));
    }

    /** The folders of each database behind those of all. */
    static Map<String, List<String>> with(List<String> common, Map<String, List<String>> vendors) {
        vendors.replaceAll((vendor, own) -> {
            List<String> all = new ArrayList<>(common);
            all.addAll(own);
            return all;
        });
        return vendors;
    }

    /**
     * The histories of several databases.
     *
     * @param folders by the database's name as the folders have it
     * @param shown how to call the place
     * @param why what led there
     */
    static List<DetectedScripts> histories(Map<String, List<String>> folders, String shown, String why) {
        List<DetectedScripts> histories = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        folders.forEach((name, locations) -> {
            if (supported(name) == null) {
                aside.add(name);
            }
        });
        String hint = "scripts: " + shown + " (" + why + ")"
                + (aside.isEmpty()
                        ? ""
                        : "; not checked, for the dialect is not supported: " + String.join(", ", aside));
        folders.forEach((name, locations) -> {
            String dialect = supported(name);
            if (dialect != null) {
                histories.add(new DetectedScripts(name, locations, dialect, hint));
            }
        });
        return histories;
    }

    private static @Nullable String supported(String vendor) {
        return Vendor.dialect(vendor).filter(id -> Dialect.byId(id).isPresent()).orElse(null);
    }

    /** {@code db/{mysql,postgresql}}. */
    static String shown(String folder, Set<String> vendors, String below) {
        return (folder.isEmpty() ? "" : folder + "/") + "{" + String.join(",", vendors) + "}" + below;
    }

    boolean holdsScripts(String folder) {
        return tree.kind(folder) == ScriptTree.Kind.FOLDER
                && tree.below(folder).stream()
                        .anyMatch(entry ->
                                entry.kind() == ScriptTree.Kind.FILE && ScriptLayout.PLAIN.isScript(entry.path()));
    }

    /** The names of what lies directly in a folder and may be a folder. */
    private List<String> children(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return tree.below(folder).stream()
                .map(entry -> entry.path().substring(prefix.length()))
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }
}
