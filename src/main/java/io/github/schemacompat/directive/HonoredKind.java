package io.github.schemacompat.directive;

import java.util.Locale;

/** What kinds of constraints a release can honor before they are enforced. */
public enum HonoredKind {
    UNIQUE,
    FOREIGN_KEY,
    CHECK;

    /** The words of a directive, and of a snapshot. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
