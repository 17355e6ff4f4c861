package io.github.schemacompat.soundness;

import org.jspecify.annotations.Nullable;

/**
 * Where the verdict and the engine disagree.
 *
 * @param what the same for the same fault of a smaller trial
 * @param detail for people
 * @param use what doesn't work any longer, or null
 */
record Fault(
        Kind kind, String what, String detail, @Nullable Use use) {
    Fault(Kind kind, String what, String detail) {
        this(kind, what, detail, null);
    }

    /** What is wrong with the verdict. */
    enum Kind {
        /** Something that worked doesn't, and no error says so. */
        MISSED_BREAK,
        /** An error, and everything that it is about works. */
        FALSE_ALARM,
        /** What the engine takes is not understood. */
        NOT_READ
    }

    boolean isLike(Fault other) {
        return kind == other.kind && what.equals(other.what);
    }

    @Override
    public String toString() {
        return kind + " " + what + ": " + detail;
    }
}
