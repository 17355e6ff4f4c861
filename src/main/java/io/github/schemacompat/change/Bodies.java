package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CreateRoutine;
import io.github.schemacompat.ddl.Operation.CreateTrigger;
import io.github.schemacompat.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The bodies of the routines and triggers that this replay made, for scripts that call what they create. */
final class Bodies {
    /** Languages whose statements are SQL; null bodies and others say nothing of what they use. */
    private static final Set<String> SQL_LANGUAGES = Set.of("sql", "plpgsql", "plsql", "tsql", "mysql", "");

    private final Map<String, Body> bodies = new HashMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final Map<String, TriggerBody> triggers = new HashMap<>();
    private final Set<String> unreadTriggers = new TreeSet<>();

    void note(String triggerKey, CreateTrigger trigger, @Nullable String defaultSchema) {
        triggers.put(triggerKey, new TriggerBody(trigger, defaultSchema));
        unreadTriggers.add(triggerKey);
    }

    /** The trigger's function has another body now. */
    void noteFunctionOf(String triggerKey) {
        unreadTriggers.add(triggerKey);
    }

    void triggerMoved(String from, String to) {
        TriggerBody body = triggers.remove(from);
        if (body != null) {
            triggers.put(to, body);
        }
        if (unreadTriggers.remove(from)) {
            unreadTriggers.add(to);
        }
    }

    @Nullable
    TriggerBody ofTrigger(String triggerKey) {
        return triggers.get(triggerKey);
    }

    /** Keys of the triggers that were made, or got another function, since the last call. */
    List<String> takeUnreadTriggers() {
        List<String> taken = List.copyOf(unreadTriggers);
        unreadTriggers.clear();
        return taken;
    }

    void note(String routineKey, CreateRoutine routine, @Nullable String defaultSchema) {
        Body body = new Body(routine, defaultSchema);
        bodies.put(routineKey, body);
        if (body.statements() != null) {
            unread.add(routineKey);
        }
    }

    boolean isEmpty() {
        return bodies.isEmpty();
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
    record TriggerBody(CreateTrigger trigger, @Nullable String defaultSchema) {}

    /** @param defaultSchema what unqualified names in it mean, or null */
    record Body(CreateRoutine routine, @Nullable String defaultSchema) {
        /** What it runs, where that is SQL that says what it uses. */
        @Nullable
        Span statements() {
            return SQL_LANGUAGES.contains(routine.language()) ? routine.body() : null;
        }

        /** Whether only its head was read. */
        boolean isOutline() {
            return routine.body() == null && routine.definition().isEmpty();
        }
    }
}
