package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Migrations that are written in a language of the JVM and named as Flyway names them: {@code V3__Fill_names.java}. */
final class JavaMigrations {
    private static final Pattern NAME = Pattern.compile("([VRB][\\d_]*__\\w+)\\.(?:java|kt|groovy|scala)");
    private static final String RESOURCES = "src/main/resources";
    private static final List<String> SOURCES =
            List.of("src/main/java", "src/main/kotlin", "src/main/groovy", "src/main/scala");

    private JavaMigrations() {}

    /** The name without its end, if it is one of a migration. */
    static Optional<String> stem(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean isOne(String path) {
        return stem(path.substring(path.lastIndexOf('/') + 1)).isPresent();
    }

    /** Those in the packages that a folder of resources stands for on the classpath. */
    static List<ScriptFile> beside(String folder, ScriptTree tree) {
        int resources = folder.indexOf(RESOURCES);
        List<ScriptFile> found = new ArrayList<>();
        if (resources < 0) {
            return found;
        }
        for (String sources : SOURCES) {
            String classes =
                    folder.substring(0, resources) + sources + folder.substring(resources + RESOURCES.length());
            if (tree.kind(classes) == ScriptTree.Kind.FOLDER) {
                for (ScriptTree.Entry entry : tree.below(classes)) {
                    String path = entry.path().substring(classes.length() + 1);
                    if (entry.kind() == ScriptTree.Kind.FILE && isOne(path)) {
                        found.add(new ScriptFile(path, entry.path(), tree));
                    }
                }
            }
        }
        return found;
    }

    static ScriptReader.NotReadableException notReadable() {
        return new ScriptReader.NotReadableException(
                "It is a migration in Java, which only runs in Flyway: what it does to the schema is not known. If it"
                        + " changes data only, accept it in accepted.json; else move what it does to the schema into SQL.",
                1);
    }
}
