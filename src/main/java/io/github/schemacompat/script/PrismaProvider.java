package io.github.schemacompat.script;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database of a project with Prisma, which is written down beside its migrations. */
final class PrismaProvider {
    private static final Pattern LOCK = Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"(\\w+)\"");
    /** The generator has a provider too. */
    private static final Pattern DATASOURCE =
            Pattern.compile("(?s)\\bdatasource\\s+\\w+\\s*\\{[^}]*?\\bprovider\\s*=\\s*\"(\\w+)\"");

    private PrismaProvider() {}

    /** @param locations of the migrations */
    static Optional<DatabaseHint> beside(ScriptTree tree, List<String> locations) {
        return locations.stream()
                .filter(location -> !AntPattern.isPattern(location) && tree.kind(location) == ScriptTree.Kind.FOLDER)
                .flatMap(location -> files(location).stream())
                .filter(file -> tree.kind(file) == ScriptTree.Kind.FILE)
                .flatMap(file -> provider(tree, file).stream())
                .findFirst();
    }

    private static List<String> files(String location) {
        String folder = location.endsWith("/") || location.isEmpty() ? location : location + "/";
        String above = folder.substring(0, folder.lastIndexOf('/', Math.max(0, folder.length() - 2)) + 1);
        return List.of(folder + "migration_lock.toml", above + "schema.prisma", above + "schema/schema.prisma");
    }

    private static Optional<DatabaseHint> provider(ScriptTree tree, String file) {
        String text = new String(tree.content(file), StandardCharsets.UTF_8);
        Matcher provider = (file.endsWith(".toml") ? LOCK : DATASOURCE).matcher(text);
        String said = provider.find() ? provider.group(1) : "";
        return Vendor.dialect(said)
                .map(id -> new DatabaseHint(id, "dialect: " + id + " (provider " + said + " in " + file + ")"));
    }
}
