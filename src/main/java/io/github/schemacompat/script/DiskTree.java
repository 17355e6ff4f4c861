package io.github.schemacompat.script;

import io.github.schemacompat.file.FileProblem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Scripts in a folder on disk. Links are followed; folders of version control and Maven's output are left alone. */
public final class DiskTree implements ScriptTree {
    private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn");

    private final Path base;
    /** Detection asks for the same folders again and again, and nothing changes them in between. */
    private final Map<String, List<Entry>> listed = new ConcurrentHashMap<>();

    /** @param base the project's folder; paths are shown relative to it */
    public DiskTree(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    @Override
    public String relative(String path) {
        Path absolute = base.resolve(path).normalize();
        Path relative = base.getRoot() != null && !base.getRoot().equals(absolute.getRoot())
                ? absolute
                : base.relativize(absolute);
        return slashes(relative);
    }

    @Override
    public Kind kind(String path) {
        Path at = base.resolve(path);
        if (Files.isDirectory(at)) {
            return Kind.FOLDER;
        }
        return Files.exists(at, java.nio.file.LinkOption.NOFOLLOW_LINKS) ? Kind.FILE : Kind.MISSING;
    }

    @Override
    public List<Entry> below(String folder) {
        return listed.computeIfAbsent(folder, this::list);
    }

    private List<Entry> list(String folder) {
        List<Entry> found = new ArrayList<>();
        Path start = base.resolve(folder);
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(start, found));
        } catch (IOException e) {
            throw unreadable(start, e);
        }
        found.sort(Comparator.comparing(Entry::path));
        return List.copyOf(found);
    }

    @Override
    public byte[] content(String file) {
        Path at = base.resolve(file);
        try {
            return Files.readAllBytes(at);
        } catch (IOException e) {
            if (Files.isSymbolicLink(at) && !Files.exists(at)) {
                throw new CannotReadException(
                                "script-unreadable",
                                file + " is a link that leads nowhere.",
                                "Restore the file that it names, or remove the link.",
                                file,
                                null)
                        .because(e);
            }
            throw unreadable(at, e);
        }
    }

    private CannotReadException unreadable(Path at, IOException cause) {
        String path = slashes(base.relativize(at.toAbsolutePath().normalize()));
        if (cause instanceof FileSystemLoopException) {
            return new CannotReadException(
                            "scripts-loop",
                            path + " is a link to a folder that it lies in, so that the scripts below never end.",
                            "Remove the link, or set 'scripts' to a folder without it.",
                            path,
                            null)
                    .because(cause);
        }
        return new CannotReadException(
                        "script-unreadable",
                        path + " can't be read: " + FileProblem.reason(cause) + ".",
                        "Check the permissions of the file and of the folders above it.",
                        path,
                        null)
                .because(cause);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Entry> found;
        private final int skipped;
        private final String shown;

        Collector(Path start, List<Entry> found) {
            this.start = start;
            this.found = found;
            this.skipped = start.toString().length();
            this.shown = relative(start.toString());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(start)) {
                return FileVisitResult.CONTINUE;
            }
            String name = String.valueOf(folder.getFileName());
            if (VERSION_CONTROL.contains(name) || folder.equals(base.resolve("target"))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            add(folder, Kind.FOLDER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(file, Kind.FILE);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            throw unreadable(file, cause);
        }

        private void add(Path path, Kind kind) {
            String inside = path.toString().substring(skipped).replace('\\', '/');
            String plain = inside.startsWith("/") ? inside.substring(1) : inside;
            found.add(new Entry(
                    shown.isEmpty() ? plain : shown.endsWith("/") ? shown + plain : shown + "/" + plain, kind));
        }
    }
}
