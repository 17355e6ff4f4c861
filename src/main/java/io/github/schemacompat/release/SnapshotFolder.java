package io.github.schemacompat.release;

import io.github.schemacompat.file.FileProblem;
import io.github.schemacompat.file.WholeFile;
import io.github.schemacompat.script.CannotReadException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the snapshots, a file {@code <release>.json} for each. */
public final class SnapshotFolder {
    private static final String SUFFIX = ".json";
    private static final String ACCEPTED = "accepted.json";

    private final Path base;
    private final Path folder;

    /**
     * @param base the project's folder; files are shown relative to it
     * @param folder the parameter {@code snapshots}, relative to the base
     */
    public SnapshotFolder(Path base, String folder) {
        this.base = base.toAbsolutePath().normalize();
        this.folder = this.base.resolve(folder).normalize();
    }

    /** Whether a release has a snapshot. */
    public boolean has(String release) {
        return Files.exists(file(release));
    }

    /**
     * The releases that have a snapshot, lowest first.
     *
     * @throws CannotReadException if the folder can't be listed, or a file is not named by a version
     */
    public List<ReleaseVersion> releases() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX) && !name.equals(ACCEPTED))
                    .sorted()
                    .map(this::version)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private ReleaseVersion version(String name) {
        String release = name.substring(0, name.length() - SUFFIX.length());
        return ReleaseVersion.parse(release)
                .orElseThrow(() -> new CannotReadException(
                        "snapshot-name",
                        shown(folder.resolve(name)) + " is not named by a version, so that nothing says which release"
                                + " it is.",
                        "Name it <release>.json, for example 1.4.0.json, or move it out of the folder.",
                        shown(folder.resolve(name)),
                        null));
    }

    /** @throws CannotReadException if there is none, or it is no snapshot of a format that is known */
    public Snapshot read(String release) {
        Path file = file(release);
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new CannotReadException(
                            SnapshotReader.CODE,
                            shown(file) + " is no UTF-8 text.",
                            SnapshotReader.REMEDY,
                            shown(file),
                            null)
                    .because(e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        Snapshot snapshot = SnapshotReader.read(text, shown(file));
        if (!snapshot.release().equals(release)) {
            throw new CannotReadException(
                    SnapshotReader.CODE,
                    shown(file) + " says that it is of release " + snapshot.release() + ".",
                    "Rename the file, or write it anew with the goal 'snapshot'.",
                    shown(file),
                    null);
        }
        return snapshot;
    }

    /**
     * Writes a snapshot, complete or not at all.
     *
     * @return the file
     * @throws CannotReadException if it can't be written; an older one is then as it was
     */
    public Path write(Snapshot snapshot) {
        Path file = file(snapshot.release());
        try {
            WholeFile.write(file, writer -> writer.write(SnapshotWriter.write(snapshot)));
            return file;
        } catch (IOException e) {
            throw new CannotReadException(
                            "snapshot-not-written",
                            shown(file) + " can't be written: " + FileProblem.reason(e) + ".",
                            "Check the permissions of the folder and the space on the disk.",
                            shown(file),
                            null)
                    .because(e);
        }
    }

    /** The file of a release, relative to the base. */
    public String shownFile(String release) {
        return shown(file(release));
    }

    private Path file(String release) {
        return folder.resolve(release + SUFFIX);
    }

    private String shown(Path path) {
        return base.relativize(path).toString().replace('\\', '/');
    }

    private CannotReadException unreadable(Path path, IOException cause) {
        return new CannotReadException(
                        SnapshotReader.CODE,
                        shown(path) + " can't be read: " + JsonSource.reason(path, cause) + ".",
                        SnapshotReader.REMEDY,
                        shown(path),
                        null)
                .because(cause);
    }
}
