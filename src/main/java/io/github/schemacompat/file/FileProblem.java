package io.github.schemacompat.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Why a file can't be read or written, in words: the exceptions of the platform often say no more than its name. */
public final class FileProblem {
    private static final Map<Class<? extends IOException>, String> REASONS = Map.of(
            AccessDeniedException.class, "access is denied",
            NoSuchFileException.class, "it is not there",
            FileAlreadyExistsException.class, "a file is in the way",
            NotDirectoryException.class, "it is no folder",
            DirectoryNotEmptyException.class, "a folder of that name is in the way",
            CharacterCodingException.class, "it is no text in the encoding that is expected");

    private FileProblem() {}

    /** The reason, as it follows a colon. */
    public static String reason(IOException e) {
        return REASONS.entrySet().stream()
                .filter(known -> known.getKey().isInstance(e))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> said(e));
    }

    private static String said(IOException e) {
        String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said;
    }
}
