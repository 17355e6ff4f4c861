package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CreateRoutine;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of the routines that this replay made, for scripts that call what they create. */
final class Bodies {
    private final Map<String, Body> bodies = new HashMap<>();

    void note(String routineKey, CreateRoutine routine, @Nullable String defaultSchema) {
        bodies.put(routineKey, new Body(routine, defaultSchema));
    }

    @Nullable
    Body of(String routineKey) {
        return bodies.get(routineKey);
    }

    /** @param defaultSchema what unqualified names in it mean, or null */
    record Body(CreateRoutine routine, @Nullable String defaultSchema) {}
}
