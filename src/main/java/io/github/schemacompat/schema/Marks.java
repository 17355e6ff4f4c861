package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release says of an object: RULES.md, 'Marks'.
 *
 * @param deprecated the reason why the application no longer uses the object, or null
 * @param readsDeprecated the reason why it is no longer read, though still written, or null
 * @param populated the reason why the application always writes a non-null value, or null
 * @param honors the constraints that the application never violates: {@code unique(email)}, {@code foreign
 *     key(customerid)}, {@code check(status)}, with the keys of the columns; only tables have any
 */
public record Marks(
        @Nullable String deprecated,
        @Nullable String readsDeprecated,
        @Nullable String populated,
        List<String> honors) {
    public static final Marks NONE = new Marks(null, null, null, List.of());

    public Marks {
        honors = List.copyOf(honors);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Who no longer writes the object gives it no value either: that ends what was said of it. */
    public Marks withDeprecated(@Nullable String reason) {
        return new Marks(reason, readsDeprecated, reason == null ? populated : null, honors);
    }

    public Marks withReadsDeprecated(@Nullable String reason) {
        return new Marks(deprecated, reason, populated, honors);
    }

    public Marks withPopulated(@Nullable String reason) {
        return new Marks(deprecated, readsDeprecated, reason, honors);
    }

    public Marks withHonors(List<String> constraints) {
        return new Marks(deprecated, readsDeprecated, populated, constraints);
    }
}
