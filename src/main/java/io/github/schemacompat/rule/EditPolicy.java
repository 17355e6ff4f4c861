package io.github.schemacompat.rule;

import java.util.Locale;
import java.util.Optional;

/** How a released view or routine may get a new definition. */
public enum EditPolicy {
    /** Never in place: under the next versioned name. */
    VERSIONED,
    /** In place as long as its columns or its signature stay what old releases know. */
    COMPATIBLE,
    /** In place. */
    FREE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EditPolicy> byId(String id) {
        for (EditPolicy policy : values()) {
            if (policy.id().equalsIgnoreCase(id.strip())) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
