package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CreateRoutine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The bodies of the routines that this replay made, for scripts that call what they create. */
final class Bodies {
    /** Languages whose statements are SQL; null bodies and others say nothing of what they use. */
    private static final Set<String> SQL_LANGUAGES = Set.of("sql", "plpgsql", "plsql", "tsql", "mysql", "");

    private final Map<String, Body> bodies = new HashMap<>();
    private final Set<String> unread = new TreeSet<>();

    void note(String routineKey, CreateRoutine routine, @Nullable String defaultSchema) {
        bodies.put(routineKey, new Body(routine, defaultSchema));
        if (routine.body() != null && SQL_LANGUAGES.contains(routine.language())) {
            unread.add(routineKey);
        }
    }

    @Nullable
    Body of(String routineKey) {
        return bodies.get(routineKey);
    }

    /** Keys of the routines that were made since the last call. */
    List<String> takeUnread() {
        List<String> taken = List.copyOf(unread);
        unread.clear();
        return taken;
    }

    /** @param defaultSchema what unqualified names in it mean, or null */
    record Body(CreateRoutine routine, @Nullable String defaultSchema) {
        /** Whether only its head was read. */
        boolean isOutline() {
            return routine.body() == null && routine.definition().isEmpty();
        }
    }
}
