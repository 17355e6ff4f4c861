package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What names mean: which schema an unqualified one belongs to, and under which key an object is kept. */
final class Names {
    private final Dialect dialect;
    /**
     * Left out of keys. MySQL has none until a script says USE; the first database that is used becomes it, since the
     * migrations of an application nearly always live in one.
     */
    private @Nullable String home;

    private @Nullable String current;

    Names(Dialect dialect, @Nullable String defaultSchema) {
        this.dialect = dialect;
        this.home = defaultSchema == null ? dialect.defaultSchema() : defaultSchema;
        this.current = home;
    }

    /** USE, SET search_path, SET SCHEMA. */
    void use(@Nullable String schema) {
        if (home == null) {
            home = schema;
        }
        current = schema == null ? home : schema;
    }

    /** Names without a schema mean this one for a while, as inside CREATE SCHEMA. */
    void within(@Nullable String schema, Runnable work) {
        String outer = current;
        current = schema == null ? home : schema;
        work.run();
        current = outer;
    }

    @Nullable
    String current() {
        return current;
    }

    /** A new session: what a script set for itself is over. */
    void backToDefault() {
        current = home;
    }

    /** With the schema that it would be created in. */
    QualifiedName full(QualifiedName name) {
        return name.schema() == null ? name.withSchema(current) : name;
    }

    /** The key under which it would be created. */
    String key(QualifiedName name) {
        return dialect.key(full(name), home);
    }

    /** {@link #key(QualifiedName)} for a procedure or function. */
    String routineKey(QualifiedName name) {
        return dialect.routineKey(full(name), home);
    }

    String key(String memberName) {
        return dialect.key(memberName);
    }

    boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && key(one).equals(key(other));
    }

    /** Every key under which it may be found, the nearest first. */
    Set<String> candidates(QualifiedName name) {
        return candidates(name, dialect::key);
    }

    /** {@link #candidates} for a procedure or function. */
    Set<String> routineCandidates(QualifiedName name) {
        return candidates(name, dialect::routineKey);
    }

    private Set<String> candidates(QualifiedName name, BiFunction<QualifiedName, @Nullable String, String> key) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key.apply(full(name), home));
        keys.add(key.apply(full(name), null));
        if (name.schema() == null) {
            keys.add(key.apply(name.withSchema(home), home));
        } else if (home == null) {
            keys.add(key.apply(QualifiedName.of(name.name()), null));
        }
        return keys;
    }
}
