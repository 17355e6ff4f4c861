package io.github.schemacompat.result;

/** How a check ended; {@link #id} is the word in {@code findings.json}. */
public enum Outcome {
    PASSED("passed"),
    FAILED("failed"),
    /** Something could not be read or found, so that nothing is said about compatibility. */
    NOT_CHECKED("not-checked");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
