package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the includes of a changelog, in the order in which Liquibase does. */
final class ChangelogWalk {
    private static final String CLASSPATH = "classpath:";
    private static final String RESOURCES = "src/main/resources/";

    private final ScriptTree tree;
    private final String root;
    /** Those that were defined up to where the walk is: paths of includes may hold them. */
    private final ChangelogProperties properties;

    private final Set<String> above = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();

    /**
     * A file with SQL, or a changeset or property of another changelog.
     *
     * @param file where it stands
     * @param entry null for a file with SQL
     */
    record Item(String file, ChangelogFile.@Nullable Entry entry) {
        boolean isChangeset() {
            return entry != null && entry.kind().equals("changeSet");
        }
    }

    private ChangelogWalk(ScriptTree tree, String root, ChangelogProperties properties) {
        this.tree = tree;
        this.properties = properties;
        this.root = root;
    }

    /**
     * Everything that a changelog leads to.
     *
     * @param properties what the project defines; those of the changelogs are added to it
     * @throws CannotReadException if an include isn't there or leads back to where it came from, or a file can't be parsed
     */
    static ChangelogWalk of(ScriptTree tree, String root, ChangelogProperties properties) {
        ChangelogWalk walk = new ChangelogWalk(tree, root, properties);
        walk.visit(root);
        return walk;
    }

    List<Item> items() {
        return items;
    }

    /** Every file that was visited. */
    Set<String> files() {
        return seen;
    }

    private void visit(String file) {
        if (!seen.add(file)) {
            return;
        }
        if (!ChangelogFile.isOne(file)) {
            items.add(new Item(file, null));
            return;
        }
        above.add(file);
        for (ChangelogFile.Entry entry : ChangelogFile.read(tree, file)) {
            switch (entry.kind()) {
                case "include" -> include(file, entry);
                case "includeAll" -> includeAll(file, entry);
                case "property" -> define(new Item(file, entry), entry);
                default -> items.add(new Item(file, entry));
            }
        }
        above.remove(file);
    }

    private void define(Item item, ChangelogFile.Entry entry) {
        items.add(item);
        define(item, entry, properties);
    }

    /** Adds the property that an entry defines, or those of a file. */
    void define(Item item, ChangelogFile.Entry entry, ChangelogProperties to) {
        String all = propertiesOf(item, entry);
        if (all == null) {
            to.define(known(item.file()), entry.values());
        } else {
            to.defineAll(known(item.file()), entry.values(), tree, all);
        }
    }

    private void include(String file, ChangelogFile.Entry entry) {
        String said = properties.fill(entry.value("file"), known(file));
        String found = place(file, entry, said);
        if (found.isEmpty() || tree.kind(found) != ScriptTree.Kind.FILE) {
            if ("false".equalsIgnoreCase(entry.value("errorifmissing"))) {
                return;
            }
            throw missing(file, entry, said);
        }
        if (above.contains(found)) {
            List<String> cycle = new ArrayList<>(above);
            throw new CannotReadException(
                    "changelog-cycle",
                    "The changelog includes itself: "
                            + String.join(" includes ", cycle.subList(cycle.indexOf(found), cycle.size()))
                            + " includes "
                            + found + ".",
                    "Remove one of the includes.",
                    file,
                    entry.line());
        }
        visit(found);
    }

    private void includeAll(String file, ChangelogFile.Entry entry) {
        String said = properties.fill(entry.value("path"), known(file));
        String folder = place(file, entry, said.endsWith("/") ? said.substring(0, said.length() - 1) : said);
        if (folder.isEmpty() || tree.kind(folder) != ScriptTree.Kind.FOLDER) {
            if ("false".equalsIgnoreCase(entry.value("errorifmissingorempty"))) {
                return;
            }
            throw missing(file, entry, said);
        }
        String end = entry.value("endswithfilter").toLowerCase(Locale.ROOT);
        tree.below(folder).stream()
                .filter(each -> each.kind() == ScriptTree.Kind.FILE)
                .map(ScriptTree.Entry::path)
                .filter(path -> ChangelogFile.isOne(path) || ScriptLayout.PLAIN.isScript(path))
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(end))
                .sorted(Comparator.naturalOrder())
                .filter(path -> !above.contains(path))
                .forEach(this::visit);
    }

    /**
     * The file whose properties an entry defines, or null if it defines one itself.
     *
     * @throws CannotReadException if it isn't there
     */
    private @Nullable String propertiesOf(Item item, ChangelogFile.Entry entry) {
        String said = properties.fill(entry.value("file"), known(item.file()));
        if (said.isEmpty()) {
            return null;
        }
        String found = place(item.file(), entry, said);
        if (!found.isEmpty() && tree.kind(found) == ScriptTree.Kind.FILE) {
            return found;
        }
        if ("false".equalsIgnoreCase(entry.value("errorifmissing"))) {
            return null;
        }
        throw missing(item.file(), entry, said);
    }

    private CannotReadException missing(String file, ChangelogFile.Entry entry, String said) {
        return new CannotReadException(
                "changelog-missing",
                "The changelog includes " + said + ", which isn't there.",
                "Correct the include; paths are relative to the classpath, or to the changelog with"
                        + " relativeToChangelogFile.",
                file,
                entry.line());
    }

    /** Where something lies that a changelog names; empty if nowhere. */
    private String place(String file, ChangelogFile.Entry entry, String said) {
        String path = said.startsWith(CLASSPATH) ? said.substring(CLASSPATH.length()) : said;
        String plain = path.startsWith("/") ? path.substring(1) : path;
        if ("true".equalsIgnoreCase(entry.value("relativetochangelogfile"))) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            return tree.relative(folder + plain);
        }
        for (String above : List.of(resources(), "", root.substring(0, root.lastIndexOf('/') + 1))) {
            String place = tree.relative(above + plain);
            if (tree.kind(place) != ScriptTree.Kind.MISSING) {
                return place;
            }
        }
        return "";
    }

    /** What the classpath begins with, as far as the place of the root tells. */
    private String resources() {
        int at = root.indexOf(RESOURCES);
        return at < 0 ? "" : root.substring(0, at + RESOURCES.length());
    }

    /** A file as Liquibase knows it: below the classpath. */
    String known(String file) {
        String resources = resources();
        return file.startsWith(resources) ? file.substring(resources.length()) : file;
    }
}
