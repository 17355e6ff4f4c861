package io.github.schemacompat.sandbox;

import java.io.File;
import java.io.FileDescriptor;
import java.nio.file.Path;
import java.security.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lets everything happen and writes down what the goals have no business with. The only way in Java 17 to see all of it. */
@SuppressWarnings("removal")
final class Watch extends SecurityManager {
    private final Set<String> seen = new TreeSet<>();
    private final Path project;
    private final List<Path> written;
    private final List<Path> java;

    /**
     * @param project whose files may be read
     * @param written folders, relative to the project, that may be written to
     */
    Watch(Path project, List<String> written) {
        this.project = project;
        this.written = written.stream().map(project::resolve).toList();
        this.java = Stream.concat(
                        Stream.of(System.getProperty("java.home")),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)))
                .map(each -> Path.of(each).toAbsolutePath().normalize())
                .toList();
    }

    Set<String> seen() {
        return seen;
    }

    private void tell(String what, Path file) {
        seen.add(what + " " + (file.startsWith(project) ? project.relativize(file) : file));
    }

    @Override
    public void checkPermission(Permission permission) {
        // what matters is told below
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        // what matters is told below
    }

    @Override
    public void checkExec(String command) {
        seen.add("runs " + command);
    }

    @Override
    public void checkConnect(String host, int port) {
        seen.add("connects to " + host + ":" + port);
    }

    @Override
    public void checkListen(int port) {
        seen.add("listens at " + port);
    }

    @Override
    public void checkRead(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        boolean above = project.startsWith(path) || path.endsWith(".git");
        // the names of unfinished files are drawn by lot
        boolean randomNumbers = path.startsWith("/dev");
        if (!above
                && !randomNumbers
                && !path.startsWith(project)
                && java.stream().noneMatch(path::startsWith)) {
            tell("reads", path);
        }
    }

    @Override
    public void checkRead(FileDescriptor descriptor) {
        // opened before, or standard input
    }

    @Override
    public void checkWrite(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        // its folders are made
        if (written.stream().noneMatch(folder -> path.startsWith(folder) || folder.startsWith(path))) {
            tell("writes", path);
        }
    }

    @Override
    public void checkWrite(FileDescriptor descriptor) {
        // opened before, or standard output
    }

    @Override
    public void checkDelete(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (written.stream().noneMatch(path::startsWith)) {
            tell("deletes", path);
        }
    }
}
