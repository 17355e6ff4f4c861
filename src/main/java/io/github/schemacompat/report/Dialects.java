package io.github.schemacompat.report;

import io.github.schemacompat.dialect.Dialect;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which dialect the scripts of a history are written in. */
final class Dialects {
    private final Map<String, Dialect> byHistory = new HashMap<>();

    /**
     * @param history its name, or null where there is only one
     * @param dialect its id
     */
    Dialects and(@Nullable String history, String dialect) {
        Dialect.byId(dialect).ifPresent(known -> byHistory.put(key(history), known));
        return this;
    }

    /** What has no dialect is coloured as PostgreSQL's. */
    Dialect of(@Nullable String history) {
        return byHistory.getOrDefault(key(history), Dialect.POSTGRESQL);
    }

    private static String key(@Nullable String history) {
        return history == null ? "" : history;
    }
}
