package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file. Every field has to be asked for: {@link #end} refuses what nobody knows. */
final class JsonObjectNode {
    private final JsonDocument document;
    private final int place;
    private final Map<String, Field> fields;

    /** A field's value (String, Double, Boolean, List, JsonObjectNode or null) and its place. */
    record Field(@Nullable Object value, int place) {}

    JsonObjectNode(JsonDocument document, int place, Map<String, Field> fields) {
        this.document = document;
        this.place = place;
        this.fields = fields;
    }

    /** The line in which the object begins, one-based. */
    int line() {
        return document.lineOf(place);
    }

    Set<String> names() {
        return fields.keySet();
    }

    CannotReadException problem(String message) {
        return document.problem(place, message);
    }

    boolean isList(String name) {
        Field field = fields.get(name);
        return field != null && field.value() instanceof List;
    }

    String string(String name) {
        String value = optionalString(name);
        if (value == null) {
            throw problem("lacks the field '" + name + "'");
        }
        return value;
    }

    String string(String name, String absent) {
        String value = optionalString(name);
        return value == null ? absent : value;
    }

    @Nullable
    String optionalString(String name) {
        return take(name, String.class, "a text");
    }

    boolean bool(String name) {
        Boolean value = take(name, Boolean.class, "true or false");
        if (value == null) {
            throw problem("lacks the field '" + name + "'");
        }
        return value;
    }

    boolean bool(String name, boolean absent) {
        Boolean value = take(name, Boolean.class, "true or false");
        return value == null ? absent : value;
    }

    int integer(String name) {
        Double value = take(name, Double.class, "a number");
        if (value == null || value != Math.rint(value)) {
            throw problem("lacks the field '" + name + "', a whole number");
        }
        return value.intValue();
    }

    /** The field as it is, for what can have several forms; null also if it is absent. */
    @Nullable
    Object any(String name) {
        Field field = fields.remove(name);
        return field == null ? null : field.value();
    }

    @Nullable
    JsonObjectNode optionalObject(String name) {
        return take(name, JsonObjectNode.class, "an object");
    }

    /** Absent is empty. */
    List<String> strings(String name) {
        return list(name, String.class, "texts", Function.identity());
    }

    /** Absent is empty; every object is read to its end. */
    <T> List<T> objects(String name, Function<JsonObjectNode, T> read) {
        return list(name, JsonObjectNode.class, "objects", node -> node.read(read));
    }

    /** Objects by their names; absent is empty, and every object is read to its end. */
    <T> Map<String, T> objectsByName(String name, Function<JsonObjectNode, T> read) {
        return objectsByName(name, (key, node) -> read.apply(node));
    }

    <T> Map<String, T> objectsByName(String name, java.util.function.BiFunction<String, JsonObjectNode, T> read) {
        Map<String, T> result = new TreeMap<>();
        JsonObjectNode nodes = optionalObject(name);
        if (nodes != null) {
            for (String key : List.copyOf(nodes.names())) {
                JsonObjectNode node = nodes.optionalObject(key);
                if (node == null) {
                    throw nodes.problem("has nothing at '" + key + "'");
                }
                result.put(key, node.read(each -> read.apply(key, each)));
            }
        }
        return result;
    }

    /** Strings by their names; absent is empty. */
    Map<String, String> stringsByName(String name) {
        Map<String, String> result = new TreeMap<>();
        JsonObjectNode node = optionalObject(name);
        if (node != null) {
            for (String key : List.copyOf(node.names())) {
                result.put(key, node.string(key));
            }
        }
        return result;
    }

    <T> T read(Function<JsonObjectNode, T> reading) {
        T result;
        try {
            result = reading.apply(this);
        } catch (IllegalArgumentException e) {
            throw problem("has a value that can't be: " + e.getMessage()).because(e);
        }
        end();
        return result;
    }

    /** @throws CannotReadException if there is a field that nobody asked for */
    void end() {
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            throw document.problem(field.getValue().place(), "has an unknown field '" + field.getKey() + "'");
        }
    }

    private <E, T> List<T> list(String name, Class<E> type, String kind, Function<E, T> read) {
        int at = fields.containsKey(name) ? fields.get(name).place() : place;
        List<?> values = take(name, List.class, "a list of " + kind);
        List<T> result = new ArrayList<>();
        if (values != null) {
            for (Object value : values) {
                if (!type.isInstance(value)) {
                    throw document.problem(at, "has a field '" + name + "' that is no list of " + kind);
                }
                result.add(read.apply(type.cast(value)));
            }
        }
        return result;
    }

    private <T> @Nullable T take(String name, Class<T> type, String kind) {
        Field field = fields.remove(name);
        if (field == null || field.value() == null) {
            return null;
        }
        if (!type.isInstance(field.value())) {
            throw document.problem(field.place(), "has a field '" + name + "' that is not " + kind);
        }
        return type.cast(field.value());
    }
}
