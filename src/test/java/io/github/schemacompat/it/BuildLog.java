package io.github.schemacompat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Maven printed while it built an integration test's project. */
record BuildLog(List<String> lines) {
    static BuildLog in(Path project) {
        try {
            return new BuildLog(Files.readAllLines(project.resolve("build.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was printed while a module was built, and what the end of the log says of it. Not for parallel builds. */
    String ofModule(String artifactId) {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        for (String line : lines) {
            if (line.startsWith("[INFO] Building ") || line.startsWith("[INFO] Reactor Summary")) {
                within = line.startsWith("[INFO] Building " + artifactId + " ");
            }
            if (within || line.contains("on project " + artifactId + ": ")) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    /** The lines that match a regular expression. */
    List<String> matching(String regex) {
        return lines.stream().filter(line -> line.matches(regex)).toList();
    }

    String text() {
        return String.join("\n", lines);
    }

    /** A stack trace is for developers of the plugin, not for those who use it. */
    boolean hasStackTrace() {
        return lines.stream().anyMatch(line -> line.matches("(\\[\\w+] )?\\s+at [\\w.$]+\\(.*\\).*"));
    }
}
