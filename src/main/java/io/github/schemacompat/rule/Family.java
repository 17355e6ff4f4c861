package io.github.schemacompat.rule;

import java.util.Locale;

/** The families of rules. */
public enum Family {
    /** Breaks a release that is still running. */
    COMPAT,
    /** Destroys rows. */
    DATA,
    /** What was released stays as it was, and everything can be read. */
    SCRIPTS,
    /** Directives that do nothing, or no longer. */
    SUPPRESSIONS;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
