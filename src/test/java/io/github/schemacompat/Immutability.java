package io.github.schemacompat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from a value, not from its type, whether anything in it can change: {@code List.of()} can't, an ArrayList can. */
final class Immutability {
    private static final List<Class<?>> IMMUTABLE = List.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            Pattern.class,
            Locale.class,
            Charset.class,
            Path.class,
            Class.class,
            TemporalAccessor.class,
            TemporalAmount.class,
            java.time.format.DateTimeFormatter.class,
            com.google.gson.Gson.class,
            com.google.gson.TypeAdapter.class);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Immutability() {}

    static boolean of(Object value) throws IllegalAccessException {
        return new Immutability().holds(value);
    }

    private boolean holds(Object value) throws IllegalAccessException {
        if (value == null || !seen.add(value) || IMMUTABLE.stream().anyMatch(type -> type.isInstance(value))) {
            return true;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() || holds(optional.get());
        }
        if (value instanceof Collection<?> collection) {
            return isUnmodifiable(collection) && allHold(collection);
        }
        if (value instanceof Map<?, ?> map) {
            return isUnmodifiable(map) && allHold(map.keySet()) && allHold(map.values());
        }
        Class<?> type = value.getClass();
        // A Comparator of the JDK is a lambda or an enum constant of java.util.
        boolean ofTheJdk = type.getName().startsWith("java.util.") && value instanceof java.util.Comparator<?>;
        boolean own = type.getName().startsWith("io.github.schemacompat.");
        return ofTheJdk || own && fieldsHold(value);
    }

    private boolean allHold(Collection<?> values) throws IllegalAccessException {
        for (Object value : values) {
            if (!holds(value)) {
                return false;
            }
        }
        return true;
    }

    private boolean fieldsHold(Object value) throws IllegalAccessException {
        for (Class<?> type = value.getClass();
                type != Object.class && type != Enum.class;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                if (!Modifier.isFinal(field.getModifiers()) || !holds(field.get(value))) {
                    return false;
                }
            }
            if (type.getSuperclass() == null) {
                break;
            }
        }
        return true;
    }

    private static boolean isUnmodifiable(Object collection) {
        String name = collection.getClass().getName();
        return name.startsWith("java.util.ImmutableCollections$")
                || name.startsWith("java.util.Collections$Unmodifiable")
                || name.startsWith("java.util.Collections$Empty")
                || name.startsWith("java.util.Collections$Singleton");
    }
}
