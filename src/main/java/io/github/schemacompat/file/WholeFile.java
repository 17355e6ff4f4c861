package io.github.schemacompat.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is complete or not there, whatever happens while it is written. */
public final class WholeFile {
    private WholeFile() {}

    /** What goes into a file. */
    public interface Content {
        void write(Writer to) throws IOException;
    }

    /**
     * Writes a text in UTF-8 beside the file, and moves it into its place when it is complete.
     *
     * @param file where; its folders are made, and an older file is replaced
     * @throws IOException if it can't be written; an older file is then as it was, and nothing is left of the new one
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                content.write(writer);
            }
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
