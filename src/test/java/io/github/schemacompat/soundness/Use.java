package io.github.schemacompat.soundness;

import java.util.List;

/**
 * Something that the released application does, in a transaction of its own.
 *
 * @param steps its statements
 * @param about all SQL that it depends on, so that a finding's object can be looked for in it
 */
record Use(Kind kind, List<String> steps, String about) {
    Use {
        steps = List.copyOf(steps);
    }

    /** How it uses the schema. */
    enum Kind {
        READ,
        /** It takes what it gets by the number of the column. */
        READ_BY_POSITION,
        WRITE,
        /** It writes a row without naming columns. */
        WRITE_BY_POSITION,
        CALL
    }

    static Use of(Kind kind, String about, String... steps) {
        return new Use(kind, List.of(steps), about + "\n" + String.join("\n", steps));
    }

    /** A use of an object that was made by these statements. */
    static Use of(List<String> made, String step) {
        Kind kind = step.startsWith("SELECT *") ? Kind.READ_BY_POSITION : Kind.CALL;
        return new Use(kind, List.of(step), String.join("\n", made) + "\n" + step);
    }

    @Override
    public String toString() {
        return String.join("; ", steps);
    }
}
