package io.github.schemacompat.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * @param uses what its own text names, as the uses of a {@link Routine}; what it takes from the rows that fire it is a use
 *     of {@link #ROW}
 */
public record Trigger(
        QualifiedName name,
        @Nullable String table,
        String timing,
        List<String> events,
        boolean enabled,
        @Nullable String function,
        String definition,
        TriggerEffect effect,
        SortedSet<String> uses)
        implements SchemaElement {
    /** Stands in {@code uses} for its own table, whatever that is called: {@code :row.total} is NEW.total or OLD.total. */
    public static final String ROW = ":row";

    public Trigger {
        events = List.copyOf(events);
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
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
        this(name, table, timing, events, enabled, function, definition, TriggerEffect.UNKNOWN, new TreeSet<>());
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TRIGGER;
    }

    public Trigger withName(QualifiedName value) {
        return new Trigger(value, table, timing, events, enabled, function, definition, effect, uses);
    }

    public Trigger withTable(@Nullable String value) {
        return new Trigger(name, value, timing, events, enabled, function, definition, effect, uses);
    }

    public Trigger withEnabled(boolean value) {
        return new Trigger(name, table, timing, events, value, function, definition, effect, uses);
    }

    public Trigger withFunction(@Nullable String value) {
        return new Trigger(name, table, timing, events, enabled, value, definition, effect, uses);
    }

    public Trigger withEffect(TriggerEffect value) {
        return new Trigger(name, table, timing, events, enabled, function, definition, value, uses);
    }

    public Trigger withUses(SortedSet<String> value) {
        return new Trigger(name, table, timing, events, enabled, function, definition, effect, value);
    }
}
