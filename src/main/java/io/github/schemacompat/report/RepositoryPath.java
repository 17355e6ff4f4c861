package io.github.schemacompat.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Files as the hosts of repositories call them: from the root of the repository, where the build may be in a subfolder. */
final class RepositoryPath {
    private RepositoryPath() {}

    /**
     * @param folder of the build, seen from the root of the repository
     * @param file relative to that folder
     */
    static String of(String folder, String file) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : (folder + "/" + file).split("/")) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return file.startsWith("/") ? file : String.join("/", names);
    }
}
