package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.ScriptTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The resources in a jar or war as if they lay in the project's folders of resources. Nothing is unpacked; a file that could
 * harm who reads it is refused.
 */
final class JarTree implements ScriptTree, AutoCloseable {
    /** No script that people write or tools dump is larger, in bytes. */
    private static final long LARGEST = 64L << 20;

    private static final int MOST_ENTRIES = 500_000;
    /** Where an executable jar and a war have the classpath. */
    private static final List<String> ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/", "");

    private final ZipFile zip;
    private final String name;
    private final BaselineRequest request;
    private final String root;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    private JarTree(ZipFile zip, String name, BaselineRequest request) {
        this.zip = zip;
        this.name = name;
        this.request = request;
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            requireHarmless(entry.getName());
            if (!entry.isDirectory()) {
                entries.put(entry.getName(), entry);
            }
            if (entries.size() > MOST_ENTRIES) {
                throw refused("it holds more than " + MOST_ENTRIES + " files");
            }
        }
        this.root = ROOTS.stream()
                .filter(each -> entries.keySet().stream().anyMatch(path -> path.startsWith(each)))
                .findFirst()
                .orElse("");
    }

    /**
     * Opens a file.
     *
     * @param name as people know it: {@code groupId:artifactId:version}
     * @throws CannotReadException if it is no archive, or one to be afraid of
     */
    static JarTree open(Path file, String name, BaselineRequest request) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new CannotReadException(
                            "artifact-unreadable",
                            "The released artifact " + name + " can't be read: " + e.getMessage() + ".",
                            "Remove " + name + " from the local repository, so that it is loaded again.")
                    .because(e);
        }
        try {
            return new JarTree(zip, name, request);
        } catch (CannotReadException e) {
            try {
                zip.close();
            } catch (IOException notClosed) {
                e.addSuppressed(notClosed);
            }
            throw e;
        }
    }

    private void requireHarmless(String entry) {
        boolean leaves = List.of(entry.split("/")).contains("..");
        boolean absolute = entry.startsWith("/") || entry.matches("[A-Za-z]:.*");
        if (leaves || absolute || entry.indexOf('\\') >= 0 || entry.indexOf('\0') >= 0) {
            throw refused("the name of an entry leads out of it: " + entry.replaceAll("\\p{Cntrl}", "?"));
        }
    }

    private CannotReadException refused(String why) {
        return new CannotReadException(
                "artifact-hostile",
                "The released artifact " + name + " is not read: " + why + ".",
                "Find out where it comes from. If it is what was released, take another baseline, such as git.");
    }

    @Override
    public String relative(String path) {
        Path base = request.base().toAbsolutePath().normalize();
        return base.relativize(base.resolve(path).normalize()).toString().replace('\\', '/');
    }

    /** The entry that a path of the project stands for; null if it is on no classpath. */
    private @Nullable String inJar(String path) {
        String below = request.onClasspath(path);
        return below == null ? null : root + below;
    }

    @Override
    public Kind kind(String path) {
        String entry = inJar(path);
        if (entry == null) {
            return Kind.MISSING;
        }
        if (entries.containsKey(entry)) {
            return Kind.FILE;
        }
        String folder = entry.endsWith("/") || entry.isEmpty() ? entry : entry + "/";
        return entries.keySet().stream().anyMatch(each -> each.startsWith(folder)) ? Kind.FOLDER : Kind.MISSING;
    }

    @Override
    public List<Entry> below(String folder) {
        String entry = inJar(folder);
        List<Entry> found = new ArrayList<>();
        if (entry != null) {
            String prefix = entry.endsWith("/") || entry.isEmpty() ? entry : entry + "/";
            for (String each : entries.keySet()) {
                if (each.startsWith(prefix)) {
                    found.add(new Entry(folder + "/" + each.substring(prefix.length()), Kind.FILE));
                }
            }
        }
        return found;
    }

    @Override
    public byte[] content(String file) {
        String at = inJar(file);
        ZipEntry entry = at == null ? null : entries.get(at);
        if (entry == null) {
            throw new CannotReadException(
                    "scripts-not-found",
                    "There is no " + file + " in " + name + ".",
                    "Set the parameter 'releasedScripts'.");
        }
        // the size that the archive tells need not be true
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw refused(at + " is larger than " + (LARGEST >> 20) + " MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new CannotReadException(
                            "artifact-unreadable",
                            file + " in " + name + " can't be read: " + e.getMessage() + ".",
                            "Remove the artifact from the local repository, so that it is loaded again.")
                    .because(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
