package io.github.schemacompat.script;

import org.jspecify.annotations.Nullable;

/** Scripts or releases could not be found or read, so that nothing can be said about them. */
public final class CannotReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;
    private final @Nullable String file;
    private final @Nullable Integer line;

    /**
     * @param code stable word for programs: {@code scripts-not-found}
     * @param message what is wrong, a sentence
     * @param remedy what to do, a sentence
     * @param file the file or folder that it is about, or null
     * @param line one-based, or null
     */
    public CannotReadException(
            String code, String message, String remedy, @Nullable String file, @Nullable Integer line) {
        super(message);
        this.code = code;
        this.remedy = remedy;
        this.file = file;
        this.line = line;
    }

    public CannotReadException(String code, String message, String remedy) {
        this(code, message, remedy, null, null);
    }

    /** A build is being cancelled: the thread has been interrupted, and stays so. */
    public static CannotReadException interrupted() {
        return new CannotReadException("interrupted", "The build was interrupted.", "Run it again.");
    }

    public CannotReadException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public String code() {
        return code;
    }

    public String remedy() {
        return remedy;
    }

    public @Nullable String file() {
        return file;
    }

    public @Nullable Integer line() {
        return line;
    }
}
