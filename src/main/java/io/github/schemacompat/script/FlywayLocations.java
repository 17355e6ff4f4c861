package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Flyway's locations as places of the project; {@code {vendor}} stands for one folder for each database. */
final class FlywayLocations {
    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";

    private final ScriptTree tree;
    private final ProjectSettings project;
    private final String source;

    /** @param source where the locations are said, for people */
    FlywayLocations(ScriptTree tree, ProjectSettings project, String source) {
        this.tree = tree;
        this.project = project;
        this.source = source;
    }

    /**
     * The scripts of the locations, for each database.
     *
     * @return empty if the places are there and hold no scripts yet
     * @throws CannotReadException if a location isn't there, or lies outside of the project
     */
    List<DetectedScripts> scripts(List<String> locations) {
        List<String> common = new ArrayList<>();
        Map<String, List<String>> vendors = new LinkedHashMap<>();
        VendorFolders folders = new VendorFolders(tree);
        for (String location : locations) {
            int vendor = location.indexOf(Vendor.PLACEHOLDER);
            if (vendor < 0) {
                common.add(place(location));
                continue;
            }
            String above = place(location.substring(0, vendor).replaceAll("/$", ""));
            String below = location.substring(vendor + Vendor.PLACEHOLDER.length());
            folders.below(above, below)
                    .forEach((name, own) -> vendors.computeIfAbsent(name, key -> new ArrayList<>())
                            .addAll(own));
        }
        String said = String.join(", ", locations);
        String why = "from " + source;
        List<String> present = common.stream()
                .filter(place -> AntPattern.isPattern(place) || folders.holdsScripts(place))
                .toList();
        if (!vendors.isEmpty()) {
            VendorFolders.with(present, vendors);
            return vendors.size() > 1
                    ? VendorFolders.histories(vendors, said, why)
                    : List.of(new DetectedScripts(
                            null,
                            vendors.values().iterator().next(),
                            null,
                            "scripts: "
                                    + String.join(
                                            ", ", vendors.values().iterator().next()) + " (" + why + ")"));
        }
        if (present.size() == 1 && !AntPattern.isPattern(present.get(0))) {
            Map<String, List<String>> below = folders.belowWithCommon(present.get(0));
            if (below.size() > 1) {
                Set<String> names = below.keySet();
                return VendorFolders.histories(below, VendorFolders.shown(present.get(0), names, ""), why);
            }
        }
        return present.isEmpty()
                ? List.of()
                : List.of(new DetectedScripts(
                        null, present, null, "scripts: " + String.join(", ", present) + " (" + why + ")"));
    }

    private String place(String location) {
        if (location.startsWith(FILESYSTEM)) {
            return existing(location, tree.relative(location.substring(FILESYSTEM.length())), "");
        }
        int colon = location.indexOf(':');
        if (colon > 1 && !location.startsWith(CLASSPATH)) {
            throw new CannotReadException(
                    "scripts-not-found",
                    "The location " + location + " from " + source + " is neither a folder nor on the classpath.",
                    "Set the parameter 'scripts' to a folder with the same scripts.");
        }
        String path = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
        String below = path.startsWith("/") ? path.substring(1) : path;
        for (String resources : project.resources()) {
            if (isThere(resources + "/" + below)) {
                return resources + "/" + below;
            }
        }
        String first =
                project.resources().isEmpty() ? below : project.resources().get(0) + "/" + below;
        return existing(location, first, " on the classpath (below " + String.join(", ", project.resources()) + ")");
    }

    private String existing(String location, String place, String where) {
        if (isThere(place)) {
            return place;
        }
        throw new CannotReadException(
                "scripts-not-found",
                "The location " + location + " from " + source + " isn't there" + where + ".",
                "Correct it. If the scripts lie in another module or in a dependency, set the parameter 'scripts' to their"
                        + " folder; if they are checked in another module, set schema-compat.skip in this one.");
    }

    private boolean isThere(String place) {
        String root = place;
        while (AntPattern.isPattern(root)) {
            root = root.substring(0, Math.max(0, root.lastIndexOf('/')));
        }
        return tree.kind(root) != ScriptTree.Kind.MISSING;
    }
}
