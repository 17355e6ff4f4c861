package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param name the name as the catalog holds it; the schema is the table's where the engine has none for triggers
 * @param table key of the table or view that it belongs to; null for a database or event trigger
 * @param timing {@code before}, {@code after} or {@code instead of}
 * @param events {@code insert}, {@code update}, {@code delete}, {@code truncate}, or the engine's DDL events
 * @param enabled whether it fires
 * @param function key of the function that it runs (PostgreSQL), or null
 * @param definition {@code t1:sha256:…}, the hash of the normal form of its definition
 * @param effect what it does to the row
 */
public record Trigger(
        QualifiedName name,
        @Nullable String table,
        String timing,
        List<String> events,
        boolean enabled,
        @Nullable String function,
        String definition,
        TriggerEffect effect)
        implements SchemaElement {
    public Trigger {
        events = List.copyOf(events);
    }

    /** A trigger of which nobody knows what it does. */
    public Trigger(
            QualifiedName name,
            @Nullable String table,
            String timing,
            List<String> events,
            boolean enabled,
            @Nullable String function,
            String definition) {
        this(name, table, timing, events, enabled, function, definition, TriggerEffect.UNKNOWN);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TRIGGER;
    }

    public Trigger withName(QualifiedName value) {
        return new Trigger(value, table, timing, events, enabled, function, definition, effect);
    }

    public Trigger withTable(@Nullable String value) {
        return new Trigger(name, value, timing, events, enabled, function, definition, effect);
    }

    public Trigger withEnabled(boolean value) {
        return new Trigger(name, table, timing, events, value, function, definition, effect);
    }

    public Trigger withFunction(@Nullable String value) {
        return new Trigger(name, table, timing, events, enabled, value, definition, effect);
    }

    public Trigger withEffect(TriggerEffect value) {
        return new Trigger(name, table, timing, events, enabled, function, definition, value);
    }
}
