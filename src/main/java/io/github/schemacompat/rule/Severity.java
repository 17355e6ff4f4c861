package io.github.schemacompat.rule;

import java.util.Locale;
import java.util.Optional;

/** How much a finding weighs; later ones weigh more. */
public enum Severity {
    /** Not reported at all. Reading problems can't be set to it. */
    OFF,
    INFO,
    WARNING,
    ERROR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> byId(String id) {
        for (Severity severity : values()) {
            if (severity.id().equalsIgnoreCase(id.strip())) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
