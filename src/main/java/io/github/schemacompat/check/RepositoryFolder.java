package io.github.schemacompat.check;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a folder lies in its repository: hosts of repositories name files from its root. */
final class RepositoryFolder {
    private RepositoryFolder() {}

    /** The folder seen from the root, with {@code /}; empty for the root itself, and where there is no repository. */
    static String of(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path root = absolute; root != null; root = root.getParent()) {
            // a file in linked worktrees and submodules
            if (Files.exists(root.resolve(".git"))) {
                return root.relativize(absolute).toString().replace('\\', '/');
            }
        }
        return "";
    }
}
