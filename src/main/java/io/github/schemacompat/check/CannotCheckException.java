package io.github.schemacompat.check;

import org.jspecify.annotations.Nullable;

/** Something that is needed to check could not be read, found or understood; nothing is said about compatibility. */
public final class CannotCheckException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String problem;
    private final @Nullable String file;
    private final @Nullable Integer line;
    private final String remedy;

    /**
     * @param code stable word for programs: {@code scripts-not-found}
     * @param problem what is wrong, a sentence without a full stop at its end
     * @param file the file it is about, or null
     * @param line one-based, or null
     * @param remedy what to do
     * @param cause what was thrown below, or null
     */
    public CannotCheckException(
            String code,
            String problem,
            @Nullable String file,
            @Nullable Integer line,
            String remedy,
            @Nullable Throwable cause) {
        super(text(problem, file, line, remedy), cause);
        this.code = code;
        this.problem = problem;
        this.file = file;
        this.line = line;
        this.remedy = remedy;
    }

    private static String text(String problem, @Nullable String file, @Nullable Integer line, String remedy) {
        String place = file == null ? "" : line == null ? file + ": " : file + ":" + line + ": ";
        if (line == null && file != null && problem.contains(file)) {
            place = "";
        }
        return place + sentence(problem) + (remedy.isEmpty() ? "" : " " + sentence(remedy));
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }

    public String code() {
        return code;
    }

    /** What is wrong and what to do, without the place. */
    public String problemAndRemedy() {
        return sentence(problem) + (remedy.isEmpty() ? "" : " " + sentence(remedy));
    }

    public @Nullable String file() {
        return file;
    }

    public @Nullable Integer line() {
        return line;
    }

    public String remedy() {
        return remedy;
    }
}
