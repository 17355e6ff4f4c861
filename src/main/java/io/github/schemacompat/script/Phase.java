package io.github.schemacompat.script;

import java.util.Locale;

/** When a script runs in a deployment. */
public enum Phase {
    /** Expand: before the first new instance starts. */
    PRE,
    /** Contract: after the last old instance has stopped. */
    POST;

    /** {@code pre} or {@code post}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
