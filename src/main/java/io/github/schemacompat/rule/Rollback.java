package io.github.schemacompat.rule;

import java.util.Locale;

/** Whether the supported releases can be taken up again; {@link #id} is the word in {@code findings.json}. */
public enum Rollback {
    SAFE,
    /** Until the post scripts have run. */
    SAFE_UNTIL_POST,
    UNSAFE;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What holds for several histories together. */
    public Rollback and(Rollback other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
